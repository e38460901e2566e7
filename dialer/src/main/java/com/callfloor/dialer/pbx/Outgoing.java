package com.callfloor.dialer.pbx;

/**
 * An action on its way out.
 *
 * @param askedNanos when it was asked for, by {@link System#nanoTime}
 * @param perishes whether it must not be sent any more once it has waited for longer than allowed: a call placed late
 *        may be placed unlawfully, and an agent connected late talks to nobody
 */
record Outgoing(AmiAction action, long askedNanos, boolean perishes) {
    static Outgoing now(AmiAction action) {
        return new Outgoing(action, System.nanoTime(), false);
    }

    static Outgoing perishing(AmiAction action, long askedNanos) {
        return new Outgoing(action, askedNanos, true);
    }
}
