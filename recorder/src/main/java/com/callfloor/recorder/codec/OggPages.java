package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Packets of one logical stream into Ogg pages (RFC 3533). Packets never span pages. Not thread-safe. */
final class OggPages {
    static final int HEADER_BYTES = 27;
    static final int MOST_SEGMENTS = 255;
    static final int FULL_SEGMENT = 255;
    static final int FIRST = 2;
    static final int LAST = 4;
    /** One stream in one file: any number serves, and a fixed one lets the same sound become the same bytes. */
    private static final int SERIAL = 1;

    private final byte[] segments = new byte[MOST_SEGMENTS];
    private final byte[] body = new byte[MOST_SEGMENTS * FULL_SEGMENT];
    private int segmentCount;
    private int bodyLength;
    private long granule;
    private int sequence;

    /** Whether a packet of this length still fits on the page that is being filled. */
    boolean fits(int length) {
        return segmentCount + length / FULL_SEGMENT + 1 <= MOST_SEGMENTS;
    }

    /**
     * Adds a packet to the page that is being filled, which must have room for it.
     *
     * @param granuleAtEnd the stream's position once this packet is decoded
     */
    void add(byte[] packet, int length, long granuleAtEnd) {
        int left = length;
        for (; left >= FULL_SEGMENT; left -= FULL_SEGMENT) {
            segments[segmentCount++] = (byte) FULL_SEGMENT;
        }
        segments[segmentCount++] = (byte) left;
        System.arraycopy(packet, 0, body, bodyLength, length);
        bodyLength += length;
        granule = granuleAtEnd;
    }

    /** Says where the page that is being filled ends, when that is before the end of its last packet. */
    void positionAt(long granuleAtEnd) {
        granule = granuleAtEnd;
    }

    /** Writes the page that is being filled. */
    void flush(boolean last, OutputStream out) throws IOException {
        int flags = (sequence == 0 ? FIRST : 0) | (last ? LAST : 0);
        ByteBuffer page = ByteBuffer.allocate(HEADER_BYTES + segmentCount + bodyLength)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(OggPackets.CAPTURE)
                .put((byte) 0)
                .put((byte) flags)
                .putLong(granule)
                .putInt(SERIAL)
                .putInt(sequence++)
                .putInt(0)
                .put((byte) segmentCount)
                .put(segments, 0, segmentCount)
                .put(body, 0, bodyLength);
        page.putInt(OggPackets.CRC_AT, OggCrc.update(0, page.array(), 0, page.capacity()));
        out.write(page.array());
        segmentCount = 0;
        bodyLength = 0;
    }
}
