package com.callfloor.recorder.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static com.callfloor.recorder.testing.Sound.wav;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class UploadDeskTest {
    private static final Duration LENGTH = Duration.ofSeconds(2);

    private final Desk desk;
    private final UploadDesk uploads;
    private final ExpectedRecording call = Calls.connected(LENGTH);
    private final VaultKey key = VaultKey.ofRecording(call.attemptId(), call.answeredAt(),
            RecordingFormat.WAV);
    private final byte[] wav = wav(Sound.tones(LENGTH, 440, 1_000));

    UploadDeskTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
        desk.register.expect(call);
        uploads = new UploadDesk(desk.home(), desk.register, new MovableClock(ANSWERED.plusSeconds(60)));
    }

    @Test
    void anUpload_isKeptCheckedAndRegistered() throws IOException {
        UploadResult result = receive(wav, sha256(wav));

        assertThat(result).asInstanceOf(type(UploadResult.Stored.class)).satisfies(stored -> {
            assertThat(stored.recording().verified()).isTrue();
            assertThat(stored.recording().key()).isEqualTo(key);
            assertThat(desk.register.kept()).containsValue(stored.recording());
        });
        assertThat(desk.vault.size(key)).hasValue(wav.length);
    }

    @Test
    void theSameUploadAgain_isAnsweredTheSame() throws IOException {
        UploadResult first = receive(wav, sha256(wav));

        assertThat(receive(wav, sha256(wav))).isEqualTo(first);
    }

    @Test
    void anotherRecordingOfTheSameAttempt_isAConflict() throws IOException {
        receive(wav, sha256(wav));
        byte[] other = wav(Sound.tones(LENGTH, 500, 600));

        assertThat(receive(other, sha256(other))).isInstanceOf(UploadResult.Conflict.class);
        try (InputStream kept = desk.vault.open(key)) {
            assertThat(Sha256.of(kept)).isEqualTo(sha256(wav));
        }
    }

    @Test
    void aWrongDigest_leavesNothing() throws IOException {
        assertThat(receive(wav, "0".repeat(64))).isInstanceOf(UploadResult.Refused.class);

        assertThat(desk.vault.exists(key)).isFalse();
        assertThat(desk.register.kept()).isEmpty();
    }

    @Test
    void whatIsNoRecording_leavesNothing() throws IOException {
        byte[] page = "<html>please sign in to the hotel's network</html>".getBytes(UTF_8);

        assertThat(receive(page, sha256(page))).isInstanceOf(UploadResult.Refused.class);

        assertThat(desk.vault.exists(key)).isFalse();
        assertThat(desk.register.kept()).isEmpty();
    }

    @Test
    void anAttemptThatNobodyExpects_isUnknown() throws IOException {
        ExpectedRecording stranger = Calls.connected(LENGTH);

        assertThat(uploads.receive(stranger.attemptId(), sha256(wav), () -> new ByteArrayInputStream(wav)))
                .isInstanceOf(UploadResult.UnknownAttempt.class);
    }

    @Test
    void aShortRecording_isKeptWithItsFlaw() throws IOException {
        byte[] half = wav(Sound.tones(Duration.ofSeconds(1), 440, 1_000));

        assertThat(receive(half, sha256(half))).asInstanceOf(type(UploadResult.Stored.class))
                .satisfies(stored -> assertThat(stored.recording().flaws()).containsExactly(Flaw.TOO_SHORT));
    }

    @Test
    void withoutItsRegister_theSenderIsToTryAgain() throws IOException {
        desk.register.available(false);

        assertThat(receive(wav, sha256(wav))).isInstanceOf(UploadResult.Failed.class);
    }

    private UploadResult receive(byte[] body, String promised) {
        return uploads.receive(call.attemptId(), promised, () -> new ByteArrayInputStream(body));
    }

    private static String sha256(byte[] bytes) throws IOException {
        return Sha256.of(new ByteArrayInputStream(bytes));
    }
}
