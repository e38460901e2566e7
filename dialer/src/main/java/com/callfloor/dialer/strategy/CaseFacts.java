package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.Currency;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy looks at of a case.
 *
 * @param overdueDays since the due date, on the day that is asked about; negative before it
 * @param overduePeriods as the lender's file says; null: it does not
 * @param attempts calls about this case so far, 0 or more
 * @param brokenPromises null: nobody keeps account of them
 */
public record CaseFacts(CaseId id, @Nullable String lender, Money amountDue, LocalDate dueDate, long overdueDays,
        @Nullable Integer overduePeriods, int attempts, @Nullable Integer brokenPromises) {
    long value(Measure measure, @Nullable Currency currency) {
        return switch (measure) {
            case OVERDUE_DAYS -> overdueDays;
            case OVERDUE_PERIODS -> overduePeriods == null ? Measure.UNKNOWN : Math.max(0, overduePeriods);
            case AMOUNT_DUE -> amountDue.currency().equals(currency) ? Math.max(0, amountDue.minor()) : Measure.UNKNOWN;
            case ATTEMPTS -> attempts;
            case BROKEN_PROMISES -> brokenPromises == null ? Measure.UNKNOWN : brokenPromises;
        };
    }
}
