package com.callfloor.recorder.codec;

import java.util.Arrays;

/** Bits, most significant first, into a growing array. Not thread-safe. */
final class BitWriter {
    private byte[] bytes = new byte[16_384];
    private int length;
    private long held;
    private int heldBits;

    /** @param bits 0 to 32, how many of the value's lowest are written */
    void write(long value, int bits) {
        held = (held << bits) | (value & ((1L << bits) - 1));
        heldBits += bits;
        while (heldBits >= 8) {
            heldBits -= 8;
            put((byte) (held >>> heldBits));
        }
    }

    /** So many zeros and a one. */
    void unary(int zeros) {
        int left = zeros;
        for (; left >= 32; left -= 32) {
            write(0, 32);
        }
        write(1, left + 1);
    }

    /** Zeros up to the next whole byte. */
    void align() {
        if (heldBits > 0) {
            write(0, 8 - heldBits);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whole bytes so far. */
    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void put(byte next) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = next;
    }
}
