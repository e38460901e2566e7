package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.store.DatabaseProblem;
import picocli.CommandLine.Command;

/** The part of {@code doctor} that needs the program: configuration, rules, database. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final int ILL = 1;

    private final PrintStream out;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try (DatabaseForVerbs here = DatabaseForVerbs.open(Home.found())) {
            FloorSettingsReader.read(here.config);
            Books books = here.books();
            out.println("configuration  well, rule packs " + RulePacks.assignments(here.config).names());
            out.println("database       well, answers in " + here.database.ping().toMillis()
                    + " ms, clock differs by "
                    + here.database.clockDifference().toMillis() + " ms");
            List<String> warnings = RulePacks.calendarWarnings(books.packs.terms(), Clock.systemUTC());
            (warnings.isEmpty() ? List.of("well") : warnings)
                    .forEach(warning -> out.println("calendars      " + warning));
            return 0;
        } catch (ConfigProblem e) {
            out.println("configuration  " + e.getMessage());
        } catch (DatabaseProblem e) {
            out.println("database       " + e.getMessage());
        }
        return ILL;
    }
}
