package com.callfloor.recorder.audio;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** One side's loudest sample in each twentieth of a second, 0 to 255 of full scale. Not thread-safe. */
final class Peaks {
    static final int A_SECOND = 20;

    private static final int SAMPLES = PcmFormat.SAMPLE_RATE_HZ / A_SECOND;
    private static final int FULL_SCALE = 32_768;

    private final ByteArrayOutputStream peaks = new ByteArrayOutputStream();
    private int loudest;
    private int samples;

    void add(short sample) {
        loudest = Math.max(loudest, Math.abs(sample));
        if (++samples == SAMPLES) {
            close();
        }
    }

    /** All of them in base64, the last one of what was left. */
    String end() {
        if (samples > 0) {
            close();
        }
        return Base64.getEncoder().encodeToString(peaks.toByteArray());
    }

    private void close() {
        peaks.write(Math.min(255, (loudest * 256 + FULL_SCALE / 2) / FULL_SCALE));
        loudest = 0;
        samples = 0;
    }
}
