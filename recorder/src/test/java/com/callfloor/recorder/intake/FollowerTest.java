package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.codec.Encoding;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.testing.Speech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

class FollowerTest {
    private static final Duration LENGTH = Duration.ofSeconds(6);

    private final Desk desk;
    private final MovableClock clock = new MovableClock(ANSWERED.plusSeconds(60));
    private final ExpectedRecording call = Calls.connected(LENGTH);
    private final byte[] sound = Speech.frames(LENGTH, true, true);

    FollowerTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder, RecordingFormat.OPUS);
        desk.register.expect(call);
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatWasFollowed_isKeptAsOneThatWasNot(DebtorSide side) throws IOException {
        Follower follower = new Follower(desk.spool, side);
        Path raw = Calls.writeRaw(desk.spoolFolder, call, Arrays.copyOf(sound, 50_001));
        follower.look();
        append(raw, 50_001, 120_003);
        follower.look();
        append(raw, 120_003, sound.length);

        StoredRecording followed = take(side, follower);

        desk.vault.delete(followed.key());
        ExpectedRecording again = new ExpectedRecording(Calls.connected(LENGTH).attemptId(), "case-1",
                call.answeredAt(), call.endedAt(), call.connectedAt());
        Calls.writeRaw(desk.spoolFolder, again, sound);
        desk.register.expect(again);
        var whole = (IntakeResult.Stored) desk.intake(side, desk.vault, desk.register, clock).take(again);
        assertThat(followed.sha256()).isEqualTo(whole.recording().sha256());
        assertThat(followed.pcmSha256()).isEqualTo(whole.recording().pcmSha256());
    }

    @Test
    void aFileThatBecameAnother_isEncodedAnew() throws IOException {
        Follower follower = new Follower(desk.spool, DebtorSide.LEFT);
        Path raw = Calls.writeRaw(desk.spoolFolder, call, Sound.tones(Duration.ofSeconds(3), 300, 0));
        follower.look();
        Files.write(raw, sound);

        StoredRecording kept = take(DebtorSide.LEFT, follower);

        try (InputStream stored = Encoding.frames(RecordingFormat.OPUS, desk.vault.open(kept.key()))) {
            assertThat(stored.readAllBytes()).hasSameSizeAs(sound);
        }
        assertThat(kept.format()).isEqualTo(RecordingFormat.OPUS);
        assertThat(kept.flaws()).isEmpty();
    }

    @Test
    void aBeginning_isHandedOutOnce() throws IOException {
        Follower follower = new Follower(desk.spool, DebtorSide.LEFT);
        Calls.writeRaw(desk.spoolFolder, call, sound);
        follower.look();

        assertThat(follower.take(call.attemptId())).get().satisfies(begun -> {
            assertThat(begun.frames()).isEqualTo(sound.length / PcmFormat.FRAME_BYTES);
        });
        follower.look();
        assertThat(follower.take(call.attemptId())).isEmpty();
    }

    @Test
    void aFileThatIsGone_isForgotten() throws IOException {
        Follower follower = new Follower(desk.spool, DebtorSide.LEFT);
        Path raw = Calls.writeRaw(desk.spoolFolder, call, sound);
        follower.look();
        Files.delete(raw);

        follower.look();

        assertThat(follower.take(call.attemptId())).isEmpty();
    }

    @Test
    void whenMemoryIsShort_whatLiesThereLongestIsLetGo_andNotTheCallThatGoesOn() throws IOException {
        Path old = Calls.writeRaw(desk.spoolFolder, call, sound);
        Files.setLastModifiedTime(old, FileTime.from(ANSWERED.minusSeconds(3_600)));
        ExpectedRecording goesOn = Calls.connected(LENGTH);
        Files.setLastModifiedTime(Calls.writeRaw(desk.spoolFolder, goesOn, sound), FileTime.from(ANSWERED));
        Follower both = new Follower(desk.spool, DebtorSide.LEFT);
        both.look();
        int bytes = both.take(goesOn.attemptId()).orElseThrow().bytes();
        Follower follower = new Follower(desk.spool, DebtorSide.LEFT, bytes * 3L / 2);

        follower.look();

        assertThat(follower.take(call.attemptId())).isEmpty();
        assertThat(follower.take(goesOn.attemptId())).isPresent();
    }

    private StoredRecording take(DebtorSide side, Follower follower) throws IOException {
        IntakeResult result = desk.intake(side, desk.vault, desk.register, clock, follower).take(call);
        assertThat(result).isInstanceOf(IntakeResult.Stored.class);
        StoredRecording kept = ((IntakeResult.Stored) result).recording();
        try (InputStream stored = desk.vault.open(kept.key())) {
            assertThat(Sha256.of(stored)).isEqualTo(kept.sha256());
        }
        assertThat(desk.spoolFolder.resolve(call.attemptId() + ".raw")).doesNotExist();
        return kept;
    }

    private void append(Path raw, int from, int to) throws IOException {
        Files.write(raw, Arrays.copyOfRange(sound, from, to), StandardOpenOption.APPEND);
    }
}
