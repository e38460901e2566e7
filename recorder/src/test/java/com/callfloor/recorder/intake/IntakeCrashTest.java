package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.CrashingRegister;
import com.callfloor.recorder.testing.CrashingVault;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.Fuse;
import com.callfloor.recorder.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

/** The process ends at one of the steps of an intake; a second one, after the restart, ends as if nothing had been. */
class IntakeCrashTest {
    /** Before and after each call to vault and register, and within the writing and the reading back. */
    private static final int FEWEST_STEPS = 12;

    private final Path folder;
    private final MovableClock clock = new MovableClock(ANSWERED.plusSeconds(60));
    private final ExpectedRecording call = Calls.connected(Duration.ofSeconds(1));

    IntakeCrashTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource
    void afterACrashAtAnyStep_aSecondTakeEndsTheSame(RecordingFormat format) throws IOException {
        afterACrashAtEachStep(format, desk -> desk.intake(clock).take(call));
    }

    @Test
    void afterACrashAtAnyStep_theSweepOfTheSpoolEndsTheSame() throws IOException {
        afterACrashAtEachStep(RecordingFormat.OPUS, desk -> desk.intake(clock).takeUnannounced(call.attemptId()));
    }

    private void afterACrashAtEachStep(RecordingFormat format, Consumer<Desk> afterRestart) throws IOException {
        int step = 0;
        for (boolean crashed = true; crashed; step++) {
            Desk desk = new Desk(folder.resolve("crash-at-" + step), format);
            desk.register.expect(call);
            Path raw = Calls.writeTones(desk.spoolFolder, call);

            crashed = crashes(desk, new Fuse(step));
            assertThat(Files.exists(raw)).as("raw file after a crash at step " + step).isEqualTo(crashed);
            afterRestart.accept(desk);

            thenItIsKeptOnce(desk, raw);
        }
        assertThat(step).isGreaterThan(FEWEST_STEPS);
    }

    private boolean crashes(Desk desk, Fuse fuse) {
        Intake intake = desk.intake(DebtorSide.LEFT, new CrashingVault(desk.vault, fuse),
                new CrashingRegister(desk.register, fuse), clock);
        try {
            assertThat(intake.take(call)).isInstanceOf(IntakeResult.Stored.class);
            return false;
        } catch (Fuse.Crash e) {
            return true;
        }
    }

    private void thenItIsKeptOnce(Desk desk, Path raw) throws IOException {
        assertThat(desk.register.awaiting()).isEmpty();
        assertThat(desk.register.kept()).containsOnlyKeys(call.attemptId());
        StoredRecording recording = desk.register.kept().values().iterator().next();
        assertThat(recording.verified()).isTrue();
        try (InputStream kept = desk.vault.open(recording.key())) {
            assertThat(Sha256.of(kept)).isEqualTo(recording.sha256());
        }
        assertThat(raw).doesNotExist();
    }
}
