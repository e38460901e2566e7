package com.callfloor.recorder.vault;

/**
 * A part of an object.
 *
 * @param offset first byte, from 0
 * @param length number of bytes, from 0
 */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "a range starts at 0 or later and is 0 or longer: " + offset + "+" + length);
        }
    }
}
