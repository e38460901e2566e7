package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 44 bytes before the frames of a stored recording: RIFF/WAVE with one plain PCM format chunk and one data chunk.
 * Reading accepts exactly what writing makes, so a foreign file is refused and never guessed at.
 *
 * @param dataBytes length of the frames in bytes, a multiple of 4, at most {@link #MAX_DATA_BYTES}
 */
public record WavHeader(long dataBytes) {
    public static final int BYTES = 44;
    /** What the format's 32-bit lengths can say: about 37 hours of call. */
    public static final long MAX_DATA_BYTES = (0xffff_ffffL - BYTES) & -PcmFormat.FRAME_BYTES;

    private static final int PCM = 1;

    public WavHeader {
        if (dataBytes < 0 || dataBytes > MAX_DATA_BYTES || dataBytes % PcmFormat.FRAME_BYTES != 0) {
            throw new IllegalArgumentException("a WAV file holds 0 to " + MAX_DATA_BYTES
                    + " bytes of whole 4-byte frames, not " + dataBytes);
        }
    }

    /** The header's bytes, a new array at each call. */
    public byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (BYTES - 8 + dataBytes))
                .put(ascii("WAVE"))
                .put(ascii("fmt "))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) PcmFormat.CHANNELS)
                .putInt(PcmFormat.SAMPLE_RATE_HZ)
                .putInt(PcmFormat.BYTES_PER_SECOND)
                .putShort((short) PcmFormat.FRAME_BYTES)
                .putShort((short) (8 * PcmFormat.SAMPLE_BYTES))
                .put(ascii("data"))
                .putInt((int) dataBytes)
                .array();
    }

    /**
     * Reads a header and leaves the stream at the first frame.
     *
     * @throws InvalidWavException when these are not the header's bytes
     */
    public static WavHeader read(InputStream in) throws IOException {
        byte[] found = in.readNBytes(BYTES);
        if (found.length < BYTES) {
            throw new InvalidWavException("a WAV file has " + BYTES + " bytes of header, this one ends after "
                    + found.length);
        }
        long dataBytes = Integer
                .toUnsignedLong(ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN).getInt(BYTES - 4));
        if (dataBytes > MAX_DATA_BYTES || dataBytes % PcmFormat.FRAME_BYTES != 0) {
            throw new InvalidWavException("the data length " + dataBytes + " is not one of whole stereo frames");
        }
        WavHeader header = new WavHeader(dataBytes);
        if (!Arrays.equals(found, header.encode())) {
            throw new InvalidWavException("not a plain WAV of 16-bit PCM, 8 kHz, 2 channels");
        }
        return header;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
