package com.callfloor.recorder.audio;

/**
 * The channel of a raw file that holds the debtor. Asterisk's {@code MixMonitor(...,D)} writes what comes from the
 * recorded channel first, so a monitor on the debtor's channel has the debtor {@link #LEFT}. Stored recordings always
 * have the debtor left and the agent right.
 */
public enum DebtorSide {
    LEFT, RIGHT
}
