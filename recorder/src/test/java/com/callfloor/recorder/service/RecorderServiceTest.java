package com.callfloor.recorder.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.Events;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.testing.Sound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RecorderServiceTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LENGTH = Duration.ofSeconds(2);

    private final Desk desk;
    private final MovableClock clock = new MovableClock(ANSWERED.plus(LENGTH).plusMillis(30));
    private final Events events = new Events();
    private final RunningRecorder recorder;
    private final ExpectedRecording call = Calls.connected(LENGTH);

    RecorderServiceTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
        desk.register.expect(call);
        recorder = new RunningRecorder(desk, desk.intake(clock), clock, events);
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    @Test
    void anAnnouncedCall_isTakenInAtOnce() throws IOException {
        Calls.writeTones(desk.spoolFolder, call);

        recorder.service.callEnded(call);

        await().atMost(SOON).until(() -> !events.stored.isEmpty());
        RecorderSnapshot numbers = recorder.service.snapshot();
        Duration latency = Duration.ofMillis(30);
        assertThat(numbers.hangupToPlayable()).isEqualTo(new LatencySummary(1, latency, latency, latency));
        assertThat(numbers.verified()).isEqualTo(1);
        assertThat(numbers.spoolFreeBytes()).isPresent();
        assertThat(events.stored).containsExactly(call.attemptId());
    }

    @Test
    void aCallThatNobodyAnnounced_isFoundInTheRegister() throws IOException {
        Calls.writeTones(desk.spoolFolder, call);

        recorder.service.start();

        await().atMost(SOON).until(() -> desk.register.kept().containsKey(call.attemptId()));
    }

    @Test
    void howeverOftenItIsAnnounced_itCountsOnce() throws Exception {
        Calls.writeTones(desk.spoolFolder, call);
        recorder.service.start();

        recorder.service.callEnded(call);
        recorder.service.callEnded(call);
        assertThat(recorder.service.drain(SOON)).isTrue();
        recorder.service.callEnded(call);
        assertThat(recorder.service.drain(SOON)).isTrue();

        RecorderSnapshot numbers = recorder.service.snapshot();
        assertThat(numbers.expected()).isEqualTo(1);
        assertThat(numbers.stored()).isEqualTo(1);
        assertThat(events.stored).hasSize(1);
    }

    @Test
    void whileTheRegisterIsGone_itGoesOnTrying_andLosesNothing() throws Exception {
        Calls.writeTones(desk.spoolFolder, call);
        desk.register.available(false);
        recorder.service.start();
        recorder.service.callEnded(call);
        await().atMost(SOON).until(() -> events.failures.size() >= 3);
        assertThat(recorder.service.drain(Duration.ofMillis(1))).isFalse();

        desk.register.available(true);

        await().atMost(SOON).until(() -> recorder.service.snapshot().stored() == 1);
        assertThat(recorder.service.snapshot().failures()).isGreaterThanOrEqualTo(3);
        assertThat(events.failures.getFirst()).contains(call.attemptId().toString(), "the database is gone");
    }

    @Test
    void aRecordingThatNeverComes_isMissing_andIsMissingNoMoreWhenItComesLate() throws IOException {
        recorder.service.start();
        clock.move(Desk.MISSING_AFTER);
        await().atMost(SOON).until(() -> events.missing.contains(call.attemptId()));
        await().atMost(SOON).until(() -> recorder.service.snapshot().pending() == 0);
        assertThat(recorder.service.snapshot().missing()).isEqualTo(1);
        assertThat(recorder.service.snapshot().expected()).isEqualTo(1);

        Calls.writeTones(desk.spoolFolder, call);

        await().atMost(SOON).until(() -> recorder.service.snapshot().stored() == 1);
        await().atMost(SOON).until(() -> recorder.service.snapshot().pending() == 0);
        assertThat(recorder.service.snapshot().missing()).isZero();
        assertThat(recorder.service.snapshot().expected()).isEqualTo(1);
        assertThat(events.missing).hasSize(1);
    }

    @Test
    void whatIsNoRecording_isSaidOnce_andLeftAlone() throws IOException {
        Path note = Files.writeString(desk.spoolFolder.resolve("README"), "do not delete");
        ExpectedRecording second = Calls.connected(LENGTH);
        recorder.service.start();
        await().atMost(SOON).until(() -> events.strangers.contains("README"));

        // A recording found by a later look proves that there was a later look.
        Calls.writeTones(desk.spoolFolder, second);
        desk.register.expect(second);
        await().atMost(SOON).until(() -> events.stored.contains(second.attemptId()));

        assertThat(events.strangers).containsExactly("README");
        assertThat(note).exists();
    }

    @Test
    void aRawFileThatACrashLeftBehind_isRemoved() throws IOException {
        byte[] tones = Sound.tones(LENGTH, 440, 1_000);
        Calls.writeRaw(desk.spoolFolder, call, tones);
        desk.intake(clock).take(call);
        Path leftover = Calls.writeRaw(desk.spoolFolder, call, tones);

        recorder.service.start();

        await().atMost(SOON).until(() -> !Files.exists(leftover));
        assertThat(recorder.service.snapshot().expected()).isZero();
    }

    @Test
    void anotherRawFileOfAKeptAttempt_isSaidOnce_andStays() throws Exception {
        Calls.writeTones(desk.spoolFolder, call);
        desk.intake(clock).take(call);
        Path other = Calls.writeRaw(desk.spoolFolder, call, Sound.tones(LENGTH, 600, 700));
        recorder.service.start();
        await().atMost(SOON).until(() -> !events.failures.isEmpty());

        recorder.service.drain(SOON);
        recorder.service.drain(SOON);

        assertThat(events.failures).singleElement().asString().contains("is not the same");
        assertThat(other).exists();
    }

    @Test
    void aListenerThatBreaks_doesNoHarm() throws Exception {
        Calls.writeTones(desk.spoolFolder, call);
        RecorderListener broken = new RecorderListener() {
            @Override
            public void stored(StoredRecording recording) {
                throw new IllegalStateException("console gone");
            }
        };

        try (RunningRecorder other = new RunningRecorder(desk, desk.intake(clock), clock, broken)) {
            other.service.callEnded(call);

            assertThat(other.service.drain(SOON)).isTrue();
            assertThat(other.service.snapshot().stored()).isEqualTo(1);
        }
    }

    @Test
    void aSecondStart_isRefused() {
        recorder.service.start();

        assertThatThrownBy(recorder.service::start).hasMessageContaining("already");
    }
}
