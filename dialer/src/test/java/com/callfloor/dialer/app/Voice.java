package com.callfloor.dialer.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What a browser's microphone hears: bursts of one tone, since a browser takes one without an end for noise and removes it. */
final class Voice {
    /** Longer than the bursts and the pauses between them. */
    static final long BURST_AND_PAUSE_MS = 1_000;

    private static final int RATE = 48_000;

    private Voice() {}

    static Path of(int hertz, Path folder) throws IOException {
        byte[] samples = new byte[RATE * 2 * 2];
        for (int i = 0; i < samples.length / 2; i++) {
            boolean on = i / (RATE / 4) % 2 == 0;
            int sample = on ? (int) (12_000 * Math.sin(2 * Math.PI * hertz * i / RATE)) : 0;
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        Path file = folder.resolve("voice-" + hertz + ".wav");
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (OutputStream out = Files.newOutputStream(file)) {
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                    AudioFileFormat.Type.WAVE, out);
        }
        return file;
    }
}
