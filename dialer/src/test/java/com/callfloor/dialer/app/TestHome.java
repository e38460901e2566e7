package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home of a test's own that begins empty: the checkout's configuration and tools, and its own state. */
final class TestHome {
    private static final List<String> FROM_CHECKOUT = List.of("config", "sql", "var/tools", "var/sounds");

    private TestHome() {}

    static Home fresh(String name) throws IOException {
        Path root = checkout().resolve("dialer/target/floor").resolve(name);
        clear(root);
        Files.createDirectories(root.resolve("var"));
        for (String part : FROM_CHECKOUT) {
            Files.createSymbolicLink(root.resolve(part), checkout().resolve(part));
        }
        return new Home(root);
    }

    private static void clear(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(root)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
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
