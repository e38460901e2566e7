package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The machine as tests use it: the checkout's tools, and a state folder of their own that begins empty. */
final class TestMachine {
    private TestMachine() {}

    static LocalMachine fresh(String name) throws IOException {
        Path state = checkout().resolve("dialer/target/floor").resolve(name);
        if (Files.exists(state)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(state)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        Files.createDirectories(state);
        return LocalMachine.of(checkout(), state);
    }

    static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/asterisk"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("run the tests inside the checkout");
            }
        }
        return here;
    }
}
