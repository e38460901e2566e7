package com.callfloor.dialer.payments;

import java.time.LocalDate;

import com.callfloor.dialer.cases.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lender's books, as it was sent.
 *
 * @param lender empty where the floor has one lender and its postings name none
 * @param reference the lender's own name for it, unique per lender
 * @param amount above zero, also of a reversal
 * @param valueDate the day for which the lender counts it
 * @param caseRef null where the lender does not say
 * @param debtorRef null where the lender does not say
 * @param reversed the reference of the payment that is taken back; only of a reversal, and null where not said
 * @param payer who paid, if it was said; for people's eyes
 */
public record Posting(String lender, String reference, PostingKind kind, Money amount, LocalDate valueDate,
        @Nullable String caseRef, @Nullable String debtorRef, @Nullable String reversed, @Nullable String payer) {
    public Posting {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("posting " + reference + " of " + amount
                    + ": amounts are above zero, and a reversal says so by its kind");
        }
        if (reversed != null && kind != PostingKind.REVERSAL) {
            throw new IllegalArgumentException("posting " + reference + " is no reversal, and so reverses nothing");
        }
    }

    /** What it adds to the money paid: negative where a payment was taken back. */
    public Money effect() {
        return kind == PostingKind.REVERSAL ? new Money(-amount.minor(), amount.currency()) : amount;
    }

    /** Whether {@code other}, of the same lender and reference, is the same posting sent again. */
    public boolean isSame(Posting other) {
        return kind == other.kind && amount.equals(other.amount) && valueDate.equals(other.valueDate);
    }
}
