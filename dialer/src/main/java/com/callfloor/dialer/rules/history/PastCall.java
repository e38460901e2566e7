package com.callfloor.dialer.rules.history;

import java.time.Instant;

/**
 * One earlier contact that may count: ours, whatever became of it from its reservation on, a call taken in, a call dialed by
 * hand, or one that another agency reports.
 *
 * @param rang whether the phone is known to have rung; an answered phone did
 */
public record PastCall(Instant at, Callee callee, Direction direction, CallResult result, boolean rang,
        Channel channel) {
    /** A call. */
    public PastCall(Instant at, Callee callee, Direction direction, CallResult result, boolean rang) {
        this(at, callee, direction, result, rang, Channel.CALL);
    }
}
