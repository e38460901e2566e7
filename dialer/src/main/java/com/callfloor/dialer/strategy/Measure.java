package com.callfloor.dialer.strategy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What segments tell cases apart by. */
public enum Measure {
    /** Since the due date; negative before it. */
    OVERDUE_DAYS(new Range(-Long.MAX_VALUE, Long.MAX_VALUE), false),

    OVERDUE_PERIODS(new Range(0, Long.MAX_VALUE), true),

    /** Minor units of the strategy's currency; unknown in another one. */
    AMOUNT_DUE(new Range(0, Long.MAX_VALUE), true),

    ATTEMPTS(new Range(0, Long.MAX_VALUE), false),

    BROKEN_PROMISES(new Range(0, Long.MAX_VALUE), true);

    /** Stands for a value that is not known; no range of a segment holds it. */
    static final long UNKNOWN = -1;

    @SuppressWarnings("ImmutableEnumChecker") // A record of two numbers.
    private final Range known;
    private final boolean mayBeUnknown;

    Measure(Range known, boolean mayBeUnknown) {
        this.known = known;
        this.mayBeUnknown = mayBeUnknown;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every value that can be known. */
    public Range known() {
        return known;
    }

    Range whole() {
        return mayBeUnknown ? new Range(UNKNOWN, known.to()) : known;
    }

    public static Optional<Measure> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
