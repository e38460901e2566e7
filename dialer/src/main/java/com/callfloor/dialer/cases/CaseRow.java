package com.callfloor.dialer.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One usable row of a lender's case file, cleaned.
 *
 * @param line the line (CSV) or row (XLSX) it was read from, 1 being the header
 * @param principal null where the lender gives none
 * @param overdueDays null where the lender gives none
 * @param overduePeriods null where the lender gives none
 * @param numbers at least one that is the debtor's own; no number twice
 * @param region ISO 3166-2, such as {@code CN-GD}
 * @param language BCP 47, such as {@code zh-CN}
 */
public record CaseRow(long line, String caseRef, String debtorRef, String debtorName, @Nullable String lender,
        @Nullable String product, Money amountDue, @Nullable Money principal, LocalDate dueDate,
        @Nullable Integer overdueDays, @Nullable Integer overduePeriods, List<CaseNumber> numbers,
        @Nullable String region, @Nullable String postalCode, @Nullable ZoneId timezone, @Nullable String language,
        @Nullable String notes) {
    public CaseRow {
        numbers = List.copyOf(numbers);
        if (numbers.stream().noneMatch(listed -> listed.role().isDebtorsOwn())) {
            throw new IllegalArgumentException("a case needs at least one number of the debtor's own");
        }
    }
}
