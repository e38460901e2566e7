package com.callfloor.recorder.codec;

/** The checksum of Ogg pages: CRC-32 with polynomial 0x04c11db7, not reflected, from zero (RFC 3533, section 6). */
final class OggCrc {
    private static final int POLYNOMIAL = 0x04c1_1db7;
    private static final int[] TABLE = table();

    private OggCrc() {}

    /** The checksum so far, with some more bytes. */
    static int update(int crc, byte[] bytes, int offset, int length) {
        int next = crc;
        for (int at = offset; at < offset + length; at++) {
            next = (next << 8) ^ TABLE[(next >>> 24) ^ (bytes[at] & 0xff)];
        }
        return next;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
