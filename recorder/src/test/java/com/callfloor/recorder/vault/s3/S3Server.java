package com.callfloor.recorder.vault.s3;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** An object store in a process of its own, which keeps its objects in a folder and can be killed. */
final class S3Server {
    static final String BUCKET = "recordings";
    private static final Path PROGRAM = Path.of("target", "s3mock.jar");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final int FIRST_PORT = 20_000;
    private static final int END_OF_PORTS = 28_000;
    private static final int TRIES = 100;

    private final Path folder;
    private final int port;
    private final int unusedPort;
    private @Nullable Process process;

    S3Server(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket one = free(); ServerSocket other = free()) {
            port = one.getLocalPort();
            unusedPort = other.getLocalPort();
        }
        start();
    }

    /** Below the ports that the kernel gives to connections, so that it is still free when the server starts again. */
    private static ServerSocket free() throws IOException {
        for (int port : RandomGenerator.getDefault().ints(TRIES, FIRST_PORT, END_OF_PORTS).toArray()) {
            try {
                return new ServerSocket(port);
            } catch (BindException e) {
                // Another one, then.
            }
        }
        throw new IOException("no free port between " + FIRST_PORT + " and " + END_OF_PORTS);
    }

    /** Once more after a kill, over the same objects. */
    void start() throws IOException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m",
                "-jar", PROGRAM.toString(), "--http.port=" + port, "--server.port=" + unusedPort)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile());
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIALBUCKETS", BUCKET);
        builder.environment()
                .put("COM_ADOBE_TESTING_S3MOCK_STORE_ROOT",
                        Files.createDirectories(folder.resolve("objects")).toString());
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_RETAINFILESONEXIT", "true");
        process = builder.start();
        await().atMost(LONGEST_START).until(this::answers);
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client
                    .send(HttpRequest.newBuilder(endpoint().resolve("/" + BUCKET)).build(), BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    S3Settings settings() {
        return settings(BUCKET);
    }

    S3Settings settings(String bucket) {
        return new S3Settings(endpoint(), bucket, "us-east-1", "a-key", "a-secret", true, Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
