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
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.DatabaseSettings;

/**
 * The books for a verb that runs beside the floor or without one: the configured database, the embedded one of a running
 * floor, or the embedded one started for the moment.
 */
final class BooksForVerbs implements AutoCloseable {
    final FloorConfig config;
    final Books books;
    private final LocalParts local;

    private BooksForVerbs(FloorConfig config, Books books, LocalParts local) {
        this.config = config;
        this.books = books;
        this.local = local;
    }

    static BooksForVerbs open(Home home) throws ConfigProblem, DatabaseProblem {
        FloorConfig config = new ConfigFile().read(home.configFile(), System.getenv());
        LocalParts local = new LocalParts(home, config);
        if (config.database().isEmbedded() && Files.exists(note(home))) {
            try {
                return new BooksForVerbs(config, Books.open(home, config, noted(home, config), Clock.systemUTC()),
                        local);
            } catch (DatabaseProblem | IOException e) {
                // The note of a floor that was killed: its database died with it.
            }
        }
        return new BooksForVerbs(config, Books.open(home, config, local.database(), Clock.systemUTC()), local);
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
        books.close();
        local.close();
    }
}
