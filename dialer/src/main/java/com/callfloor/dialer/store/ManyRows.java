package com.callfloor.dialer.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Statements over thousands of rows. Some hundred of them go into each, which on the connections of
 * {@link Database#bulk} the server reads once and then is handed values only: to take the text of as many apart costs it
 * more than to store them.
 */
final class ManyRows {
    /** Fewer than 65,536 in any case, and few enough for a packet, however long notes are. */
    private static final int PARAMETERS = 8_000;
    /** From 1,000 on MariaDB makes a table of a list, and reads the other one whole. */
    private static final int KEYS = 900;
    private static final String ROWS = "<rows>";
    private static final String KEYS_HERE = "<keys>";

    private ManyRows() {}

    /** Puts a row's values where they belong. */
    interface Binding<R> {
        void bind(Parameters to, R row) throws SQLException;
    }

    /** Takes one row of a result. */
    interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    /** The values of a row, given from left to right. */
    interface Parameters {
        Parameters text(@Nullable String value) throws SQLException;

        Parameters number(long value) throws SQLException;

        Parameters numberOrNull(@Nullable Number value) throws SQLException;

        Parameters date(LocalDate value) throws SQLException;

        Parameters instant(Instant value) throws SQLException;
    }

    /** The parameters of a statement. */
    private static final class Bound implements Parameters {
        private final PreparedStatement statement;
        private int last;

        private Bound(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public Parameters text(@Nullable String value) throws SQLException {
            last++;
            statement.setString(last, value);
            return this;
        }

        @Override
        public Parameters number(long value) throws SQLException {
            last++;
            statement.setLong(last, value);
            return this;
        }

        @Override
        public Parameters numberOrNull(@Nullable Number value) throws SQLException {
            if (value != null) {
                return number(value.longValue());
            }
            last++;
            statement.setNull(last, Types.BIGINT);
            return this;
        }

        @Override
        public Parameters date(LocalDate value) throws SQLException {
            last++;
            statement.setObject(last, value);
            return this;
        }

        @Override
        public Parameters instant(Instant value) throws SQLException {
            last++;
            statement.setObject(last, LocalDateTime.ofInstant(SqlTypes.micros(value), ZoneOffset.UTC));
            return this;
        }
    }

    /**
     * Inserts rows in their order.
     *
     * @param sql with {@code <rows>} where the values go
     * @param columns how many values a row has
     */
    static <R> void insert(Handle handle, String sql, int columns, List<R> rows, Binding<R> binding) {
        insert(handle, sql, columns, rows, binding, Statement.NO_GENERATED_KEYS, (statement, some) -> {
        });
    }

    /** The same for a table that numbers its rows; none of them may be in it, and the statement may not let one pass. */
    static <R> void insert(Handle handle, String sql, int columns, List<R> rows, Binding<R> binding,
            Numbered<R> numbered) {
        insert(handle, sql, columns, rows, binding, Statement.RETURN_GENERATED_KEYS,
                (statement, some) -> numbered.as(some, keys(statement, some.size())));
    }

    /**
     * Hears which ids the rows of a statement were given. The first is the server's word. The driver counts on from it, as
     * far from each to the next as it was when it connected: whether that is still so the last one shows.
     */
    interface Numbered<R> {
        void as(List<R> rows, List<Long> ids);
    }

    private interface Executed<R> {
        void with(PreparedStatement statement, List<R> rows) throws SQLException;
    }

    private static <R> void insert(Handle handle, String sql, int columns, List<R> rows, Binding<R> binding,
            int keys, Executed<R> executed) {
        String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        int most = PARAMETERS / columns;
        for (int from = 0; from < rows.size();) {
            int each = Math.min(most, rows.size() - from);
            String text = sql.replace(ROWS, String.join(",", Collections.nCopies(each, row)));
            try (PreparedStatement statement = handle.getConnection().prepareStatement(text, keys)) {
                for (; rows.size() - from >= each; from += each) {
                    var parameters = new Bound(statement);
                    List<R> some = rows.subList(from, from + each);
                    for (R one : some) {
                        binding.bind(parameters, one);
                    }
                    statement.executeUpdate();
                    executed.with(statement, some);
                }
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        }
    }

    private static List<Long> keys(PreparedStatement statement, int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (ResultSet keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
        }
        if (ids.size() != count) {
            throw new IllegalStateException("the database numbered " + ids.size() + " of " + count + " rows");
        }
        return ids;
    }

    /**
     * Reads the rows that have one of these keys, in no order beyond that of each statement.
     *
     * @param sql with {@code <keys>} where the list goes; parameters of its own come before it
     */
    static <K> void select(Handle handle, String sql, Collection<K> keys, Binding<K> binding, Reading reading) {
        List<K> all = List.copyOf(keys);
        for (int from = 0; from < all.size();) {
            int each = Math.min(KEYS, all.size() - from);
            String text = sql.replace(KEYS_HERE, String.join(",", Collections.nCopies(each, "?")));
            try (PreparedStatement statement = handle.getConnection().prepareStatement(text)) {
                for (; all.size() - from >= each; from += each) {
                    var parameters = new Bound(statement);
                    for (K key : all.subList(from, from + each)) {
                        binding.bind(parameters, key);
                    }
                    read(statement, reading);
                }
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        }
    }

    /** The keys in their order, in parts that fit into a list of a statement. */
    static <K> List<List<K>> parts(Collection<K> keys) {
        List<K> all = List.copyOf(keys);
        List<List<K>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KEYS) {
            parts.add(all.subList(from, Math.min(all.size(), from + KEYS)));
        }
        return parts;
    }

    private static void read(PreparedStatement statement, Reading reading) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reading.read(rows);
            }
        }
    }

    /**
     * Whether any row may have one of these keys: those of a new file often lie where the books hold nothing, which one look
     * tells.
     *
     * @param sql has a parameter for the lowest and one for the highest key
     */
    static boolean mayHold(Handle handle, String sql, Collection<String> keys) {
        if (keys.isEmpty()) {
            return false;
        }
        if (!keys.stream().allMatch(ManyRows::sortsAsBytes)) {
            return true;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            var unused = new Bound(statement).text(Collections.min(keys)).text(Collections.max(keys));
            boolean[] any = {false};
            read(statement, row -> any[0] = true);
            return any[0];
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /** Of other characters the server's order may be another than ours. */
    private static boolean sortsAsBytes(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
