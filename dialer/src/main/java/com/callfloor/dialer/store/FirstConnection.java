package com.callfloor.dialer.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a server can be used, before a pool hides its answers behind time-outs. */
final class FirstConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FirstConnection.class);
    private static final int FLUSHED_AT_COMMIT = 1;

    private FirstConnection() {}

    static Connection open(DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", Long.toString(settings.patience().toMillis()));
        properties.setProperty("socketTimeout", Long.toString(settings.patience().plusSeconds(1).toMillis()));
        return DriverManager.getConnection(settings.jdbcUrl(), properties);
    }

    static void check(Connection connection, DatabaseSettings settings) throws SQLException, DatabaseProblem {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT VERSION(), @@innodb_flush_log_at_trx_commit, DATABASE()")) {
            row.next();
            ServerVersion version = ServerVersion.parse(row.getString(1));
            if (version.tooOld()) {
                throw new DatabaseProblem.TooOld(settings, version);
            }
            if (row.getString(3) == null) {
                throw new DatabaseProblem.UnknownDatabase(settings, new SQLException("the URL names no database"));
            }
            if (row.getInt(2) != FLUSHED_AT_COMMIT) {
                LOG.warn("the database may lose the last second of attempts when its machine dies, so that somebody"
                        + " is called once too often: set innodb_flush_log_at_trx_commit = 1");
            }
        }
    }
}
