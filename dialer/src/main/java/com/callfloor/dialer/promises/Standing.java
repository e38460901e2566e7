package com.callfloor.dialer.promises;

import java.util.List;

import com.callfloor.dialer.cases.Money;

/**
 * How a promise stands on a day.
 *
 * @param paid what reached the lender for it so far, reversals taken off; may be more than was promised
 * @param instalments the state of each, in the promise's order; never {@link PromiseState#CANCELLED}
 */
public record Standing(PromiseState state, Money paid, List<PromiseState> instalments) {
    public Standing {
        instalments = List.copyOf(instalments);
    }
}
