package com.callfloor.dialer.rules.pack;

import java.time.Instant;

/**
 * A pack and until when it is in force. While a pack changes, the old version stays in force beside the new one for one
 * full window, so that the stricter of the two holds.
 *
 * @param until from here on it is not asked any more; {@link Instant#MAX} for the current version
 */
public record PackTerm(RulePack pack, Instant until) {
    public static PackTerm current(RulePack pack) {
        return new PackTerm(pack, Instant.MAX);
    }

    public boolean inForceAt(Instant at) {
        return at.isBefore(until);
    }
}
