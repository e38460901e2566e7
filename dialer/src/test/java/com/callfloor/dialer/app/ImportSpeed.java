package com.callfloor.dialer.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
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
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,lender,amount_due,due_date,phone_1,phone_2,"
            + "region,notes";
    private static final String PLAIN = """
            CREATE TABLE plain (case_ref VARCHAR(64) NOT NULL PRIMARY KEY, debtor_ref VARCHAR(64), debtor_name VARCHAR(128),
                lender VARCHAR(128), amount_due DECIMAL(15, 2), due_date DATE, phone_1 VARCHAR(20), phone_2 VARCHAR(20),
                region VARCHAR(10), notes TEXT) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4""";

    private ImportSpeed() {}

    /** {@code peakHeap}: in bytes, of this whole process. */
    public record Figures(int rows, double bulk, double imported, double again, long peakHeap) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "bulk load  %,.0f rows/s into one plain table (%,d rows)%n"
                            + "import     %,.0f rows/s: ratio %.2f (goal >= 0.33), the same file again %,.0f rows/s%n"
                            + "memory     %,d MB of heap at most (goal < 512)",
                    bulk, rows, imported, imported / bulk, again, peakHeap >> 20);
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
            double bulk = rows / bulkLoad(server, file);
            var settings = new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), POOL);
            try (Database database = Database.open(settings, Clock.systemUTC())) {
                database.migrate();
                double first = rows / importing(database, state, file, rows);
                double again = rows / importing(database, state, file, rows);
                return new Figures(rows, bulk, first, again, peakHeap());
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

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
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
