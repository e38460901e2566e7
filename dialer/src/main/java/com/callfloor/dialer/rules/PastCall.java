package com.callfloor.dialer.rules;

import java.time.Instant;

/**
 * One earlier attempt that may count. Reserved attempts count too, whatever became of them: an outcome that nobody knows
 * is taken for a call.
 *
 * @param sameDebtor whether it went to the same debtor, on any number and for any case
 * @param sameNumber whether it went to the same number, for any debtor
 */
public record PastCall(Instant at, boolean sameDebtor, boolean sameNumber) {
    boolean countsFor(CallingRule.Scope scope) {
        return switch (scope) {
            case DEBTOR -> sameDebtor;
            case NUMBER -> sameNumber;
        };
    }
}
