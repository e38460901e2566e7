package com.callfloor.dialer.payments;

import java.time.Instant;
import java.time.LocalDate;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;

/**
 * Money that reached the lender for one case.
 *
 * @param reference the lender's own name for the posting, unique per lender
 * @param amount negative where an earlier posting was reversed
 * @param valueDate the day for which the lender counts it
 * @param notedAt when this floor learned of it
 */
public record Payment(CaseId caseId, String reference, Money amount, LocalDate valueDate, Instant notedAt) {}
