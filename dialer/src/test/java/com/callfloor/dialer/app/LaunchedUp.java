package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/** The verb {@code up} as bin/floor runs it: a process of its own over a home. */
final class LaunchedUp implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_END = Duration.ofMinutes(3);
    private static final Pattern OPEN = Pattern.compile("The floor is open: (http\\S+)");

    private final Home home;
    private final Path out;
    private final Process process;

    LaunchedUp(Home home, String... options) throws IOException {
        this.home = home;
        out = Files.createTempFile(home.root(), "up", ".out");
        // A build that runs in a shell's background has SIGINT ignored, and so would its children.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Dfloor.home=" + home.root(),
                "-Dlogback.configurationFile=logback.xml", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(),
                "up"));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    }

    /** Everything it has said so far. */
    String said() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the welcome; a client with the demo's token. */
    ApiClient open() throws IOException {
        await("up opens the floor").atMost(LONGEST_START)
                .until(() -> OPEN.matcher(said()).find() || !process.isAlive());
        Matcher address = OPEN.matcher(said());
        if (!address.find()) {
            throw new IOException(said());
        }
        return ApiClient.withToken(URI.create(address.group(1)), Files.readString(home.apiToken()).strip());
    }

    /** Waits for its end. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("up does not end: " + said());
        }
        return process.exitValue();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGINT, as Ctrl-C sends it. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Every process that was started over a home, by its command line or its folder. */
    static List<Path> processesOver(Home home) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(one -> String.valueOf(one.getFileName()).matches("[0-9]+"))
                    .filter(one -> belongs(one, home.var().toString()))
                    .toList();
        }
    }

    private static boolean belongs(Path process, String folder) {
        try {
            return Files.readString(process.resolve("cmdline")).contains(folder)
                    || Files.readSymbolicLink(process.resolve("cwd")).toString().startsWith(folder);
        } catch (IOException e) {
            return false; // it ended while we looked
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
