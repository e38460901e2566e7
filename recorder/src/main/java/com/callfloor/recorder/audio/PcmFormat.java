package com.callfloor.recorder.audio;

import java.time.Duration;

/** The one sound format of the house: 16-bit little-endian PCM, 8 kHz, two channels interleaved. */
public final class PcmFormat {
    public static final int SAMPLE_RATE_HZ = 8_000;
    public static final int CHANNELS = 2;
    public static final int SAMPLE_BYTES = 2;
    /** A frame is one sample of each channel. */
    public static final int FRAME_BYTES = CHANNELS * SAMPLE_BYTES;
    public static final int BYTES_PER_SECOND = SAMPLE_RATE_HZ * FRAME_BYTES;

    private PcmFormat() {}

    /** The sample whose two bytes begin there. */
    public static short sample(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8));
    }

    /** Frames in a playing time, a broken one not counted. */
    public static long frames(Duration time) {
        return time.toSeconds() * SAMPLE_RATE_HZ + time.toNanosPart() / (1_000_000_000L / SAMPLE_RATE_HZ);
    }

    /** Playing time of so many frames, to the microsecond's fraction (125 us a frame). */
    public static Duration duration(long frames) {
        return Duration.ofSeconds(frames / SAMPLE_RATE_HZ, frames % SAMPLE_RATE_HZ * (1_000_000_000L / SAMPLE_RATE_HZ));
    }
}
