package com.callfloor.dialer.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tables as the migrations left them once, to be made again in other schemas: twenty migrations for each test would take
 * most of its time. {@code MigrationIT} runs the real ones.
 */
final class TemplateSchema {
    private final List<String> statements = new ArrayList<>();

    /**
     * Makes the tables, with the rows that migrations put into them, in {@code schema}.
     *
     * @param migrated makes a schema by the migrations and tells its name; asked once
     */
    void copyInto(Connection connection, String schema, Supplier<String> migrated) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            readOnce(statement, migrated);
            statement.execute("USE " + schema);
            // The tables refer to each other in any order.
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private synchronized void readOnce(Statement statement, Supplier<String> migrated) throws SQLException {
        if (!statements.isEmpty()) {
            return;
        }
        String name = migrated.get();
        for (String table : tables(statement, name)) {
            try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + name + "." + table)) {
                row.next();
                statements.add(row.getString(2));
            }
            if (holdsRows(statement, name, table)) {
                statements.add("INSERT INTO " + table + " SELECT * FROM " + name + "." + table);
            }
        }
    }

    private static List<String> tables(Statement statement, String name) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW TABLES FROM " + name)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean holdsRows(Statement statement, String name, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + name + "." + table + " LIMIT 1")) {
            return row.next();
        }
    }
}
