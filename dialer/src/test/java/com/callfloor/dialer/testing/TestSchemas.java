package com.callfloor.dialer.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.DatabaseSettings;

/** Schemas of one test's own; they are dropped after it. */
public final class TestSchemas implements AutoCloseable {
    private static final int POOL = 10;

    private final TestServer server;
    private final Deque<String> schemas = new ArrayDeque<>();
    private final Deque<Database> open = new ArrayDeque<>();

    TestSchemas(TestServer server) {
        this.server = server;
    }

    /** A new database without a table. */
    public DatabaseSettings empty() {
        String name = "callfloor_test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        schemas.push(name);
        return new DatabaseSettings(server.jdbcUrl(name), server.server().user(), server.server().password(), POOL);
    }

    /** A new database with the floor's tables, open. */
    public Database migrated(Clock clock) {
        try {
            DatabaseSettings settings = empty();
            String name = schemas.element();
            try (Connection connection = connect()) {
                server.template().copyInto(connection, name, this::template);
            }
            return open(settings, clock);
        } catch (DatabaseProblem | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stays for all tests of this JVM. */
    private String template() {
        DatabaseSettings settings = empty();
        String name = schemas.pop();
        try (Database database = Database.open(settings, Clock.systemUTC())) {
            database.migrate();
        } catch (DatabaseProblem e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** One more node on the same database; closed with the schemas. */
    public Database open(DatabaseSettings settings, Clock clock) throws DatabaseProblem {
        Database database = Database.open(settings, clock);
        open.push(database);
        return database;
    }

    @Override
    public void close() {
        open.forEach(Database::close);
        schemas.forEach(name -> execute("DROP DATABASE IF EXISTS " + name));
    }

    private void execute(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("callfloor"), server.server().user(),
                server.server().password());
    }
}
