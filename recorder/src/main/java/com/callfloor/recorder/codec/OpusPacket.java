package com.callfloor.recorder.codec;

/**
 * A packet of two streams: the first one says its own length (RFC 6716, appendix B), the second takes the rest. Each is of
 * code 0, one Opus frame, which is what {@link OpusSide} makes.
 */
final class OpusPacket {
    private static final int TOC_CODE = 3;
    private static final int SHORTEST_LONG = 252;

    private OpusPacket() {}

    /** Joins the two; returns the length. The target holds both and two bytes more. */
    static int join(byte[] first, int firstLength, byte[] second, int secondLength, byte[] target)
            throws InvalidSoundException {
        requireOneFrame(first, 0);
        requireOneFrame(second, 0);
        int at = 0;
        target[at++] = first[0];
        int frame = firstLength - 1;
        if (frame < SHORTEST_LONG) {
            target[at++] = (byte) frame;
        } else {
            target[at++] = (byte) (SHORTEST_LONG + (frame & 3));
            target[at++] = (byte) ((frame - SHORTEST_LONG) >> 2);
        }
        System.arraycopy(first, 1, target, at, frame);
        System.arraycopy(second, 0, target, at + frame, secondLength);
        return at + frame + secondLength;
    }

    /** The two packets, each as a decoder takes it. */
    static byte[][] split(byte[] joined) throws InvalidSoundException {
        if (joined.length < 3) {
            throw new InvalidSoundException("an Opus packet of two streams has 3 bytes or more");
        }
        requireOneFrame(joined, 0);
        int length = joined[1] & 0xff;
        int at = 2;
        if (length >= SHORTEST_LONG) {
            length += 4 * (joined[at++] & 0xff);
        }
        if (at + length >= joined.length) {
            throw new InvalidSoundException("an Opus packet ends within its first stream");
        }
        byte[] first = new byte[1 + length];
        first[0] = joined[0];
        System.arraycopy(joined, at, first, 1, length);
        byte[] second = new byte[joined.length - at - length];
        System.arraycopy(joined, at + length, second, 0, second.length);
        requireOneFrame(second, 0);
        return new byte[][]{first, second};
    }

    private static void requireOneFrame(byte[] packet, int at) throws InvalidSoundException {
        if ((packet[at] & TOC_CODE) != 0) {
            throw new InvalidSoundException("an Opus packet holds more than one frame");
        }
    }
}
