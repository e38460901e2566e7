package com.callfloor.dialer.store;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.Payment;
import org.jdbi.v3.core.Handle;

/** The postings of one case. */
final class PaymentRows {
    private static final String OF_CASE = """
            SELECT reference, amount_minor, currency, value_date, noted_at FROM payments
            WHERE case_id = :case ORDER BY noted_at, id""";

    private PaymentRows() {}

    static List<Payment> ofCase(Handle handle, CaseId caseId) {
        return handle.createQuery(OF_CASE)
                .bind("case", caseId.value())
                .map((row, context) -> new Payment(caseId, row.getString("reference"),
                        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                        row.getObject("value_date", LocalDate.class), Rows.instant(row, "noted_at")))
                .list();
    }
}
