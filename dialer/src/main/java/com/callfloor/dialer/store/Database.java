package com.callfloor.dialer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The floor's database: an open pool of connections. Usable from any thread. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseSettings settings;
    private final Clock clock;
    private final HikariDataSource pool;
    private final HikariDataSource bulkPool;
    private final Jdbi jdbi;
    private final Jdbi bulk;

    private Database(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.pool = ConnectionPool.of(settings);
        this.bulkPool = ConnectionPool.forBulk(settings);
        this.jdbi = over(pool);
        this.bulk = over(bulkPool);
    }

    private static Jdbi over(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        SqlTypes.register(jdbi);
        // A statement's arguments are names, numbers and notes: they do not belong into an exception's message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    /**
     * Opens the pool after one connection has shown that the server can be used.
     *
     * @throws DatabaseProblem what is wrong and how to mend it, within about 5 s
     */
    public static Database open(DatabaseSettings settings, Clock clock) throws DatabaseProblem {
        try (Connection connection = FirstConnection.open(settings)) {
            FirstConnection.check(connection, settings);
        } catch (SQLException e) {
            throw SqlFailures.onConnecting(settings, e);
        }
        return new Database(settings, clock);
    }

    /**
     * Brings the tables up to date; does nothing where they are. Safe to be called by several nodes at once.
     *
     * @throws DatabaseProblem.MigrationFailed nothing may run on these tables
     */
    public void migrate() throws DatabaseProblem {
        try (HikariDataSource patient = ConnectionPool.forMigration(settings)) {
            int applied = Flyway.configure()
                    .dataSource(patient)
                    .locations("classpath:db/migration")
                    .cleanDisabled(true)
                    .load()
                    .migrate().migrationsExecuted;
            LOG.info("tables are up to date, {} migrations applied now", applied);
        } catch (FlywayException e) {
            throw new DatabaseProblem.MigrationFailed(settings, e);
        }
    }

    /**
     * Asks for a sign of life.
     *
     * @return how long it took
     * @throws DatabaseProblem within about 5 s if there is none
     */
    public Duration ping() throws DatabaseProblem {
        long began = System.nanoTime();
        databaseTime();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** How far the database's clock is ahead of the floor's; negative if it is behind. Right to about a round trip. */
    public Duration clockDifference() throws DatabaseProblem {
        Instant before = clock.instant();
        Instant there = databaseTime();
        Instant after = clock.instant();
        return Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), there);
    }

    private Instant databaseTime() throws DatabaseProblem {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT UTC_TIMESTAMP(6)")) {
            row.next();
            return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        } catch (SQLException e) {
            throw SqlFailures.onConnecting(settings, e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** For {@link ManyRows}: connections of their own, so that imports never wait for the floor's, nor it for theirs. */
    Jdbi bulk() {
        return bulk;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        pool.close();
        bulkPool.close();
    }
}
