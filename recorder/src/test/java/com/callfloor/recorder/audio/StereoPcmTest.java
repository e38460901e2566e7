package com.callfloor.recorder.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

import com.callfloor.recorder.testing.ChoppyStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StereoPcmTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheChunks_theFramesComeOutWhole(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] raw = new byte[random.nextInt(1, 5_000)];
        random.nextBytes(raw);
        byte[] block = new byte[random.nextInt(4, 300)];

        StereoPcm pcm = new StereoPcm(new ChoppyStream(new ByteArrayInputStream(raw), random), DebtorSide.LEFT);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int filled = pcm.read(block); filled > 0; filled = pcm.read(block)) {
            assertThat(filled % 4).isZero();
            frames.write(block, 0, filled);
        }

        assertThat(frames.toByteArray()).isEqualTo(Arrays.copyOf(raw, raw.length - raw.length % 4));
        assertThat(pcm.strayBytes()).isEqualTo(raw.length % 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void debtorOnTheRight_comesOutLeft_andTwiceSwappedIsTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] raw = new byte[4 * random.nextInt(1, 9_000)];
        random.nextBytes(raw);

        byte[] once = swapped(raw, random);
        byte[] twice = swapped(once, random);

        for (int at = 0; at < raw.length; at += 4) {
            assertThat(Arrays.copyOfRange(once, at, at + 4)).containsExactly(raw[at + 2], raw[at + 3], raw[at],
                    raw[at + 1]);
        }
        assertThat(twice).isEqualTo(raw);
    }

    @Test
    void aBlockWithoutRoomForAFrame_isRefused() {
        StereoPcm pcm = new StereoPcm(InputStream.nullInputStream(), DebtorSide.LEFT);

        assertThatThrownBy(() -> pcm.read(new byte[3])).hasMessageContaining("give it 4 or more");
    }

    private static byte[] swapped(byte[] raw, Random random) throws IOException {
        try (InputStream in = new PcmInputStream(new ChoppyStream(new ByteArrayInputStream(raw), random),
                DebtorSide.RIGHT)) {
            return new ChoppyStream(in, random).readAllBytes();
        }
    }
}
