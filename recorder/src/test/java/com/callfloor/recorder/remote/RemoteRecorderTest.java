package com.callfloor.recorder.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.audio.WavHeader;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.Events;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RemoteRecorderTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(20);

    private final Desk desk;
    private final MovableClock clock = new MovableClock(ANSWERED.plusSeconds(60));
    private final DialerStand dialer;
    private final Events events = new Events();
    private final ExpectedRecording call = Calls.connected(LENGTH);
    private final Path raw;

    RemoteRecorderTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
        dialer = new DialerStand(desk, clock);
        desk.register.expect(call);
        raw = Calls.writeTones(desk.spoolFolder, call);
    }

    @AfterEach
    void close() {
        dialer.close();
    }

    @Test
    void aRecording_isHandedIn_andThenItsRawFileIsGone() throws IOException {
        try (RemoteRecorder recorder = recorder(DialerStand.TOKEN)) {
            recorder.start();

            thenItIsHandedIn();
        }
        assertThat(events.failures).isEmpty();
    }

    @Test
    void aDialerThatDiesHalfWay_getsItAgain() throws IOException {
        dialer.troubles.add(exchange -> {
            exchange.getRequestBody().readNBytes(100_000);
        });

        thenItIsHandedInAfter("no answer from the dialer to PUT");
    }

    @Test
    void aDialerThatDiesAfterKeepingIt_isAskedAgain_andTheRawFileGoes() throws IOException {
        dialer.troubles.add(exchange -> {
            dialer.keepWithoutAnswer(exchange, call.attemptId());
        });

        try (RemoteRecorder recorder = recorder(DialerStand.TOKEN)) {
            recorder.start();

            await().atMost(SOON).until(() -> events.stored.contains(call.attemptId()));
        }
        assertThat(raw).doesNotExist();
        assertThat(desk.register.kept()).containsOnlyKeys(call.attemptId());
    }

    @Test
    void anAnswerWithAnotherDigest_isNotBelieved() throws IOException {
        dialer.troubles.add(exchange -> {
            exchange.getRequestBody().readAllBytes();
            DialerStand.answer(exchange, 201, new RecorderJson().writeStored(confirmation("0".repeat(64))));
        });

        thenItIsHandedInAfter("promised SHA-256");
    }

    @Test
    void aServerInTrouble_getsItAgain() throws IOException {
        dialer.troubles.add(exchange -> {
            exchange.getRequestBody().readAllBytes();
            DialerStand.answer(exchange, 503, "the database is gone");
        });

        thenItIsHandedInAfter("the database is gone");
    }

    @Test
    void aWrongToken_deletesNothing() throws Exception {
        try (RemoteRecorder recorder = recorder("another-token")) {
            assertThat(recorder.drain(Duration.ofMillis(1))).as("the dialer can be asked").isFalse();
        }
        assertThat(raw).exists();
        assertThat(desk.register.kept()).isEmpty();
    }

    @Test
    void aWrongToken_isSaidWithWhatToDo() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            DialerClient client = new DialerClient(http, dialer.address(), "another-token");

            assertThatThrownBy(client::awaiting).isInstanceOf(DialerRefusedException.class)
                    .hasMessageContaining("answered 401")
                    .hasMessageContaining("remote_recorder.token_file");
        }
    }

    @Test
    void whatNeverComes_isReportedAsMissing() throws IOException {
        Files.delete(raw);
        clock.move(Desk.MISSING_AFTER.plus(LENGTH));

        try (RemoteRecorder recorder = recorder(DialerStand.TOKEN)) {
            recorder.start();

            await().atMost(SOON).until(() -> desk.register.missing().containsKey(call.attemptId()));
        }
    }

    private RemoteRecorder recorder(String token) {
        return new RemoteRecorder(new RemoteSettings(dialer.address(), token, desk.spoolFolder, DebtorSide.LEFT,
                Duration.ofMillis(50), 2, Desk.MISSING_AFTER), clock, events);
    }

    private StoredRecording confirmation(String sha256) {
        SideLevels levels = new SideLevels(-20, -10, Duration.ZERO, false);
        return new StoredRecording(call.attemptId(), call.caseId(),
                VaultKey.ofRecording(call.attemptId(), call.answeredAt(), RecordingFormat.WAV), RecordingFormat.WAV,
                sha256, sha256, 44, LENGTH,
                new Levels(levels, levels), Set.of(), clock.instant());
    }

    private void thenItIsHandedInAfter(String failure) throws IOException {
        try (RemoteRecorder recorder = recorder(DialerStand.TOKEN)) {
            recorder.start();

            await().atMost(SOON).until(() -> !events.failures.isEmpty());
            assertThat(events.failures.getFirst()).contains(failure);
            thenItIsHandedIn();
        }
    }

    private void thenItIsHandedIn() throws IOException {
        await().atMost(SOON).until(() -> !Files.exists(raw));
        StoredRecording kept = desk.register.kept().values().iterator().next();
        assertThat(kept.verified()).isTrue();
        try (InputStream stored = desk.vault.open(kept.key())) {
            byte[] wav = stored.readAllBytes();
            assertThat(Sound.amplitudeOf(440, wav, WavHeader.BYTES, 0)).isGreaterThan(9_900);
            assertThat(Sound.amplitudeOf(1_000, wav, WavHeader.BYTES, 1)).isGreaterThan(9_900);
        }
        try (InputStream stored = desk.vault.open(kept.key())) {
            assertThat(Sha256.of(stored)).isEqualTo(kept.sha256());
        }
    }
}
