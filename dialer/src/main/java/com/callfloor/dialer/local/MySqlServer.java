package com.callfloor.dialer.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real MySQL server, on which {@code bin/floor test --database mysql} runs the tests that touch SQL. */
public final class MySqlServer {
    private static final Duration LONGEST_SET_UP = Duration.ofMinutes(2);

    private MySqlServer() {}

    /**
     * Makes the server ready to start: 10 s the first time on a checkout, then at once.
     *
     * @throws LocalFloorException if {@code bin/floor} has not prepared a MySQL, or its data cannot be made
     */
    public static DatabaseServer prepare(LocalMachine machine) {
        String program = machine.tools().mySqlServer().toString();
        Path kept = machine.tools().kept("mysql");
        if (!Files.isDirectory(kept)) {
            DataFolder.makeWhole(kept, folder -> initialise(machine, program, folder));
        }
        Path home = ShortPath.of(DataFolder.ready(machine.state().resolve("database-mysql"), kept.resolve("empty")));
        return new SqlServer("MySQL", home, machine,
                List.of(program, "--no-defaults", "--disable-log-bin", "--mysqlx=OFF", "--secure-file-priv=NULL"));
    }

    private static void initialise(LocalMachine machine, String program, Path unfinished) {
        Path folder = ShortPath.of(unfinished);
        machine.children()
                .run(new ChildCommand("The set-up of MySQL",
                        List.of(program, "--no-defaults", "--initialize-insecure",
                                "--user=" + System.getProperty("user.name"), "--datadir=" + folder.resolve("empty")),
                        folder, folder.resolve("set-up.log")), LONGEST_SET_UP);
    }
}
