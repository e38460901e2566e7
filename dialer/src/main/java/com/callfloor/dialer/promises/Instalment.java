package com.callfloor.dialer.promises;

import java.time.LocalDate;

import com.callfloor.dialer.cases.Money;

/** One part of a promise: {@code amount}, above 0, by the end of {@code date}. */
public record Instalment(LocalDate date, Money amount) {
    /** @throws IllegalArgumentException if nothing would be paid */
    public Instalment {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("an instalment is more than 0, not " + amount);
        }
    }
}
