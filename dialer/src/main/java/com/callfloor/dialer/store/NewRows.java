package com.callfloor.dialer.store;

import java.io.InputStream;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import com.mysql.cj.jdbc.JdbcStatement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Rows that are not in the books yet, on connections of {@link Database#bulk}. A server that allows it ({@code local_infile})
 * is handed them as one stream of text, which costs it less than statements with values do, and us a fraction.
 *
 * <p>A load is lenient where a statement is strict: it leaves out a row whose key is there, and cuts a value that does not
 * fit. So a load that says anything but that every row went in is undone, and a statement tells what is wrong.
 */
final class NewRows {
    private static final String ALLOWED = "SELECT @@GLOBAL.local_infile";
    private static final String BEFORE = "before_load";

    private NewRows() {}

    /** Whether rows are loaded; then rows that they refer to are not locked. */
    static boolean areLoaded(Handle handle) {
        return handle.createQuery(ALLOWED).mapTo(Boolean.class).one();
    }

    /**
     * Inserts rows in their order. The rows that they refer to were read, locked or made by this transaction, and are
     * never deleted: a load does not look for them again.
     *
     * @param names of the columns, as many as {@code columns}
     */
    static <R> void insert(Handle handle, String table, String names, int columns, List<R> rows,
            ManyRows.Binding<R> values) {
        if (!rows.isEmpty() && !(areLoaded(handle) && loaded(handle, table, names, rows, values))) {
            ManyRows.insert(handle, "INSERT INTO " + table + " (" + names + ") VALUES <rows>", columns, rows, values);
        }
    }

    private static <R> boolean loaded(Handle handle, String table, String names, List<R> rows,
            ManyRows.Binding<R> values) {
        handle.savepoint(BEFORE);
        try (Statement statement = handle.getConnection().createStatement()) {
            InputStream text = LoadText.of(rows, values);
            statement.execute("SET SESSION foreign_key_checks = 0");
            try {
                statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(text);
                int taken = statement.executeUpdate("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table
                        + " CHARACTER SET utf8mb4 (" + names + ")");
                if (taken == rows.size() && statement.getWarnings() == null) {
                    return true;
                }
            } finally {
                statement.execute("SET SESSION foreign_key_checks = 1");
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        handle.rollbackToSavepoint(BEFORE);
        return false;
    }
}
