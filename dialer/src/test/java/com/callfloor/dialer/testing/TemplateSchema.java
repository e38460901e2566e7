package com.callfloor.dialer.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The tables as the migrations left them once, to be made again in other schemas: some thirty migrations for each test would
 * take most of its time. {@code MigrationIT} runs the real ones.
 */
final class TemplateSchema {
    /** By the tables' names, the statement that makes each. */
    private final Map<String, String> tables = new LinkedHashMap<>();
    /** By the tables' names, the statement that puts the migrations' rows in, where there are some. */
    private final Map<String, String> rows = new LinkedHashMap<>();

    /**
     * Makes the tables, with the rows that migrations put into them, in {@code schema}.
     *
     * @param migrated makes a schema by the migrations and tells its name; asked once
     */
    void copyInto(Connection connection, String schema, Supplier<String> migrated) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            readOnce(statement, migrated);
            use(statement, schema);
            for (String each : tables.values()) {
                statement.execute(each);
            }
            for (String each : rows.values()) {
                statement.execute(each);
            }
        }
    }

    /**
     * Gives a schema that {@link #copyInto} made the rows of a new one. Tables that a test alters stay altered.
     *
     * @return false, with nothing done, if somebody is still connected to it
     */
    boolean restore(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!column(statement, "SELECT id FROM information_schema.processlist WHERE db = '%s'".formatted(schema))
                    .isEmpty()) {
                return false;
            }
            use(statement, schema);
            for (String table : notEmpty(statement)) {
                statement.execute("TRUNCATE TABLE " + table);
            }
            for (String each : rows.values()) {
                statement.execute(each);
            }
            return true;
        }
    }

    private List<String> notEmpty(Statement statement) throws SQLException {
        return column(statement, tables.keySet()
                .stream()
                .map(table -> "SELECT '%s' FROM DUAL WHERE EXISTS (SELECT 1 FROM %s)".formatted(table, table))
                .collect(Collectors.joining(" UNION ALL ")));
    }

    private synchronized void readOnce(Statement statement, Supplier<String> migrated) throws SQLException {
        if (!tables.isEmpty()) {
            return;
        }
        String name = migrated.get();
        for (String table : column(statement, "SHOW TABLES FROM " + name)) {
            try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + name + "." + table)) {
                row.next();
                tables.put(table, row.getString(2));
            }
            if (!column(statement, "SELECT 1 FROM " + name + "." + table + " LIMIT 1").isEmpty()) {
                rows.put(table, "INSERT INTO " + table + " SELECT * FROM " + name + "." + table);
            }
        }
    }

    /** From here on the statement's tables are this schema's, which refer to each other in any order. */
    private static void use(Statement statement, String schema) throws SQLException {
        statement.execute("USE " + schema);
        statement.execute("SET FOREIGN_KEY_CHECKS = 0");
    }

    private static List<String> column(Statement statement, String question) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                values.add(answer.getString(1));
            }
        }
        return values;
    }
}
