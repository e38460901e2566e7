package com.callfloor.dialer.rules;

import java.time.Instant;

/**
 * What one rule says of one instant.
 *
 * @param earliest the first instant, the asked one or later, from which the rule has nothing against the call;
 *        {@link Instant#MAX}: never
 */
record Ruling(Instant earliest, Reason reason) {
    boolean allows(Instant at) {
        return earliest.equals(at);
    }
}
