package com.callfloor.recorder.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.testing.Speech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.recorder.testing.Sound.amplitudeOf;
import static com.callfloor.recorder.testing.Sound.wavStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncodingTest {
    private static final double FULL_TONE = 10_000;

    @ParameterizedTest
    @EnumSource
    void toneOnEachSide_comesBackOnItsSideAlone(RecordingFormat format) throws IOException {
        byte[] frames = decoded(format, encoded(format, Sound.tones(Duration.ofSeconds(5), 440, 1_000)));

        assertThat(amplitudeOf(440, frames, 0, 0)).isBetween(0.7 * FULL_TONE, 1.2 * FULL_TONE);
        assertThat(amplitudeOf(1_000, frames, 0, 1)).isBetween(0.7 * FULL_TONE, 1.2 * FULL_TONE);
        assertThat(decibels(amplitudeOf(1_000, frames, 0, 0))).as("the agent in the debtor's side").isLessThan(-35);
        assertThat(decibels(amplitudeOf(440, frames, 0, 1))).as("the debtor in the agent's side").isLessThan(-35);
    }

    @Test
    void speechOnOneSide_leavesTheOtherSilent() throws IOException {
        byte[] frames = decoded(RecordingFormat.OPUS,
                encoded(RecordingFormat.OPUS, Speech.frames(Duration.ofSeconds(20), true, false)));

        assertThat(loudest(frames, 0)).isGreaterThan(3_000);
        assertThat(loudest(frames, 1)).as("one bit may toggle").isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 107, 108, 109, 159, 160, 161, 8_000, 40_001, 4_095, 4_096, 4_097, 80_000})
    void whateverTheLength_asManyFramesComeBack(int count) throws IOException {
        byte[] raw = Arrays.copyOf(Speech.frames(Duration.ofSeconds(11), true, true), count * PcmFormat.FRAME_BYTES);

        for (RecordingFormat format : RecordingFormat.values()) {
            byte[] stored = encoded(format, raw);
            assertThat(decoded(format, stored)).as("%s", format).hasSameSizeAs(raw);
            Encoding.prove(format, new ByteArrayInputStream(stored), inspected(raw));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLAC", "WAV"})
    void losslessForms_giveBackEveryBit(RecordingFormat format) throws IOException {
        byte[] noise = new byte[50_001 * PcmFormat.FRAME_BYTES];
        RandomGenerator.of("L64X128MixRandom").nextBytes(noise);
        byte[] speech = Speech.frames(Duration.ofSeconds(11), true, true);

        assertThat(decoded(format, encoded(format, noise))).isEqualTo(noise);
        assertThat(decoded(format, encoded(format, speech))).isEqualTo(speech);
        assertThat(decoded(format, encoded(format, extremes()))).isEqualTo(extremes());
    }

    @Test
    void opusTakesBelowTwelvePercentOfWav_evenOfNoise() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        byte[] noise = Sound.frames(Duration.ofSeconds(20), frame -> 3_000 * random.nextGaussian(),
                frame -> 3_000 * random.nextGaussian());
        byte[] speech = Speech.frames(Duration.ofSeconds(20), true, true);

        assertThat(encoded(RecordingFormat.OPUS, noise).length).isLessThan(noise.length * 12 / 100);
        assertThat(encoded(RecordingFormat.OPUS, speech).length).isLessThan(speech.length * 12 / 100);
        assertThat(encoded(RecordingFormat.FLAC, speech).length).isLessThan(speech.length * 80 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 333, 1_000})
    void whatBeginsAfterSomeTime_beginsThereInTheOpusToo(int afterMs) throws IOException {
        int from = afterMs * PcmFormat.SAMPLE_RATE_HZ / 1_000;
        byte[] raw = Sound.frames(Duration.ofSeconds(3),
                frame -> frame < from ? 0 : Sound.tone(500).applyAsDouble(frame - from), frame -> 0);

        byte[] frames = decoded(RecordingFormat.OPUS, encoded(RecordingFormat.OPUS, raw));

        int heard = 0;
        while (Math.abs(PcmFormat.sample(frames, heard * PcmFormat.FRAME_BYTES)) < 2_000) {
            heard++;
        }
        assertThat(heard * 1_000 / PcmFormat.SAMPLE_RATE_HZ).isBetween(afterMs - 20, afterMs + 20);
    }

    @Test
    void whatIsLoudUpToTheLastFrame_isLoudUpToTheLastFrame() throws IOException {
        byte[] raw = Sound.tones(Duration.ofMillis(2_345), 500, 700);

        byte[] frames = decoded(RecordingFormat.OPUS, encoded(RecordingFormat.OPUS, raw));

        int lastTenMs = frames.length - 80 * PcmFormat.FRAME_BYTES;
        assertThat(amplitudeOf(500, frames, lastTenMs, 0)).isGreaterThan(0.5 * FULL_TONE);
        assertThat(amplitudeOf(700, frames, lastTenMs, 1)).isGreaterThan(0.5 * FULL_TONE);
    }

    @Test
    void fullScale_isNotWrappedAround() throws IOException {
        byte[] raw = Sound.frames(Duration.ofSeconds(2), frame -> 3.2 * Sound.tone(300).applyAsDouble(frame),
                frame -> 0);

        byte[] frames = decoded(RecordingFormat.OPUS, encoded(RecordingFormat.OPUS, raw));

        for (int at = 0; at < raw.length; at += PcmFormat.FRAME_BYTES) {
            int before = PcmFormat.sample(raw, at);
            if (Math.abs(before) > 30_000) {
                assertThat(Integer.signum(PcmFormat.sample(frames, at))).isEqualTo(Integer.signum(before));
            }
        }
    }

    @Test
    void encodedPieceByPiece_itIsTheSame() throws IOException {
        byte[] raw = Speech.frames(Duration.ofSeconds(7), true, true);
        GrowingOpus growing = new GrowingOpus();
        int half = 3_333 * PcmFormat.FRAME_BYTES;
        growing.add(new ByteArrayInputStream(raw, 0, 1_000 * PcmFormat.FRAME_BYTES));
        growing.add(new ByteArrayInputStream(raw, 1_000 * PcmFormat.FRAME_BYTES, half - 1_000 * PcmFormat.FRAME_BYTES));

        try (InputStream whole = Encoding.encode(growing, () -> wavStream(raw), inspected(raw))) {
            assertThat(whole.readAllBytes()).isEqualTo(encoded(RecordingFormat.OPUS, raw));
        }
    }

    @Test
    void aBeginningOfAnotherSound_isNoticed() throws IOException {
        GrowingOpus growing = new GrowingOpus();
        growing.add(new ByteArrayInputStream(Sound.tones(Duration.ofSeconds(1), 300, 0)));
        byte[] raw = Sound.tones(Duration.ofSeconds(2), 440, 0);

        try (InputStream whole = Encoding.encode(growing, () -> wavStream(raw), inspected(raw))) {
            assertThatThrownBy(whole::readAllBytes).isInstanceOf(ChangedSoundException.class);
        }
    }

    @Test
    void aFlippedBit_isNoticedInEveryForm() throws IOException {
        byte[] raw = Speech.frames(Duration.ofSeconds(2), true, true);
        for (RecordingFormat format : RecordingFormat.values()) {
            byte[] stored = encoded(format, raw);
            stored[stored.length / 2] ^= 4;

            assertThatThrownBy(
                    () -> Encoding.prove(format, new ByteArrayInputStream(stored), inspected(raw)))
                    .as("%s", format)
                    .isInstanceOf(InvalidSoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLostEnd_isNoticedInEveryForm(RecordingFormat format) throws IOException {
        byte[] raw = Speech.frames(Duration.ofSeconds(3), true, true);
        byte[] stored = encoded(format, raw);
        for (int lost : new int[]{1, 100, stored.length / 2}) {
            byte[] cut = Arrays.copyOf(stored, stored.length - lost);

            assertThatThrownBy(() -> Encoding.prove(format, new ByteArrayInputStream(cut), inspected(raw)))
                    .isInstanceOf(InvalidSoundException.class);
        }
    }

    private static byte[] extremes() {
        return Sound.frames(Duration.ofSeconds(1), frame -> frame % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE,
                frame -> frame % 3 == 0 ? Short.MIN_VALUE : Short.MAX_VALUE);
    }

    private static double decibels(double amplitude) {
        return 20 * Math.log10((amplitude + 1e-9) / FULL_TONE);
    }

    private static int loudest(byte[] frames, int channel) {
        int loudest = 0;
        for (int at = channel * PcmFormat.SAMPLE_BYTES; at < frames.length; at += PcmFormat.FRAME_BYTES) {
            loudest = Math.max(loudest, Math.abs(PcmFormat.sample(frames, at)));
        }
        return loudest;
    }

    private static byte[] encoded(RecordingFormat format, byte[] raw) throws IOException {
        try (InputStream stored = Encoding.encode(format, () -> wavStream(raw), inspected(raw))) {
            return stored.readAllBytes();
        }
    }

    private static byte[] decoded(RecordingFormat format, byte[] stored) throws IOException {
        try (InputStream frames = Encoding.frames(format, new ByteArrayInputStream(stored))) {
            return frames.readAllBytes();
        }
    }

    private static Inspection inspected(byte[] raw) throws IOException {
        return Inspection.of(wavStream(raw));
    }
}
