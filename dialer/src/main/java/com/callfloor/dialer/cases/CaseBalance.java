package com.callfloor.dialer.cases;

/**
 * What is still due of a case: what the lender's latest file stated, less the postings noted since. A newer file that
 * states another amount knows of those postings and begins anew; one that repeats the amount states nothing new.
 *
 * @param stated by the lender's file
 * @param paid since then, in the same currency; negative where more was reversed than paid
 */
public record CaseBalance(Money stated, Money paid) {
    public CaseBalance {
        if (!stated.currency().equals(paid.currency())) {
            throw new IllegalArgumentException(
                    paid + " does not count against " + stated + ": a case has one currency");
        }
    }

    /** Never negative. */
    public Money due() {
        return new Money(Math.max(0, left()), stated.currency());
    }

    /** What came beyond the amount due; zero as a rule. */
    public Money overpaid() {
        return new Money(Math.max(0, -left()), stated.currency());
    }

    public boolean settled() {
        return left() <= 0;
    }

    private long left() {
        return Math.subtractExact(stated.minor(), paid.minor());
    }
}
