package com.callfloor.dialer.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.intake.CaseFileReader;
import com.callfloor.dialer.cases.intake.IntakeSettings;
import com.callfloor.dialer.local.DatabaseServer;
import com.callfloor.dialer.local.EmbeddedDatabase;
import com.callfloor.dialer.local.LocalMachine;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.store.SqlCaseStore;
import com.callfloor.dialer.store.SqlCaseWithdrawals;
import com.callfloor.dialer.store.SqlImportBook;

/** Rows a second of an import, beside the database's own bulk load of the same file into one plain table, in one run. */
public final class ImportSpeed {
    private static final int POOL = 4;
    private static final double MICROS = 1e6;
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,lender,amount_due,due_date,phone_1,phone_2,"
            + "region,notes";
    private static final String PLAIN = """
            CREATE TABLE plain (case_ref VARCHAR(64) NOT NULL PRIMARY KEY, debtor_ref VARCHAR(64), debtor_name VARCHAR(128),
                lender VARCHAR(128), amount_due DECIMAL(15, 2), due_date DATE, phone_1 VARCHAR(20), phone_2 VARCHAR(20),
                region VARCHAR(10), notes TEXT) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4""";

    /** Those that an import writes to; what it notes of itself is a row. */
    private static final List<String> BOOKS = List.of("debtors", "phone_numbers", "debtor_numbers", "cases");

    private ImportSpeed() {}

    /**
     * How long something took, and what it took of the machine.
     *
     * @param rows how many were written
     * @param wall seconds
     * @param ours seconds of processor time of this process
     * @param servers seconds of processor time of the database
     */
    private record Cost(int rows, double wall, double ours, double servers) {
        double speed() {
            return rows / wall;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,9.0f rows/s (processor time for a row: %.1f us here, %.1f us in the "
                    + "database)", speed(), ours * MICROS / rows, servers * MICROS / rows);
        }
    }

    /** {@code heap}: what this process may take for it, in bytes; {@code peakMemory}: what it ever held, with all that is not heap. */
    public record Figures(String bulk, String copied, String imported, double ratio, double ofCopy, String again,
            long heap, long peakMemory) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "bulk load  %s, into one plain table%n"
                            + "copy       %s, by the database alone, of the four tables that the import filled%n"
                            + "import     %s: ratio to the bulk load %.2f (goal >= 0.33), to the copy %.2f%n"
                            + "again      %s, the same file%n"
                            + "memory     %,d MB at most (goal < 512), a heap of up to %,d MB among it",
                    bulk, copied, imported, ratio, ofCopy, again, peakMemory >> 20, heap >> 20);
        }
    }

    /** Keeps its file and database below {@code home/var/bench-import}, and removes them. */
    public static Figures measure(Path home, int rows) throws Exception {
        Path state = home.resolve("var/bench-import");
        delete(state);
        Files.createDirectories(state);
        try (LocalMachine machine = LocalMachine.of(home, state);
                DatabaseServer server = EmbeddedDatabase.prepare(machine)) {
            server.start();
            Path file = write(state.resolve("cases.csv"), rows);
            Cost bulk = cost("bulk load", server, rows, () -> bulkLoad(server, file));
            var settings = new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), POOL);
            try (Database database = Database.open(settings, Clock.systemUTC())) {
                database.migrate();
                Cost first = cost("import", server, rows, () -> importing(database, state, file, rows));
                Cost again = cost("again", server, rows, () -> importing(database, state, file, rows));
                Cost copy = cost("copy", server, rows, () -> copy(server));
                return new Figures(bulk.toString(), copy.toString(), first.toString(), first.speed() / bulk.speed(),
                        first.speed() / copy.speed(), again.toString(), Runtime.getRuntime().maxMemory(), peakMemory());
            }
        } finally {
            delete(state);
        }
    }

    private static Path write(Path file, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write(HEADER + "\n");
            for (int row = 0; row < rows; row++) {
                csv.write("CASE-%07d,D-%07d,王芳,晨星消费金融,%d.50,2026-01-05,138%08d,139%08d,CN-GD,上次承诺月底还款%n"
                        .formatted(row, row, 100 + row % 9000, row, row));
            }
        }
        return file;
    }

    private static Cost cost(String what, DatabaseServer server, int rows, Callable<Double> work) throws Exception {
        double ours = processorTime(ProcessHandle.current());
        double servers = processorTime(ProcessHandle.of(server.pid()).orElseThrow());
        double wall = work.call();
        Cost cost = new Cost(rows, wall, processorTime(ProcessHandle.current()) - ours,
                processorTime(ProcessHandle.of(server.pid()).orElseThrow()) - servers);
        System.err.printf("# %s: %s%n", what, cost);
        return cost;
    }

    private static double processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static double bulkLoad(DatabaseServer server, Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                server.jdbcUrl() + (server.jdbcUrl().contains("?") ? "&" : "?") + "allowLoadLocalInfile=true",
                server.user(), server.password()); Statement statement = connection.createStatement()) {
            statement.execute(PLAIN);
            long began = System.nanoTime();
            statement.execute("LOAD DATA LOCAL INFILE '" + file
                    + "' INTO TABLE plain CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' IGNORE 1 LINES");
            double took = seconds(began);
            statement.execute("DROP TABLE plain");
            return took;
        }
    }

    /** What these tables with their indexes cost the database at least, whoever fills them. */
    private static double copy(DatabaseServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(),
                server.password()); Statement statement = connection.createStatement()) {
            long began = System.nanoTime();
            for (String table : BOOKS) {
                statement.execute("CREATE TABLE copy_of_" + table + " LIKE " + table);
                statement.execute("INSERT INTO copy_of_" + table + " SELECT * FROM " + table + " ORDER BY 1");
            }
            return seconds(began);
        }
    }

    private static double importing(Database database, Path state, Path file, int rows) throws Exception {
        var reader = new CaseFileReader(new IntakeSettings("CN", Currency.getInstance("CNY"), "zh-CN"));
        var parts = new ImportParts(new SqlImportBook(database), new SqlCaseStore(database),
                new SqlCaseWithdrawals(database), state, 1, Clock.systemUTC(), (cases, why) -> {
                });
        CaseImport importer = new CaseImport(reader, new SavedMappings(state.resolve("lenders")), parts, () -> {
        });
        long began = System.nanoTime();
        ImportResult result = importer.importFile("cases.csv", file);
        double took = seconds(began);
        if (result.good() != rows) {
            throw new IllegalStateException(result.good() + " of " + rows + " rows were good");
        }
        return took;
    }

    /** What the process ever held of the machine's memory; 0 where the system does not tell. */
    private static long peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status)
                .stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
