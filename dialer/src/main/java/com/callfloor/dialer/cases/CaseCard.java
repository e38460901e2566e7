package com.callfloor.dialer.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What an agent sees of a case when its debtor answers; read while the attempt is reserved, so that it is at hand
 * without a query at the moment of the answer.
 *
 * @param campaign the id of the campaign that the case is called in
 * @param history the latest attempts first, at most {@value #HISTORY}
 */
public record CaseCard(CaseId id, String caseRef, String campaign, DebtorId debtor, String debtorName,
        @Nullable String lender,
        @Nullable String product, Money amountDue, @Nullable Money principal, LocalDate dueDate,
        @Nullable Integer overdueDays, @Nullable Integer overduePeriods, @Nullable String region,
        @Nullable String language, @Nullable String notes, List<PastAttempt> history) {
    public static final int HISTORY = 10;

    public CaseCard {
        history = List.copyOf(history);
    }

    /** One earlier attempt, in words that the console translates: outcome and disposition are codes. */
    public record PastAttempt(Instant at, String numberMasked, @Nullable String outcome, @Nullable String disposition,
            @Nullable String agentName, @Nullable Words note) {}
}
