package com.callfloor.recorder.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The standalone jar as its own process. */
class RecorderMainIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SIGTERM_STATUS = 128 + 15;

    private final Path folder;
    private final Path log;
    private final Desk desk;
    private final DialerStand dialer;
    private final ExpectedRecording call = Calls.connected(Duration.ofSeconds(20));
    private final List<Process> processes = new ArrayList<>();

    RecorderMainIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        log = folder.resolve("recorder.log");
        desk = new Desk(folder);
        dialer = new DialerStand(desk, new MovableClock(ANSWERED.plusSeconds(60)));
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
        dialer.close();
    }

    @Test
    void killedHalfWayThroughAnUpload_theNextOneHandsTheRecordingIn() throws Exception {
        desk.register.expect(call);
        Path raw = Calls.writeTones(desk.spoolFolder, call);
        CountDownLatch halfWay = new CountDownLatch(1);
        dialer.troubles.add(exchange -> {
            exchange.getRequestBody().readNBytes(100_000);
            halfWay.countDown();
            exchange.getRequestBody().readAllBytes();
        });

        Process first = start("--config", config().toString());
        assertThat(halfWay.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        first.destroyForcibly().waitFor();
        assertThat(raw).exists();
        assertThat(desk.register.kept()).isEmpty();

        Process second = start("--config", config().toString());
        await().atMost(SOON).until(() -> !Files.exists(raw));
        assertThat(desk.register.kept().get(call.attemptId())).matches(kept -> kept.verified());
        await().atMost(SOON).until(() -> Files.readString(log).contains("Handed in " + call.attemptId()));

        second.destroy();
        assertThat(second.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(SIGTERM_STATUS);
        assertThat(Files.readString(log)).doesNotContain("DEBUG", "SLF4J", DialerStand.TOKEN);
    }

    @Test
    void itsHelp_isAllThatItPrints() throws Exception {
        Process help = start("--help");

        assertThat(help.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(help.exitValue()).isZero();
        assertThat(Files.readString(log)).startsWith("Usage: java -jar recorder-standalone.jar")
                .endsWith("above the file.\n");
    }

    private Path config() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), DialerStand.TOKEN + "\n");
        return Files.writeString(folder.resolve("recorder.yaml"), """
                remote_recorder:
                  dialer_url: %s
                  token_file: %s
                  spool: %s
                  poll_seconds: 1
                """.formatted(dialer.address(), token, desk.spoolFolder));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-jar",
                Path.of(System.getProperty("basedir", "."), "target", "recorder-standalone.jar").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        processes.add(process);
        return process;
    }
}
