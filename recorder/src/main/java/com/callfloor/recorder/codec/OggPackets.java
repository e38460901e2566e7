package com.callfloor.recorder.codec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/** Packets out of the pages that {@link OggPages} writes; checks each page's checksum and place. Not thread-safe. */
final class OggPackets {
    /** "OggS", little-endian. */
    static final int CAPTURE = 0x5367_674f;
    static final int CRC_AT = 22;

    private static final int BUFFER_BYTES = 16_384;

    private final InputStream in;
    private final Queue<byte[]> packets = new ArrayDeque<>();
    private int sequence;
    private long granule;
    private boolean last;

    OggPackets(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
    }

    /** The next packet; null after the last one, behind which nothing must follow. */
    byte @Nullable [] next() throws IOException {
        while (packets.isEmpty() && !last) {
            readPage();
        }
        byte[] packet = packets.poll();
        if (packet == null && in.read() >= 0) {
            throw new InvalidSoundException("there are bytes behind the last Ogg page");
        }
        return packet;
    }

    /** The position at the end of the page whose packets are being given. */
    long granule() {
        return granule;
    }

    /** Whether that page is the last one. */
    boolean last() {
        return last;
    }

    private void readPage() throws IOException {
        byte[] header = exactly(OggPages.HEADER_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(0) != CAPTURE || header[4] != 0 || fields.getInt(18) != sequence) {
            throw new InvalidSoundException("page " + sequence + " is not where it should be");
        }
        byte[] segments = exactly(header[OggPages.HEADER_BYTES - 1] & 0xff);
        int length = 0;
        for (byte segment : segments) {
            length += segment & 0xff;
        }
        byte[] body = exactly(length);
        int promised = fields.getInt(CRC_AT);
        fields.putInt(CRC_AT, 0);
        int crc = OggCrc.update(0, header, 0, header.length);
        crc = OggCrc.update(crc, segments, 0, segments.length);
        if (OggCrc.update(crc, body, 0, length) != promised) {
            throw new InvalidSoundException("the checksum of Ogg page " + sequence + " is wrong");
        }
        granule = fields.getLong(6);
        last = (header[5] & OggPages.LAST) != 0;
        sequence++;
        split(segments, body);
    }

    private void split(byte[] segments, byte[] body) throws InvalidSoundException {
        int from = 0;
        int to = 0;
        for (byte segment : segments) {
            to += segment & 0xff;
            if ((segment & 0xff) < OggPages.FULL_SEGMENT) {
                packets.add(Arrays.copyOfRange(body, from, to));
                from = to;
            }
        }
        if (from != to) {
            throw new InvalidSoundException("a packet spans two Ogg pages");
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new InvalidSoundException("it ends within Ogg page " + sequence);
        }
        return bytes;
    }
}
