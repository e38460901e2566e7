package com.callfloor.dialer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * How the floor talks to its database: short timeouts, so that a dead one is noticed within seconds; UTC; READ COMMITTED,
 * so that each statement of a reservation sees what the node before it committed; and no silent truncation.
 */
final class ConnectionPool {
    private static final long VALIDATE_MS = 1_000;
    private static final long ANSWER_MS = 5_000;
    private static final long KEEP_ALIVE_MS = 60_000;
    private static final int BULK_CONNECTIONS = 4;
    private static final long BULK_IDLE_MS = 30_000;
    private static final long LIFETIME_MS = 1_500_000;
    /** Shorter than the answer's limit, so that a lock that is held is reported as that and not as a dead server. */
    private static final int LOCK_WAIT_S = 3;
    private static final String SESSION = "SET SESSION innodb_lock_wait_timeout = " + LOCK_WAIT_S + ", sql_mode = "
            + "'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    private ConnectionPool() {}

    /** Does not connect yet. */
    static HikariDataSource of(DatabaseSettings settings) {
        HikariConfig config = common(settings);
        config.setPoolName("floor-database");
        config.setMaximumPoolSize(settings.poolSize());
        config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER_MS));
        return new HikariDataSource(config);
    }

    /**
     * Connections on which statements are prepared by the server and kept, opened when they are needed and closed soon
     * after: an import's.
     */
    static HikariDataSource forBulk(DatabaseSettings settings) {
        HikariConfig config = common(settings);
        config.setPoolName("floor-bulk");
        config.setMaximumPoolSize(BULK_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(BULK_IDLE_MS);
        config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER_MS));
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSize", "50");
        // Longer than the text of any statement over many rows.
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "65536");
        // NewRows streams rows to the server; no file is ever named. Nowhere else may the server ask for any.
        config.addDataSourceProperty("allowLoadLocalInfile", "true");
        // Should it ask for one all the same, there is none where it may look.
        config.addDataSourceProperty("allowLoadLocalInfileInPath", emptyFolder());
        return new HikariDataSource(config);
    }

    private static String emptyFolder() {
        try {
            Path folder = Files.createTempDirectory("callfloor-empty-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for temporary files", e);
        }
    }

    /** One connection that waits for as long as a migration takes. */
    static HikariDataSource forMigration(DatabaseSettings settings) {
        HikariConfig config = common(settings);
        config.setPoolName("floor-migration");
        // Flyway holds one connection for its lock and history and works on another.
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static HikariConfig common(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.patience().toMillis());
        config.setValidationTimeout(VALIDATE_MS);
        config.setKeepaliveTime(KEEP_ALIVE_MS);
        config.setMaxLifetime(LIFETIME_MS);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("connectTimeout", Long.toString(settings.patience().toMillis()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        config.addDataSourceProperty("characterEncoding", "UTF-8");
        config.addDataSourceProperty("rewriteBatchedStatements", "true");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("cacheServerConfiguration", "true");
        return config;
    }
}
