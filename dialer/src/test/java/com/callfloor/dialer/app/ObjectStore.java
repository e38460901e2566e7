package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import com.callfloor.dialer.local.FreePorts;

import static org.awaitility.Awaitility.await;

/**
 * The S3-compatible store that the recorder's tests use, as a process beside a floor: it can be killed and started again
 * over the same objects.
 */
final class ObjectStore implements AutoCloseable {
    private static final String BUCKET = "callfloor-recordings";
    private static final Path PROGRAM = TestHome.checkout().resolve("recorder/target/s3mock.jar");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final String SETTING = "COM_ADOBE_TESTING_S3MOCK_STORE_";

    private final FreePorts ports = new FreePorts(new Random());
    private final Path folder;
    private final int port;
    private final int unusedPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** @param folder of its objects and its log */
    ObjectStore(Path folder) throws IOException {
        this.folder = folder;
        port = ports.next();
        unusedPort = ports.next();
        process = launched();
        awaitAnswer();
    }

    private Process launched() throws IOException {
        var command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-jar", PROGRAM.toString(), "--http.port=" + port,
                "--server.port=" + unusedPort).redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile());
        command.environment()
                .putAll(Map.of(SETTING + "INITIALBUCKETS", BUCKET, SETTING + "RETAINFILESONEXIT", "true",
                        SETTING + "ROOT", Files.createDirectories(folder.resolve("objects")).toString()));
        return command.start();
    }

    private void awaitAnswer() {
        await("the object store").atMost(LONGEST_START).until(this::answers);
    }

    private boolean answers() throws InterruptedException {
        try {
            return http
                    .send(HttpRequest.newBuilder(endpoint().resolve("/" + BUCKET)).build(), BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** By the names of the environment. */
    Map<String, String> settings() {
        return Map.of("FLOOR_RECORDER_S3_ENDPOINT", endpoint().toString(), "FLOOR_RECORDER_S3_ACCESS_KEY", "a-key",
                "FLOOR_RECORDER_S3_SECRET_KEY", "a-secret");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launched();
        awaitAnswer();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.shutdownNow();
        ports.close();
    }
}
