package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.testing.Speech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.recorder.testing.Sound.amplitudeOf;
import static com.callfloor.recorder.testing.Sound.wavStream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What others make of the stored forms: ffmpeg, whose decoders share no code with ours. Needs it on the PATH. */
class FfmpegIT {
    private final Path folder;

    FfmpegIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 161, 8_000, 40_001, 77_777})
    void anOpus_isExactlyAsLongAsTheCall(int count) throws Exception {
        byte[] raw = Arrays.copyOf(Speech.frames(Duration.ofSeconds(10), true, true), count * PcmFormat.FRAME_BYTES);

        byte[] at48kHz = decoded(RecordingFormat.OPUS, raw, 48_000);

        assertThat(at48kHz.length).isEqualTo(6 * raw.length);
    }

    @Test
    void anOpus_hasEachToneOnItsSideAlone_asLoudAsItWas() throws Exception {
        byte[] frames = decoded(RecordingFormat.OPUS, Sound.tones(Duration.ofSeconds(10), 440, 1_000), 8_000);

        assertThat(amplitudeOf(440, frames, 0, 0)).isBetween(7_000.0, 12_000.0);
        assertThat(amplitudeOf(1_000, frames, 0, 1)).isBetween(7_000.0, 12_000.0);
        assertThat(decibels(amplitudeOf(1_000, frames, 0, 0) / 10_000)).isLessThan(-35);
        assertThat(decibels(amplitudeOf(440, frames, 0, 1) / 10_000)).isLessThan(-35);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 1_500})
    void anOpus_beginsWithTheFirstHello(int afterMs) throws Exception {
        int from = afterMs * PcmFormat.SAMPLE_RATE_HZ / 1_000;
        byte[] raw = Sound.frames(Duration.ofSeconds(3), frame -> 0,
                frame -> frame < from ? 0 : Sound.tone(600).applyAsDouble(frame - from));

        byte[] frames = decoded(RecordingFormat.OPUS, raw, 8_000);

        int heard = 0;
        while (Math.abs(PcmFormat.sample(frames, heard * PcmFormat.FRAME_BYTES + PcmFormat.SAMPLE_BYTES)) < 2_000) {
            heard++;
        }
        assertThat(heard / 8).isBetween(afterMs - 20, afterMs + 20);
        int lastTenMs = frames.length - 80 * PcmFormat.FRAME_BYTES;
        assertThat(amplitudeOf(600, frames, lastTenMs, 1)).as("and ends with the last word").isGreaterThan(5_000);
    }

    @Test
    void anOpusOfTenMinutes_runsAsFastOnBothSides() throws Exception {
        Duration length = Duration.ofMinutes(10);
        int click = 8_000 * 2;
        byte[] raw = Sound.frames(length, frame -> burst(frame % click), frame -> burst(frame % click));

        byte[] frames = decoded(RecordingFormat.OPUS, raw, 8_000);

        int last = (int) (length.toSeconds() * 8_000) - click;
        for (int at : new int[]{0, last / 2 / click * click, last}) {
            assertThat(onset(frames, at, 0) - at).as("left at frame %d", at).isBetween(-80, 80);
            assertThat(onset(frames, at, 0) - onset(frames, at, 1)).as("drift at frame %d", at).isBetween(-8, 8);
        }
    }

    @Test
    void aFlac_isBitExact() throws Exception {
        byte[] raw = Speech.frames(Duration.ofSeconds(11), true, true);
        byte[] odd = Arrays.copyOf(raw, 33_333 * PcmFormat.FRAME_BYTES);

        assertThat(decoded(RecordingFormat.FLAC, raw, 8_000)).isEqualTo(raw);
        assertThat(decoded(RecordingFormat.FLAC, odd, 8_000)).isEqualTo(odd);
    }

    private static double burst(long frame) {
        return frame < 1_600 ? Sound.tone(700).applyAsDouble(frame) : 0;
    }

    private static int onset(byte[] frames, int from, int channel) {
        int at = Math.max(0, from - 400);
        while (Math
                .abs(PcmFormat.sample(frames, at * PcmFormat.FRAME_BYTES + channel * PcmFormat.SAMPLE_BYTES)) < 3_000) {
            at++;
        }
        return at;
    }

    private static double decibels(double share) {
        return 20 * Math.log10(share + 1e-9);
    }

    private byte[] decoded(RecordingFormat format, byte[] raw, int rate) throws Exception {
        Path stored = folder.resolve("stored." + format.ending());
        Path pcm = folder.resolve("decoded.raw");
        try (InputStream encoded = Encoding.encode(format, () -> wavStream(raw), Inspection.of(wavStream(raw)))) {
            Files.write(stored, encoded.readAllBytes());
        }
        Process ffmpeg;
        try {
            ffmpeg = new ProcessBuilder(List.of("ffmpeg", "-v", "warning", "-xerror", "-err_detect", "explode", "-y",
                    "-i", stored.toString(), "-f", "s16le", "-ac", "2", "-ar", Integer.toString(rate), pcm.toString()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs ffmpeg on the PATH; bin/floor test installs it, or do it with"
                    + " apt-get install ffmpeg", e);
        }
        String said = new String(ffmpeg.getInputStream().readAllBytes(), UTF_8);
        assertThat(ffmpeg.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as("what ffmpeg complains of").isEmpty();
        assertThat(ffmpeg.exitValue()).isZero();
        return Files.readAllBytes(pcm);
    }
}
