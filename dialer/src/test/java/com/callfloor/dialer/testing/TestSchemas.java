package com.callfloor.dialer.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Schemas of one test's own; after it they are dropped, or emptied for the next one. */
public final class TestSchemas implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TestSchemas.class);
    private static final int POOL = 10;
    /** Longer than a floor's: a build server that is busy is no database that is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestServer server;
    private final Deque<String> schemas = new ArrayDeque<>();
    private final Deque<String> migrated = new ArrayDeque<>();
    private final Deque<Database> open = new ArrayDeque<>();

    TestSchemas(TestServer server) {
        this.server = server;
    }

    /** A new database without a table. */
    public DatabaseSettings empty() {
        String name = created();
        schemas.push(name);
        return settings(name);
    }

    /** A database with the floor's tables and nothing in them but what the migrations put there, open. */
    public Database migrated(Clock clock) {
        try {
            String name = server.spare().poll();
            if (name == null) {
                name = created();
                try (Connection connection = connect()) {
                    server.template().copyInto(connection, name, this::template);
                }
            }
            migrated.push(name);
            return open(settings(name), clock);
        } catch (DatabaseProblem | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stays for all tests of this JVM. */
    private String template() {
        String name = created();
        try (Database database = Database.open(settings(name), Clock.systemUTC())) {
            database.migrate();
        } catch (DatabaseProblem e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private String created() {
        String name = "callfloor_test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return name;
    }

    private DatabaseSettings settings(String name) {
        return new DatabaseSettings(server.jdbcUrl(name), server.server().user(), server.server().password(), POOL,
                PATIENCE);
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
        schemas.forEach(this::drop);
        migrated.forEach(this::handOn);
    }

    /** To make the tables anew would take most of a test's time. */
    private void handOn(String name) {
        try (Connection connection = connect()) {
            if (server.template().restore(connection, name)) {
                server.spare().push(name);
            } else {
                drop(name);
            }
        } catch (SQLException e) {
            // Its test is over and was what it was; the server and its folder go with the JVM.
            LOG.warn("the schema {} is not handed on", name, e);
        }
    }

    private void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name);
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
