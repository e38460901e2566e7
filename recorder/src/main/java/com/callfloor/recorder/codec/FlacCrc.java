package com.callfloor.recorder.codec;

/** The two checksums of a FLAC frame (RFC 9639, section 9): 8 bits over its header, 16 bits over all of it. */
final class FlacCrc {
    private static final int[] TABLE_16 = table(0x8005, 16);
    private static final int[] TABLE_8 = table(0x07, 8);

    private FlacCrc() {}

    static int crc8(byte[] bytes, int length) {
        int crc = 0;
        for (int at = 0; at < length; at++) {
            crc = TABLE_8[crc ^ (bytes[at] & 0xff)];
        }
        return crc;
    }

    static int crc16(byte[] bytes, int length) {
        int crc = 0;
        for (int at = 0; at < length; at++) {
            crc = next16(crc, bytes[at]);
        }
        return crc;
    }

    /** The 16-bit checksum so far, with one more byte. */
    static int next16(int crc, int oneByte) {
        return ((crc << 8) ^ TABLE_16[(crc >>> 8) ^ (oneByte & 0xff)]) & 0xffff;
    }

    private static int[] table(int polynomial, int bits) {
        int top = 1 << (bits - 1);
        int mask = (1 << bits) - 1;
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << (bits - 8);
            for (int bit = 0; bit < 8; bit++) {
                crc = ((crc & top) != 0 ? (crc << 1) ^ polynomial : crc << 1) & mask;
            }
            table[i] = crc;
        }
        return table;
    }
}
