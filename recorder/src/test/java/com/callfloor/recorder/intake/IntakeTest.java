package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.testing.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class IntakeTest {
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    private final Desk desk;
    private final MovableClock clock = new MovableClock(ANSWERED.plusSeconds(60));
    private final Intake intake;
    private final ExpectedRecording call = Calls.connected(THREE_SECONDS);

    IntakeTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
        intake = desk.intake(clock);
        desk.register.expect(call);
    }

    @Test
    void aCompleteRecording_isKeptProvenRegistered_andItsRawFileIsGone() throws IOException {
        Path raw = Calls.writeTones(desk.spoolFolder, call);

        StoredRecording recording = stored(intake.take(call));

        assertThat(recording.key().value()).isEqualTo("2025/11/23/" + call.attemptId() + ".wav");
        assertThat(recording.flaws()).isEmpty();
        assertThat(recording.verified()).isTrue();
        assertThat(recording.duration()).isEqualTo(THREE_SECONDS);
        assertThat(recording.storedAt()).isEqualTo(clock.instant());
        try (InputStream kept = desk.vault.open(recording.key())) {
            assertThat(Sha256.of(kept)).isEqualTo(recording.sha256());
        }
        assertThat(desk.register.kept()).containsEntry(call.attemptId(), recording);
        assertThat(raw).doesNotExist();
    }

    @Test
    void aSilentAgent_isNotedAndTheRecordingKeptAllTheSame() throws IOException {
        Calls.writeRaw(desk.spoolFolder, call, Sound.tones(THREE_SECONDS, 440, 0));

        StoredRecording recording = stored(intake.take(call));

        assertThat(recording.flaws()).containsExactly(Flaw.AGENT_SILENT);
        assertThat(recording.verified()).isTrue();
    }

    @Test
    void anAbandonedCall_hasNoAgentThatCouldBeSilent() throws IOException {
        ExpectedRecording abandoned = Calls.abandoned(THREE_SECONDS);
        Calls.writeRaw(desk.spoolFolder, abandoned, Sound.tones(THREE_SECONDS, 440, 0));

        assertThat(stored(intake.take(abandoned)).flaws()).isEmpty();
    }

    @Test
    void aShortRecording_isLookedAtTwiceBeforeItIsBelieved() throws IOException {
        Path raw = Calls.writeRaw(desk.spoolFolder, call, Sound.tones(Duration.ofSeconds(2), 440, 1_000));

        assertThat(intake.take(call)).isInstanceOf(IntakeResult.NotYet.class);
        clock.move(Intake.SETTLE.dividedBy(2));
        assertThat(intake.take(call)).isInstanceOf(IntakeResult.NotYet.class);
        Files.write(raw, new byte[4_000], StandardOpenOption.APPEND);
        clock.move(Intake.SETTLE.dividedBy(2));
        assertThat(intake.take(call)).as("it grew meanwhile").isInstanceOf(IntakeResult.NotYet.class);
        clock.move(Intake.SETTLE);
        StoredRecording recording = stored(intake.take(call));

        assertThat(recording.flaws()).containsExactly(Flaw.TOO_SHORT);
        assertThat(recording.verified()).isFalse();
        assertThat(recording.duration()).isEqualTo(Duration.ofMillis(2_125));
    }

    @Test
    void aFileThatEndsWithinAFrame_isKeptWithoutTheBrokenFrame() throws IOException {
        Path raw = Calls.writeTones(desk.spoolFolder, call);
        Files.write(raw, new byte[]{1, 2, 3}, StandardOpenOption.APPEND);

        assertThat(intake.take(call)).isInstanceOf(IntakeResult.NotYet.class);
        clock.move(Intake.SETTLE);
        StoredRecording recording = stored(intake.take(call));

        assertThat(recording.flaws()).containsExactly(Flaw.ODD_LENGTH);
        assertThat(recording.duration()).isEqualTo(THREE_SECONDS);
    }

    @Test
    void anEmptyFileOfACallThatEndedAtOnce_isKeptAndVerified() throws IOException {
        ExpectedRecording instant = Calls.abandoned(Duration.ofMillis(80));
        Calls.writeRaw(desk.spoolFolder, instant, new byte[0]);

        StoredRecording recording = stored(intake.take(instant));

        assertThat(recording.flaws()).containsExactly(Flaw.EMPTY);
        assertThat(recording.verified()).isTrue();
    }

    @Test
    void aCallThatHasNotEnded_isNotTaken() throws IOException {
        Path raw = Calls.writeTones(desk.spoolFolder, call);
        Intake early = desk.intake(new MovableClock(ANSWERED.plusSeconds(1)));

        assertThat(early.take(call)).isInstanceOf(IntakeResult.NotYet.class);
        assertThat(raw).exists();
    }

    @Test
    void withoutARawFile_itIsMissingOnlyAfterTheGraceTime() {
        MovableClock atEnd = new MovableClock(call.endedAt());
        Intake patient = desk.intake(atEnd);

        assertThat(patient.take(call)).isInstanceOf(IntakeResult.NotYet.class);
        atEnd.move(Desk.MISSING_AFTER.minusMillis(1));
        assertThat(patient.take(call)).isInstanceOf(IntakeResult.NotYet.class);
        assertThat(desk.register.missing()).isEmpty();
        atEnd.move(Duration.ofMillis(1));

        assertThat(patient.take(call)).isEqualTo(new IntakeResult.Missing("no raw file 600 s after the call's end"));
        assertThat(desk.register.missing()).containsOnlyKeys(call.attemptId());
    }

    @Test
    void withAnUnmountedSpool_nothingIsMissing() throws IOException {
        clock.move(Duration.ofDays(1));
        Files.delete(desk.spoolFolder);

        assertThat(intake.take(call)).asInstanceOf(type(IntakeResult.Failed.class))
                .extracting(IntakeResult.Failed::why)
                .asString()
                .contains("is it mounted");
        assertThat(desk.register.missing()).isEmpty();
    }

    @Test
    void aMissingRecordingThatTurnsUpLate_isTakenAfterAll() throws IOException {
        clock.move(Duration.ofDays(1));
        intake.take(call);
        Calls.writeTones(desk.spoolFolder, call);

        stored(intake.takeUnannounced(call.attemptId()));

        assertThat(desk.register.missing()).isEmpty();
        assertThat(desk.register.kept()).containsOnlyKeys(call.attemptId());
    }

    @Test
    void aLiveCallsRawFile_isLeftAlone() throws IOException {
        ExpectedRecording live = Calls.connected(THREE_SECONDS);
        Path raw = Calls.writeTones(desk.spoolFolder, live);

        assertThat(intake.takeUnannounced(live.attemptId())).isInstanceOf(IntakeResult.NotYet.class);
        assertThat(raw).exists();
    }

    @Test
    void withoutItsRegister_nothingIsDeleted_andLaterItGoesOn() throws IOException {
        Path raw = Calls.writeTones(desk.spoolFolder, call);
        desk.register.available(false);

        assertThat(intake.take(call)).isInstanceOf(IntakeResult.Failed.class);
        assertThat(raw).exists();
        desk.register.available(true);

        stored(intake.take(call));
    }

    @Test
    void aSecondTake_saysThatItIsKept() throws IOException {
        Calls.writeTones(desk.spoolFolder, call);
        StoredRecording recording = stored(intake.take(call));

        assertThat(intake.take(call)).isEqualTo(new IntakeResult.AlreadyStored(recording));
    }

    @Test
    void anotherRecordingUnderTheSameAttempt_replacesNothing_andStays() throws IOException {
        Calls.writeTones(desk.spoolFolder, call);
        StoredRecording first = stored(intake.take(call));
        Path second = Calls.writeRaw(desk.spoolFolder, call, Sound.tones(THREE_SECONDS, 600, 700));

        assertThat(intake.take(call)).asInstanceOf(type(IntakeResult.Failed.class))
                .extracting(IntakeResult.Failed::cause)
                .isInstanceOf(LeftoverDiffersException.class);

        assertThat(second).exists();
        try (InputStream kept = desk.vault.open(first.key())) {
            assertThat(Sha256.of(kept)).isEqualTo(first.sha256());
        }
    }

    private static StoredRecording stored(IntakeResult result) {
        assertThat(result).isInstanceOf(IntakeResult.Stored.class);
        return ((IntakeResult.Stored) result).recording();
    }
}
