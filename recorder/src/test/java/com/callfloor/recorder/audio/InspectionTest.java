package com.callfloor.recorder.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import com.callfloor.recorder.testing.ChoppyStream;
import com.callfloor.recorder.testing.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.callfloor.recorder.testing.Sound.wav;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InspectionTest {
    private final byte[] wav = wav(Sound.tones(Duration.ofMillis(1_250), 440, 0));

    @Test
    void tellsLengthHashAndLevels() throws IOException {
        Inspection found = Inspection.of(new ByteArrayInputStream(wav));

        assertThat(found.bytes()).isEqualTo(wav.length);
        assertThat(found.duration()).isEqualTo(Duration.ofMillis(1_250));
        assertThat(found.sha256()).isEqualTo(Sha256.of(new ByteArrayInputStream(wav)));
        assertThat(found.levels().debtor().silent()).isFalse();
        assertThat(found.levels().agent().silent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheChunks_findsTheSame(long seed) throws IOException {
        ChoppyStream choppy = new ChoppyStream(new ByteArrayInputStream(wav), new Random(seed));

        assertThat(Inspection.of(choppy)).isEqualTo(Inspection.of(new ByteArrayInputStream(wav)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 1_000})
    void aFileThatLacksItsEnd_isRefused(int lost) {
        byte[] cut = Arrays.copyOf(wav, wav.length - lost);

        assertThatThrownBy(() -> Inspection.of(new ByteArrayInputStream(cut))).isInstanceOf(InvalidWavException.class)
                .hasMessageContaining("promises");
    }

    @Test
    void aFileWithMoreThanItsHeaderSays_isRefused() {
        byte[] longer = Arrays.copyOf(wav, wav.length + 4);

        assertThatThrownBy(() -> Inspection.of(new ByteArrayInputStream(longer)))
                .isInstanceOf(InvalidWavException.class);
    }
}
