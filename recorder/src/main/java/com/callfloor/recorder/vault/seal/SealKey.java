package com.callfloor.recorder.vault.seal;

import java.time.Instant;

/**
 * One of the floor's keys, without the key itself.
 *
 * @param primary what is stored now is sealed under it
 */
public record SealKey(int id, Instant madeAt, boolean primary) {
    /** The id as people see it. */
    public long number() {
        return Integer.toUnsignedLong(id);
    }
}
