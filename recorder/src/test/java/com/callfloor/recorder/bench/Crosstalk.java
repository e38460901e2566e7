package com.callfloor.recorder.bench;

import java.io.IOException;
import java.time.Duration;

import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.testing.Speech;

/** What of the agent is heard on the debtor's side of an Opus. */
final class Crosstalk {
    private static final Duration LENGTH = Duration.ofSeconds(20);

    private Crosstalk() {}

    static String measure() throws IOException {
        byte[] tone = Stored.of(RecordingFormat.OPUS, Sound.tones(LENGTH, 0, 1_000)).decoded;
        byte[] beside = Stored.of(RecordingFormat.OPUS, Sound.tones(LENGTH, 440, 1_000)).decoded;
        byte[] speech = Stored.of(RecordingFormat.OPUS, Speech.frames(LENGTH, false, true)).decoded;
        return """
                What of the agent is heard on the debtor's side of an Opus (goal: below -35 dB)
                  1 kHz, debtor silent          %6.1f dB
                  1 kHz, debtor has 440 Hz      %6.1f dB
                  speech, debtor silent         %6.1f dB
                """.formatted(
                decibels(Sound.amplitudeOf(1_000, tone, 0, 0), Sound.amplitudeOf(1_000, tone, 0, 1)),
                decibels(Sound.amplitudeOf(1_000, beside, 0, 0), Sound.amplitudeOf(1_000, beside, 0, 1)),
                decibels(rms(speech, 0), rms(speech, 1)));
    }

    private static double rms(byte[] frames, int channel) {
        double squares = 0;
        for (int at = channel * PcmFormat.SAMPLE_BYTES; at < frames.length; at += PcmFormat.FRAME_BYTES) {
            double sample = PcmFormat.sample(frames, at);
            squares += sample * sample;
        }
        return Math.sqrt(squares * PcmFormat.FRAME_BYTES / frames.length);
    }

    private static double decibels(double part, double whole) {
        return 20 * Math.log10(Math.max(part, 1e-3) / whole);
    }
}
