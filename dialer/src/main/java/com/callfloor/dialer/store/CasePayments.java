package com.callfloor.dialer.store;

import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.payments.Payment;
import org.jdbi.v3.core.Handle;

/**
 * What was paid for a case, reversals included, as a transaction sees it that has the case locked: whoever posts has to lock
 * it too, or to have promises reconsidered after.
 */
@FunctionalInterface
interface CasePayments {
    List<Payment> of(Handle handle, CaseId caseId);
}
