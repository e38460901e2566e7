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

    /** What a call that nobody answered ended as; see {@link CauseTable}. */
    public Outcome outcomeUnanswered(Heard heard) {
        return CauseTable.row(this).outcome(heard);
    }

    /** Whether the trunk, not the number, is said to be at fault: another trunk may do better. */
    public boolean trunksFault() {
        return CauseTable.row(this).trunksFault();
    }
}
