package com.callfloor.dialer.pbx;

import com.callfloor.dialer.calls.HangupCause;
import org.jspecify.annotations.Nullable;

/**
 * Which Q.850 cause a channel ended with.
 *
 * <p>What the Hangup event says counts. Asterisk 22 with PJSIP always says something useful there: 17 for 486, 1 for
 * 404, 34 for 503, and 19 both for a phone that rang until Originate's timeout and for a carrier that never gave any
 * answer (the two differ in whether Ringing came before). Only where it says nothing, or 0, the OriginateResponse's
 * Reason is used. That one is an AST_CONTROL number: 3 rang out, 5 busy, 8 congestion, 1 hung up, 0 anything else.
 */
final class HangupCauses {
    private static final int RANG_OUT = 3;
    private static final int BUSY = 5;
    private static final int CONGESTION = 8;

    private HangupCauses() {}

    /**
     * The cause to tell the floor.
     *
     * @param told the Hangup event's cause; null or out of range counts as 0
     * @param reason the OriginateResponse's reason, 0 if there was none
     */
    static HangupCause of(@Nullable Integer told, int reason) {
        int cause = orZero(told);
        if (cause != 0) {
            return new HangupCause(cause);
        }
        return switch (reason) {
            case RANG_OUT -> new HangupCause(19);
            case BUSY -> new HangupCause(17);
            case CONGESTION -> new HangupCause(34);
            default -> HangupCause.NONE;
        };
    }

    static boolean tellsSomething(@Nullable Integer told) {
        return orZero(told) != 0;
    }

    private static int orZero(@Nullable Integer told) {
        return told == null || told < 0 || told > 127 ? 0 : told;
    }
}
