package com.callfloor.dialer.rules.history;

/** Who called whom. */
public enum Direction {
    /** We called. */
    OUT,
    /** We were called. */
    IN
}
