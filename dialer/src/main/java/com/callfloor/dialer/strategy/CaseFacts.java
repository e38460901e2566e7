package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy looks at of a case.
 *
 * @param overdueDays since the due date, on the day that is asked about; negative before it
 * @param overduePeriods as the lender's file says; null: it does not
 * @param attempts calls about this case so far, 0 or more
 * @param brokenPromises null: nobody keeps account of them
 * @param arms the arm that the debtor was assigned to, by experiment
 */
public record CaseFacts(CaseId id, DebtorId debtor, @Nullable String lender, Money amountDue, LocalDate dueDate,
        long overdueDays, @Nullable Integer overduePeriods, int attempts, @Nullable Integer brokenPromises,
        Map<String, String> arms) {
    /** Copies {@code arms}. */
    public CaseFacts {
        arms = Map.copyOf(arms);
    }

    /** The day that is asked about. */
    public LocalDate day() {
        return dueDate.plusDays(overdueDays);
    }

    /** The same once one more call is made: what an agent sees during it. */
    public CaseFacts duringNextCall() {
        return new CaseFacts(id, debtor, lender, amountDue, dueDate, overdueDays, overduePeriods, attempts + 1,
                brokenPromises, arms);
    }

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
