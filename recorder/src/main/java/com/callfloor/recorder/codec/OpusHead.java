package com.callfloor.recorder.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import com.callfloor.recorder.audio.PcmFormat;

/**
 * The two packets before the sound (RFC 7845, section 5). Channel mapping family 1 with two uncoupled streams: a stereo
 * stream would save bits by what the sides have in common, and one would be heard in the other.
 */
final class OpusHead {
    /** Ogg Opus counts in samples of 48 kHz, whatever went in. */
    static final int GRANULES_PER_FRAME = 48_000 / PcmFormat.SAMPLE_RATE_HZ;

    private static final int STREAMS = 2;
    private static final int COUPLED = 0;

    private OpusHead() {}

    /**
     * The identification header.
     *
     * @param preSkip frames of 8 kHz that a decoder is to drop at the start
     */
    static byte[] identification(int preSkip) {
        return ByteBuffer.allocate(23)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) PcmFormat.CHANNELS)
                .putShort((short) (preSkip * GRANULES_PER_FRAME))
                .putInt(PcmFormat.SAMPLE_RATE_HZ)
                .putShort((short) 0)
                .put((byte) 1)
                .put((byte) STREAMS)
                .put((byte) COUPLED)
                .put((byte) 0)
                .put((byte) 1)
                .array();
    }

    /** The comment header: who wrote it, and nothing about anybody. */
    static byte[] comment() {
        byte[] vendor = ascii("callfloor");
        return ByteBuffer.allocate(8 + 4 + vendor.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OpusTags"))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
