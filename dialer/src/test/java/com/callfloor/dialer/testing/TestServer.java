package com.callfloor.dialer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

import com.callfloor.dialer.local.DatabaseServer;
import com.callfloor.dialer.local.EmbeddedDatabase;
import com.callfloor.dialer.local.LocalMachine;
import com.callfloor.dialer.local.MySqlServer;

/**
 * The one database server of this JVM's tests, in a folder of its own that is gone afterwards.
 *
 * @param spare the schemas that earlier tests left, as good as new
 */
record TestServer(LocalMachine machine, DatabaseServer server, Path state, TemplateSchema template, Deque<String> spare)
        implements
            AutoCloseable {
    private static final String KIND = "FLOOR_TEST_DATABASE";

    static TestServer start() {
        Path checkout = checkout();
        Path state = checkout.resolve("dialer/target/test-database").resolve("jvm-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LocalMachine machine = LocalMachine.of(checkout, state);
        DatabaseServer server = "mysql".equals(System.getenv(KIND))
                ? MySqlServer.prepare(machine)
                // A disk that is slow to flush fails no test; DatabaseServerIT and the whole floors have one that outlives a power cut.
                : EmbeddedDatabase.prepare(machine, "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-flush-method=nosync");
        server.start();
        return new TestServer(machine, server, state, new TemplateSchema(), new ConcurrentLinkedDeque<>());
    }

    private static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("run the tests inside the checkout");
            }
        }
        return here;
    }

    /** Its address with this schema in place of the floor's. */
    String jdbcUrl(String schema) {
        return server.jdbcUrl().replaceFirst("/callfloor\\b", "/" + schema);
    }

    @Override
    public void close() {
        server.close();
        machine.close();
        try (Stream<Path> all = Files.walk(state)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
