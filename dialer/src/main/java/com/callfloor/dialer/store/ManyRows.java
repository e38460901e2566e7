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
import java.util.function.LongConsumer;

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

    /** The parameters of a statement, filled from left to right. */
    static final class Parameters {
        private final PreparedStatement statement;
        private int last;

        private Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters text(@Nullable String value) throws SQLException {
            last++;
            statement.setString(last, value);
            return this;
        }

        Parameters number(long value) throws SQLException {
            last++;
            statement.setLong(last, value);
            return this;
        }

        Parameters numberOrNull(@Nullable Number value) throws SQLException {
            if (value != null) {
                return number(value.longValue());
            }
            last++;
            statement.setNull(last, Types.BIGINT);
            return this;
        }

        Parameters date(LocalDate value) throws SQLException {
            last++;
            statement.setObject(last, value);
            return this;
        }

        Parameters instant(Instant value) throws SQLException {
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
        insert(handle, sql, columns, rows, binding, Statement.NO_GENERATED_KEYS, (statement, count) -> {
        });
    }

    /** The same for a table that numbers its rows. */
    static <R> void insert(Handle handle, String sql, int columns, List<R> rows, Binding<R> binding,
            Inserted inserted) {
        insert(handle, sql, columns, rows, binding, Statement.RETURN_GENERATED_KEYS,
                (statement, count) -> firstKey(statement, first -> inserted.at(first, count)));
    }

    /** Hears that {@code count} rows went in at once, under ids from {@code first} on if all of them were new. */
    interface Inserted {
        void at(long first, int count);
    }

    private interface Executed {
        void with(PreparedStatement statement, int count) throws SQLException;
    }

    private static <R> void insert(Handle handle, String sql, int columns, List<R> rows, Binding<R> binding,
            int keys, Executed executed) {
        String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        int most = PARAMETERS / columns;
        for (int from = 0; from < rows.size();) {
            int each = Math.min(most, rows.size() - from);
            String text = sql.replace(ROWS, String.join(",", Collections.nCopies(each, row)));
            try (PreparedStatement statement = handle.getConnection().prepareStatement(text, keys)) {
                for (; rows.size() - from >= each; from += each) {
                    var parameters = new Parameters(statement);
                    for (R one : rows.subList(from, from + each)) {
                        binding.bind(parameters, one);
                    }
                    statement.executeUpdate();
                    executed.with(statement, each);
                }
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        }
    }

    private static void firstKey(PreparedStatement statement, LongConsumer first) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            if (keys.next()) {
                first.accept(keys.getLong(1));
            }
        }
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
                    var parameters = new Parameters(statement);
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

    /** Reads {@code count} rows from an id on, in order of id; {@code sql} has a parameter for each of the two. */
    static void selectFrom(Handle handle, String sql, long first, int count, Reading reading) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            new Parameters(statement).number(first).number(count);
            read(statement, reading);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
