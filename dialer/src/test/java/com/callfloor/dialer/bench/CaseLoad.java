package com.callfloor.dialer.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.store.DatabaseSettings;

/** So many cases, each of a debtor with a mobile of their own in Shanghai's zone, all due; written by the server itself. */
final class CaseLoad {
    /** MariaDB makes the numbers of {@code seq_1_to_N} up. */
    private static final List<String> ROWS = List.of(
            "INSERT INTO imports (id, source, began_at) VALUES (1, 'bench', '%2$s')",
            "INSERT INTO debtors (id, ref, name) SELECT seq, CONCAT('D', seq), CONCAT('Debtor ', seq) FROM seq_1_to_%1$d",
            "INSERT INTO phone_numbers (id, e164) SELECT seq, CONCAT('+86138', LPAD(seq, 8, '0')) FROM seq_1_to_%1$d",
            """
                    INSERT INTO debtor_numbers (debtor_id, number_id, role, position)
                    SELECT seq, seq, 'mobile', 1 FROM seq_1_to_%1$d""",
            """
                    INSERT INTO cases (id, ref, debtor_id, import_id, lender, product, currency, amount_due_minor, due_date,
                    region, timezone, language, next_call_at)
                    SELECT seq, CONCAT('C', seq), seq, 1, 'Lender', 'loan', 'CNY', 100000, '2026-01-01', 'CN-GD',
                    'Asia/Shanghai', 'zh-CN', '%2$s' FROM seq_1_to_%1$d""",
            "ANALYZE TABLE debtors, phone_numbers, debtor_numbers, cases");

    private CaseLoad() {}

    /** {@code settings}: a migrated database without a case. */
    static void write(DatabaseSettings settings, int cases, Instant dueSince) throws SQLException {
        String due = dueSince.toString().replace('T', ' ').replace("Z", "");
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(),
                settings.password());
                Statement statement = connection.createStatement()) {
            // The rows are right by construction, and checking a million of them takes minutes.
            statement.execute("SET SESSION foreign_key_checks = 0, unique_checks = 0");
            for (String rows : ROWS) {
                statement.execute(rows.formatted(cases, due));
            }
        }
    }
}
