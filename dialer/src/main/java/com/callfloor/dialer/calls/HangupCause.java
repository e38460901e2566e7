package com.callfloor.dialer.calls;

/**
 * A Q.850 cause of an ended channel.
 *
 * @param q850 0 to 127; 0 where the PBX gave none
 */
public record HangupCause(int q850) {
    public static final HangupCause NONE = new HangupCause(0);
    public static final HangupCause NORMAL = new HangupCause(16);

    public HangupCause {
        if (q850 < 0 || q850 > 127) {
            throw new IllegalArgumentException("Q.850 causes are 0 to 127, not " + q850);
        }
    }

    /**
     * What a call that nobody answered ended as.
     *
     * <p>Source: ITU-T Q.850, and Asterisk's SIP mapping (404 to 1, 480 to 19, 486 to 17, 503 to 34, 603 to 21).
     *
     * @param rang whether ringing was heard before the end
     */
    public Outcome outcomeUnanswered(boolean rang) {
        return switch (q850) {
            case 17 -> Outcome.BUSY;
            case 21 -> Outcome.REJECTED;
            case 1, 2, 3, 22, 28 -> Outcome.INVALID;
            case 34, 38, 41, 42, 44, 47 -> Outcome.CONGESTION;
            case 18, 19, 20 -> Outcome.NO_ANSWER;
            case 0, 16, 31, 102 -> rang ? Outcome.NO_ANSWER : Outcome.FAILED;
            default -> Outcome.FAILED;
        };
    }
}
