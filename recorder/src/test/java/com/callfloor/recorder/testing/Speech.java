package com.callfloor.recorder.testing;

import java.time.Duration;
import java.util.function.LongToDoubleFunction;

import com.callfloor.recorder.audio.PcmFormat;

/** Sound built as speech is: voiced syllables with a gliding pitch and formants, pauses between phrases. */
public final class Speech {
    private static final double SYLLABLE_SECONDS = 0.22;
    private static final double PHRASE_SECONDS = 3;
    private static final double TALK_SHARE = 0.7;

    private Speech() {}

    /** Interleaved frames in which one, both or nobody speaks. */
    public static byte[] frames(Duration length, boolean debtor, boolean agent) {
        return Sound.frames(length, debtor ? voice(110, 0) : frame -> 0, agent ? voice(190, 1.4) : frame -> 0);
    }

    /** A voice of this pitch in Hz that is so many seconds ahead. */
    public static LongToDoubleFunction voice(double pitch, double after) {
        return frame -> {
            double time = (double) frame / PcmFormat.SAMPLE_RATE_HZ + after;
            double inPhrase = time % PHRASE_SECONDS / PHRASE_SECONDS;
            if (inPhrase > TALK_SHARE) {
                return 0;
            }
            double syllable = time / SYLLABLE_SECONDS;
            double loudness = Math.pow(Math.sin(Math.PI * (syllable % 1)), 0.6);
            double formant = 400 + 350 * Math.abs(Math.sin(Math.floor(syllable) * 12.9898));
            double phase = 2 * Math.PI * pitch * (time + 0.05 * Math.sin(time));
            double sum = 0;
            for (int harmonic = 1; harmonic * pitch < 3_400; harmonic++) {
                double off = (harmonic * pitch - formant) / 220;
                double second = (harmonic * pitch - 2.9 * formant) / 320;
                sum += Math.sin(harmonic * phase) * (Math.exp(-off * off) + 0.4 * Math.exp(-second * second) + 0.02);
            }
            return 3_500 * loudness * sum;
        };
    }
}
