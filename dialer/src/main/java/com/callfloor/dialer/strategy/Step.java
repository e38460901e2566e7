package com.callfloor.dialer.strategy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A rung of the ladder, from the lightest to the heaviest (SEED-ORD). */
public enum Step {
    SMS, CALL, LETTER, VISIT, COURT;

    /** Nobody visits alone (SEED-ORD). */
    public static final int FEWEST_VISITORS = 2;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
