package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.InputStream;

/** Bits, most significant first, out of a stream; keeps the checksum of what was read. Not thread-safe. */
final class BitReader {
    private final InputStream in;
    private int held;
    private int heldBits;
    private int crc;

    /** @param in buffered */
    BitReader(InputStream in) {
        this.in = in;
    }

    /** @param count 0 to 32 */
    long read(int count) throws IOException {
        long value = 0;
        int left = count;
        while (left > 0) {
            fill();
            int part = Math.min(left, heldBits);
            value = (value << part) | ((held >>> (heldBits - part)) & ((1 << part) - 1));
            heldBits -= part;
            left -= part;
        }
        return value;
    }

    /** The same number, in two's complement. */
    int readSigned(int count) throws IOException {
        return (int) ((read(count) << (64 - count)) >> (64 - count));
    }

    /** Zeros before the next one. */
    int unary() throws IOException {
        int zeros = 0;
        while (read(1) == 0) {
            zeros++;
        }
        return zeros;
    }

    void align() {
        heldBits = 0;
    }

    /** Whether there is no further byte; reads one if there is. At a whole byte only. */
    boolean ended() throws IOException {
        int next = in.read();
        if (next < 0) {
            return true;
        }
        take(next);
        return false;
    }

    /** The 16-bit checksum since the last call of {@link #restartCrc}. */
    int crc16() {
        return crc;
    }

    void restartCrc() {
        crc = 0;
    }

    private void fill() throws IOException {
        if (heldBits == 0) {
            int next = in.read();
            if (next < 0) {
                throw new InvalidSoundException("it ends within a FLAC frame");
            }
            take(next);
        }
    }

    private void take(int next) {
        held = next;
        heldBits = 8;
        crc = FlacCrc.next16(crc, next);
    }
}
