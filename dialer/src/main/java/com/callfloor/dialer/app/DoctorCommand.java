package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.recordings.RetentionPlan;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.words.Words;
import picocli.CommandLine.Command;

/** The part of {@code doctor} that needs the program: configuration, rules, database. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final int ILL = 1;
    private static final int MOST_NAMED = 5;

    private final PrintStream out;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Home home = Home.found();
        try (DatabaseForVerbs here = DatabaseForVerbs.open(home)) {
            FloorSettingsReader.read(here.config);
            Books books = here.books();
            out.println("configuration  well, rule packs " + RulePacks.assignments(here.config).names());
            out.println("database       well, answers in " + here.database.ping().toMillis()
                    + " ms, clock differs by "
                    + here.database.clockDifference().toMillis() + " ms");
            List<String> warnings = RulePacks.calendarWarnings(books.packs.terms(), Clock.systemUTC())
                    .stream()
                    .map(Words::en)
                    .toList();
            (warnings.isEmpty() ? List.of("well") : warnings)
                    .forEach(warning -> out.println("calendars      " + warning));
            recordings(home, here.config, books).forEach(line -> out.println("recordings     " + line));
            return 0;
        } catch (ConfigProblem e) {
            out.println("configuration  " + e.getMessage());
        } catch (DatabaseProblem e) {
            out.println("database       " + e.getMessage());
        }
        return ILL;
    }

    private static List<String> recordings(Home home, FloorConfig config, Books books) throws ConfigProblem {
        RetentionPlan plan = RetentionReader.read(config);
        List<String> lines = new ArrayList<>();
        if (!config.recorder().s3().endpoint().isEmpty()) {
            try {
                Vaults.store(home, config).probe();
                lines.add("well, the object store answers");
            } catch (IOException e) {
                lines.add(e.getMessage() + "; nothing is dialed until it does");
            }
        }
        books.retention.holdings()
                .stream()
                .filter(holding -> !plan.covers(holding))
                .limit(MOST_NAMED)
                .map(holding -> holding.recordings() + " of " + holding.lender() + ", " + holding.product() + ", "
                        + holding.region() + " are kept for ever: no rule of recorder.retention applies to them")
                .forEach(lines::add);
        return lines.isEmpty() ? List.of("well, each is under a rule of retention") : lines;
    }
}
