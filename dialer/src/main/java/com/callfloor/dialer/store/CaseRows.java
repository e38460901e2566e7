package com.callfloor.dialer.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.Money;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes the cases of a batch of rows. */
final class CaseRows {
    private static final String LOCK_KNOWN = "SELECT ref, debtor_id FROM cases WHERE ref IN (<refs>) FOR UPDATE";
    // Assignments are made from left to right: those of the amount come after the first, and the state comes last.
    private static final String UPSERT = """
            INSERT INTO cases (ref, debtor_id, import_id, lender, product, currency, amount_due_minor,
                principal_minor, due_date, overdue_days, overdue_periods, region, postal_code, timezone, language,
                notes, listing, next_call_at, due_stated_at)
            VALUES (:ref, :debtor, :import, :lender, :product, :currency, :amountDue,
                :principal, :dueDate, :overdueDays, :overduePeriods, :region, :postalCode, :timezone, :language,
                :notes, :listing, :next, :next)
            ON DUPLICATE KEY UPDATE due_stated_at = CASE
                    WHEN amount_due_minor <> VALUES(amount_due_minor) OR currency <> VALUES(currency)
                    THEN VALUES(due_stated_at) ELSE due_stated_at END,
                debtor_id = VALUES(debtor_id), import_id = VALUES(import_id),
                lender = VALUES(lender), product = VALUES(product), currency = VALUES(currency),
                amount_due_minor = VALUES(amount_due_minor), principal_minor = VALUES(principal_minor),
                due_date = VALUES(due_date), overdue_days = VALUES(overdue_days),
                overdue_periods = VALUES(overdue_periods), region = VALUES(region),
                postal_code = VALUES(postal_code), timezone = VALUES(timezone), language = VALUES(language),
                notes = VALUES(notes), listing = VALUES(listing),
                next_call_at = IF(state = 'withdrawn', VALUES(next_call_at), next_call_at),
                withdrawn_at = IF(state = 'withdrawn', NULL, withdrawn_at),
                withdrawn_why = IF(state = 'withdrawn', NULL, withdrawn_why),
                state = IF(state = 'withdrawn', 'open', state)""";
    // Skipping locked cases loses none: whoever holds one of these debtors' cases waits for the debtor, which we hold,
    // and will see the new numbers.
    private static final String ASLEEP = """
            SELECT c.id FROM cases c
            WHERE c.debtor_id IN (<debtors>) AND c.state = 'open' AND c.next_call_at IS NULL
              AND (c.held_until IS NULL OR c.held_until <= :at)
            FOR UPDATE SKIP LOCKED""";
    private static final String WAKE = """
            UPDATE cases SET next_call_at = CASE WHEN rest_until > :at THEN rest_until ELSE :at END
            WHERE id IN (<cases>) AND debtor_id IN
                (SELECT debtor_id FROM debtor_numbers WHERE valid)""";

    private CaseRows() {}

    /** Locks the cases that exist already; the ids of their debtors until now, by reference. */
    static Map<String, Long> lockKnown(Handle handle, Set<String> refs) {
        return DebtorRows.ids(handle, LOCK_KNOWN, "refs", refs);
    }

    static void write(Handle handle, long importId, List<CaseRow> rows, Map<String, Long> debtors, Instant at) {
        PreparedBatch batch = handle.prepareBatch(UPSERT);
        for (CaseRow row : rows) {
            batch.bind("ref", row.caseRef())
                    .bind("debtor", DebtorRows.idOf(debtors, row.debtorRef()))
                    .bind("import", importId)
                    .bind("lender", row.lender())
                    .bind("product", row.product())
                    .bind("currency", row.amountDue().currency().getCurrencyCode())
                    .bind("amountDue", row.amountDue().minor())
                    .bind("principal", minor(row.principal()))
                    .bind("dueDate", row.dueDate())
                    .bind("overdueDays", row.overdueDays())
                    .bind("overduePeriods", row.overduePeriods())
                    .bind("region", row.region())
                    .bind("postalCode", row.postalCode())
                    .bind("timezone", name(row.timezone()))
                    .bind("language", row.language())
                    .bind("notes", row.notes())
                    .bind("listing", CaseListing.of(row).json())
                    .bind("next", at)
                    .add();
        }
        batch.execute();
    }

    /** Cases that had nobody to call are due again if their debtor has a number now. */
    static void wake(Handle handle, Collection<Long> debtors, Instant at) {
        List<Long> asleep = handle.createQuery(ASLEEP)
                .bindList("debtors", List.copyOf(debtors))
                .bind("at", at)
                .mapTo(Long.class)
                .list();
        if (!asleep.isEmpty()) {
            handle.createUpdate(WAKE).bindList("cases", asleep).bind("at", at).execute();
        }
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static @Nullable String name(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}
