package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.config.CalendarFile;
import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.local.EmbeddedDatabase;
import com.callfloor.dialer.local.PhoneAccount;
import com.callfloor.dialer.pbx.PbxSettings;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.simulation.SimulatedAgents;
import com.callfloor.dialer.store.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a whole floor on this machine until it is told to end. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    private static final Duration WIND_DOWN_AFTER_FOR = Duration.ofSeconds(15);
    private static final Duration WIND_DOWN_AFTER_CTRL_C = Duration.ofMillis(300);
    private static final Duration STATUS_EVERY = Duration.ofSeconds(10);
    private static final int SHOWN_REJECTS = 5;

    @Mixin
    private UpOptions options = new UpOptions();

    private final PrintStream out;
    private final Steps steps;
    private final Ending ending = new Ending();

    UpCommand(PrintStream out) {
        this.out = out;
        this.steps = new Steps(out);
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        FloorConfig config = configured(home);
        DemoClock clock = DemoClock.of(config, options, Clock.systemUTC(),
                new CalendarFile().read(home.calendars(), "cn"),
                new DemoClock.Memory(home.demoClock(), EmbeddedDatabase.isNew(home.var())));
        Path caseFile = caseFile(home);
        try (LocalParts local = new LocalParts(home, config)) {
            ending.listen();
            run(home, config, clock, caseFile, local);
        } finally {
            DatabaseForVerbs.forget(home);
            ending.done();
        }
        return 0;
    }

    private FloorConfig configured(Home home) throws ConfigProblem {
        FloorConfig config = new ConfigFile().read(home.configFile(), System.getenv());
        config = options.mode().isPresent() ? config.withMode(options.mode().get()) : config;
        config = options.port().isPresent() ? config.withPort(options.port().get()) : config;
        config = options.agents().isPresent() ? config.withAgents(options.agents().get()) : config;
        FloorSettingsReader.mode(config.dialing().mode());
        FloorSettingsReader.read(config);
        if (options.trunk().isPresent() && !config.pbx().isLocal()) {
            throw new ConfigProblem("--trunk is for the local PBX; with pbx.host " + config.pbx().host()
                    + " set the trunk up on that PBX and name it in pbx.trunk or trunks");
        }
        return config;
    }

    private Path caseFile(Home home) throws ConfigProblem {
        Path file = options.cases().orElse(home.sampleCases());
        if (!Files.isReadable(file)) {
            throw new ConfigProblem("the case file " + file + " is not there or cannot be read");
        }
        return file;
    }

    private void run(Home home, FloorConfig config, DemoClock clock, Path caseFile, LocalParts local)
            throws Exception {
        DatabaseSettings database = steps.run("database", local::database);
        if (config.database().isEmbedded()) {
            DatabaseForVerbs.note(home, database);
        }
        int agents = config.demo().agents();
        List<PhoneAccount> accounts = local.phoneAccounts(agents > 0 ? agents : DemoStaff.REAL_PHONES);
        PbxSettings pbx = steps.run("PBX", () -> local.pbx(options.trunk(), accounts));
        try (Books books = steps.run("tables", () -> Books.open(home, config, database, clock.clock()))) {
            var staff = new DemoStaff(books.staff, local.machine().secrets());
            boolean demo = config.database().isEmbedded();
            Map<String, String> signIns = demo
                    ? staff.hire(accounts, home.apiToken())
                    : staff.hireFirstAdministrator();
            var parts = new DialerParts(home, config, pbx, local.spool(), clock.clock(),
                    clock.simulated(), local.browserPhones());
            try (Dialer dialer = steps.run("dialer", () -> new Dialer(parts, books))) {
                ImportResult cases = steps.run("case file",
                        () -> dialer.importer.importFile(String.valueOf(caseFile.getFileName()), caseFile));
                tellOfRejects(cases);
                boolean simulate = demo && config.pbx().isLocal() && agents > 0;
                if (simulate) {
                    steps.run("phones", () -> {
                        local.simulatePhones(accounts);
                        return agents;
                    });
                }
                welcome(config, clock, dialer, staff, local, simulate ? List.of() : accounts);
                var habits = new Habits(config.demo().wrapUp(), config.demo().longestTalk(), config.demo().preview());
                try (var people = people(simulate ? signIns : Map.of(), dialer, habits, clock.clock(),
                        new Random(config.demo().seed()))) {
                    work(dialer, people, config);
                }
            }
        }
    }

    private static SimulatedAgents people(Map<String, String> signIns, Dialer dialer, Habits habits, Clock clock,
            Random random) {
        return dialer.certificate
                .map(shown -> new SimulatedAgents(signIns, dialer.address, habits, clock, random, shown.trusted()))
                .orElseGet(() -> new SimulatedAgents(signIns, dialer.address, habits, clock, random));
    }

    private void work(Dialer dialer, SimulatedAgents people, FloorConfig config) throws Exception {
        long begun = System.nanoTime();
        people.start();
        boolean told = await(dialer);
        out.println(told ? "Ending ..." : "Time is up; the last calls end ...");
        dialer.windDown(told ? WIND_DOWN_AFTER_CTRL_C : WIND_DOWN_AFTER_FOR);
        Duration ran = Duration.ofNanos(System.nanoTime() - begun);
        var writer = new ReportWriter();
        FloorReport report = writer.of(dialer, people.answerToScreenPop(), config.demo().agents(), ran);
        out.println(report.inWords());
        if (options.report().isPresent()) {
            writer.write(report, options.report().get());
            out.println("Report: " + options.report().get());
        }
    }

    /** True if somebody told it to end, false if its time is up. */
    private boolean await(Dialer dialer) throws InterruptedException {
        long end = options.runFor().map(time -> System.nanoTime() + time.toNanos()).orElse(Long.MAX_VALUE);
        CountDownLatch told = ending.told();
        while (true) {
            long left = Math.min(STATUS_EVERY.toNanos(), end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            if (told.await(left, TimeUnit.NANOSECONDS)) {
                return true;
            }
            out.println(StatusLine.of(dialer.floor.current()));
        }
    }

    private void tellOfRejects(ImportResult cases) {
        out.printf("    %d cases (%d new), %d rows not usable%n", cases.good(), cases.added(), cases.bad());
        cases.rejected()
                .stream()
                .limit(SHOWN_REJECTS)
                .forEach(row -> out.printf("      line %d: %s%n", row.line(),
                        row.problems().getFirst().message()));
        if (cases.bad() > SHOWN_REJECTS) {
            out.printf("      ... and %d more; POST the file to /api/imports for the whole list%n",
                    cases.bad() - SHOWN_REJECTS);
        }
    }

    private void welcome(FloorConfig config, DemoClock clock, Dialer dialer, DemoStaff staff, LocalParts local,
            List<PhoneAccount> realPhones) {
        out.println();
        out.println("The floor is open: " + dialer.address);
        clock.notice().ifPresent(notice -> out.println("  NOTE: " + notice));
        dialer.calendarWarnings().forEach(warning -> out.println("  NOTE: " + warning.en()));
        dialer.settings.deviations().forEach(one -> out.println("  NOTE: " + one.words()));
        dialer.newKeys.ifPresent(file -> out.println("  NOTE: the keys of the recordings were made now: " + file
                + ". Keep a copy apart from this machine; without it no recording can be played"));
        staff.signIns().forEach((login, password) -> out.printf("  %-12s %s%n", login, password));
        if (config.database().isEmbedded()) {
            out.println("  token for programs: var/api-token");
        }
        Optional<String> registrar = local.phonesRegisterAt().map(Object::toString);
        registrar.filter(there -> !realPhones.isEmpty()).ifPresent(there -> {
            out.println("  phones register at " + there + ":");
            realPhones.forEach(phone -> out.printf("    extension %s, secret %s%n", phone.extension(), phone.secret()));
        });
        out.println("Ctrl-C ends it.");
        out.println();
    }
}
