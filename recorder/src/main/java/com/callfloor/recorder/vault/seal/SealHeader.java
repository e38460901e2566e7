package com.callfloor.recorder.vault.seal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before a sealed object's content: {@code CFSEAL}, the format's number, a line feed, the floor's key (4
 * bytes), the length of the wrapped data key (2 bytes), the wrapped data key. No recording begins like that.
 */
final class SealHeader {
    /** Bytes that tell whether an object is sealed, and how long its header is. */
    static final int FIXED = 14;
    /** No header is longer. */
    static final int LONGEST = 512;

    private static final byte[] NAME = "CFSEAL".getBytes(StandardCharsets.US_ASCII);
    private static final byte FORMAT = 1;
    private static final byte LINE_FEED = '\n';

    private final int keyId;
    private final byte[] wrapped;

    /**
     * Makes a header.
     *
     * @param keyId the floor's key that the data key is wrapped under
     * @param wrapped the object's data key, encrypted
     */
    SealHeader(int keyId, byte[] wrapped) {
        if (wrapped.length > LONGEST - FIXED) {
            throw new IllegalArgumentException("a wrapped data key of " + wrapped.length + " bytes is too long");
        }
        this.keyId = keyId;
        this.wrapped = wrapped;
    }

    int keyId() {
        return keyId;
    }

    byte[] wrapped() {
        return wrapped.clone();
    }

    static boolean begins(byte[] object) {
        return object.length >= FIXED && Arrays.equals(object, 0, NAME.length, NAME, 0, NAME.length)
                && object[NAME.length + 1] == LINE_FEED;
    }

    /**
     * Reads the rest of a header.
     *
     * @param fixed its first {@link #FIXED} bytes
     * @param rest what comes after them; left at the content's first byte
     */
    static SealHeader read(byte[] fixed, InputStream rest) throws IOException {
        if (fixed[NAME.length] != FORMAT) {
            throw new IOException("sealed in format " + fixed[NAME.length]
                    + ", which this version does not know; a newer one wrote it");
        }
        ByteBuffer numbers = ByteBuffer.wrap(fixed, NAME.length + 2, FIXED - NAME.length - 2);
        int keyId = numbers.getInt();
        int length = Short.toUnsignedInt(numbers.getShort());
        if (length > LONGEST - FIXED) {
            throw new IOException("its header was changed");
        }
        byte[] wrapped = rest.readNBytes(length);
        if (wrapped.length < length) {
            throw new EOFException("it ends within its header");
        }
        return new SealHeader(keyId, wrapped);
    }

    int length() {
        return FIXED + wrapped.length;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(length())
                .put(NAME)
                .put(FORMAT)
                .put(LINE_FEED)
                .putInt(keyId)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .array();
    }
}
