package com.callfloor.dialer.cases;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units (fen, cents) with its currency.
 *
 * @param minor minor units; may be negative for a reversal
 */
public record Money(long minor, Currency currency) {
    /**
     * Reads an amount in major units.
     *
     * @param amount in major units, such as {@code 1234.56}
     * @throws ArithmeticException if the amount has more decimals than the currency or does not fit
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(amount.movePointRight(decimals).longValueExact(), currency);
    }

    /** The amount in major units with all its decimals. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }
}
