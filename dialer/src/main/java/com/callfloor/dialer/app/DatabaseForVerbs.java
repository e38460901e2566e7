package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Properties;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.store.SqlPackArchive;

/**
 * The database for a verb that runs beside the floor or without one: the configured one, the embedded one of a running
 * floor, or the embedded one started for the moment.
 */
final class DatabaseForVerbs implements AutoCloseable {
    final FloorConfig config;
    final Database database;
    private final Home home;
    private final LocalParts local;

    private DatabaseForVerbs(Home home, FloorConfig config, Database database, LocalParts local) {
        this.home = home;
        this.config = config;
        this.database = database;
        this.local = local;
    }

    static DatabaseForVerbs open(Home home) throws ConfigProblem, DatabaseProblem {
        FloorConfig config = new ConfigFile().read(home.configFile(), System.getenv());
        LocalParts local = new LocalParts(home, config);
        if (config.database().isEmbedded() && Files.exists(note(home))) {
            try {
                return new DatabaseForVerbs(home, config, Books.database(noted(home, config), Clock.systemUTC()),
                        local);
            } catch (DatabaseProblem | IOException e) {
                // The note of a floor that was killed: its database died with it.
            }
        }
        try {
            return new DatabaseForVerbs(home, config, Books.database(local.database(), Clock.systemUTC()), local);
        } catch (DatabaseProblem | RuntimeException e) {
            local.close();
            throw e;
        }
    }

    /** Reads the rule packs besides, and notes nothing: a pack is in force when a floor runs under it. */
    Books books() throws ConfigProblem {
        return Books.over(home, config, database, SqlPackArchive.reading(database), Clock.systemUTC());
    }

    /** Where a running floor's embedded database is; only its owner may read it. */
    static void note(Home home, DatabaseSettings settings) throws IOException {
        Files.deleteIfExists(note(home));
        Files.createFile(note(home),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var properties = new Properties();
        properties.setProperty("url", settings.jdbcUrl());
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        try (Writer writer = Files.newBufferedWriter(note(home))) {
            properties.store(writer, "the running floor's embedded database");
        }
    }

    static void forget(Home home) throws IOException {
        Files.deleteIfExists(note(home));
    }

    private static DatabaseSettings noted(Home home, FloorConfig config) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(note(home))) {
            properties.load(reader);
        }
        return new DatabaseSettings(properties.getProperty("url", ""), properties.getProperty("user", ""),
                properties.getProperty("password", ""), config.database().pool());
    }

    private static Path note(Home home) {
        return home.var().resolve("database.properties");
    }

    @Override
    public void close() {
        database.close();
        local.close();
    }
}
