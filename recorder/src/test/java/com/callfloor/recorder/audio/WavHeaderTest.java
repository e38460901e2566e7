package com.callfloor.recorder.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import com.callfloor.recorder.testing.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WavHeaderTest {
    private final Path folder;

    WavHeaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aStoredRecording_isReadByAnotherReaderToo() throws IOException, UnsupportedAudioFileException {
        byte[] pcm = Sound.tones(Duration.ofSeconds(1), 440, 1_000);
        Path raw = Files.write(folder.resolve("a.raw"), pcm);
        Path wav = folder.resolve("a.wav");
        Files.copy(new RawWav(raw, pcm.length, DebtorSide.LEFT).open(), wav);

        try (AudioInputStream audio = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000f);
            assertThat(audio.getFormat().getChannels()).isEqualTo(2);
            assertThat(audio.getFrameLength()).isEqualTo(8_000);
            assertThat(audio.readAllBytes()).isEqualTo(pcm);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 9_600_000, WavHeader.MAX_DATA_BYTES})
    void readsWhatItWrote(long dataBytes) throws IOException {
        WavHeader header = new WavHeader(dataBytes);

        assertThat(WavHeader.read(new ByteArrayInputStream(header.encode()))).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({"0, wrong magic", "20, not PCM", "22, one channel", "24, another rate", "34, 8 bits", "36, no data"})
    void aForeignFile_isRefused(int brokenByte, String what) {
        byte[] header = new WavHeader(400).encode();
        header[brokenByte] ^= 3;

        assertThatThrownBy(() -> WavHeader.read(new ByteArrayInputStream(header))).as(what)
                .isInstanceOf(InvalidWavException.class)
                .hasMessageContaining("not a plain WAV");
    }

    @Test
    void aTruncatedHeader_saysWhereItEnds() {
        byte[] half = Arrays.copyOf(new WavHeader(400).encode(), 20);

        assertThatThrownBy(() -> WavHeader.read(new ByteArrayInputStream(half))).hasMessageContaining("ends after 20");
    }

    @ParameterizedTest
    @ValueSource(longs = {-4, 3, WavHeader.MAX_DATA_BYTES + 4})
    void lengthsThatAWavFileCannotHave_areRefused(long dataBytes) {
        assertThatThrownBy(() -> new WavHeader(dataBytes)).isInstanceOf(IllegalArgumentException.class);
    }
}
