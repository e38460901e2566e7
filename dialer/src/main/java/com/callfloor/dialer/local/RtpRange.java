package com.callfloor.dialer.local;

/**
 * The ports of the audio, two a leg. The three Asterisks get ranges of their own, all of them below the kernel's
 * ephemeral ports. Floors side by side share the ranges: Asterisk tries the next port when one is taken.
 */
enum RtpRange {
    /** Both legs of every call. */
    PBX(10_000, 17_999),
    /** The debtors' legs. */
    CARRIER(18_000, 23_999),
    /** The agents' legs. */
    PHONES(24_000, 27_999);

    private final int first;
    private final int last;

    RtpRange(int first, int last) {
        this.first = first;
        this.last = last;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }
}
