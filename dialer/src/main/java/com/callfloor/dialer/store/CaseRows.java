package com.callfloor.dialer.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.store.DebtorRows.Debtors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the cases of a batch of rows. */
final class CaseRows {
    private static final String ANY = "SELECT 1 FROM cases FORCE INDEX (cases_ref) WHERE ref BETWEEN ? AND ? LIMIT 1";
    private static final String FIND_KNOWN = "SELECT id FROM cases WHERE ref IN (<keys>)";
    private static final String LOCK_KNOWN = """
            SELECT ref, debtor_id FROM cases FORCE INDEX (PRIMARY) WHERE id IN (<keys>) ORDER BY id FOR UPDATE""";
    // Assignments are made from left to right: those of the amount come after the first, and the state comes last.
    private static final String NAMES = """
            ref, debtor_id, campaign_id, import_id, lender, product, currency, amount_due_minor,
            principal_minor, due_date, overdue_days, overdue_periods, region, postal_code, timezone, language,
            notes, listing, next_call_at, due_stated_at, open_since""";
    private static final String UPSERT = "INSERT INTO cases (" + NAMES + ") VALUES <rows> " + """
            ON DUPLICATE KEY UPDATE due_stated_at = CASE
                    WHEN amount_due_minor <> VALUES(amount_due_minor) OR currency <> VALUES(currency)
                    THEN VALUES(due_stated_at) ELSE due_stated_at END,
                debtor_id = VALUES(debtor_id), campaign_id = VALUES(campaign_id), import_id = VALUES(import_id),
                lender = VALUES(lender), product = VALUES(product), currency = VALUES(currency),
                amount_due_minor = VALUES(amount_due_minor), principal_minor = VALUES(principal_minor),
                due_date = VALUES(due_date), overdue_days = VALUES(overdue_days),
                overdue_periods = VALUES(overdue_periods), region = VALUES(region),
                postal_code = VALUES(postal_code), timezone = VALUES(timezone), language = VALUES(language),
                notes = VALUES(notes), listing = VALUES(listing),
                next_call_at = IF(state = 'withdrawn', VALUES(next_call_at), next_call_at),
                withdrawn_at = IF(state = 'withdrawn', NULL, withdrawn_at),
                withdrawn_why = IF(state = 'withdrawn', NULL, withdrawn_why),
                open_since = IF(state = 'withdrawn', VALUES(open_since), open_since),
                state = IF(state = 'withdrawn', 'open', state)""";
    // Skipping locked cases loses none: whoever holds one of these debtors' cases waits for the debtor, which we hold,
    // and will see the new numbers.
    private static final String ASLEEP = """
            SELECT c.id FROM cases c FORCE INDEX (cases_debtor)
            WHERE c.debtor_id IN (<debtors>) AND c.state = 'open' AND c.next_call_at IS NULL
              AND (c.held_until IS NULL OR c.held_until <= :at)
            FOR UPDATE SKIP LOCKED""";
    private static final String WAKE = """
            UPDATE cases SET next_call_at = CASE WHEN rest_until > :at THEN rest_until ELSE :at END
            WHERE id IN (<cases>) AND debtor_id IN
                (SELECT debtor_id FROM debtor_numbers WHERE valid)""";

    private static final int COLUMNS = 21;

    private CaseRows() {}

    /** Locks the cases that exist already; the ids of their debtors until now, by reference. */
    static Map<String, Long> lockKnown(Handle handle, Set<String> refs) {
        Set<Long> ids = idsOf(handle, refs);
        Map<String, Long> known = new HashMap<>();
        ManyRows.select(handle, LOCK_KNOWN, ids, ManyRows.Parameters::number,
                row -> known.put(row.getString(1), row.getLong(2)));
        return known;
    }

    /** Those that are in the books, in their order. */
    static Set<Long> idsOf(Handle handle, Set<String> refs) {
        Set<Long> ids = new TreeSet<>();
        if (ManyRows.mayHold(handle, ANY, refs)) {
            ManyRows.select(handle, FIND_KNOWN, refs, ManyRows.Parameters::text, row -> ids.add(row.getLong(1)));
        }
        return ids;
    }

    /** {@code known}: references of those that are in the books, and locked. */
    static void write(Handle handle, long importId, List<CaseRow> rows, Set<String> known, Debtors debtors,
            Instant at) {
        CampaignChoice campaigns = CampaignChoice.read(handle);
        ManyRows.Binding<CaseRow> values = (to, row) -> to.text(row.caseRef())
                .number(debtors.idOf(row))
                .number(campaigns.of(row))
                .number(importId)
                .text(row.lender())
                .text(row.product())
                .text(row.amountDue().currency().getCurrencyCode())
                .number(row.amountDue().minor())
                .numberOrNull(minor(row.principal()))
                .date(row.dueDate())
                .numberOrNull(row.overdueDays())
                .numberOrNull(row.overduePeriods())
                .text(row.region())
                .text(row.postalCode())
                .text(name(row.timezone()))
                .text(row.language())
                .text(row.notes())
                .text(CaseListing.of(row).json())
                .instant(at)
                .instant(at)
                .instant(at);
        NewRows.insert(handle, "cases", NAMES, COLUMNS,
                rows.stream().filter(row -> !known.contains(row.caseRef())).toList(), values);
        ManyRows.insert(handle, UPSERT, COLUMNS,
                rows.stream().filter(row -> known.contains(row.caseRef())).toList(), values);
    }

    /** Cases that had nobody to call are due again if their debtor has a number now. */
    static void wake(Handle handle, Collection<Long> debtors, Instant at) {
        for (List<Long> some : ManyRows.parts(debtors)) {
            List<Long> asleep = handle.createQuery(ASLEEP)
                    .bindList("debtors", some)
                    .bind("at", at)
                    .mapTo(Long.class)
                    .list();
            for (List<Long> cases : ManyRows.parts(asleep)) {
                handle.createUpdate(WAKE).bindList("cases", cases).bind("at", at).execute();
            }
        }
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static @Nullable String name(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}
