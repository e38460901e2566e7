package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseCard.PastAttempt;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jdbi.v3.core.Handle;

/** The latest ended attempts of cases, as an agent sees them. */
final class PastAttempts {
    private static final String LATEST = """
            SELECT latest.case_id, latest.reserved_at, n.e164, latest.outcome, latest.disposition,
                   u.name AS agent_name, COALESCE(latest.disposition_note, latest.note) AS note,
                   CASE WHEN latest.disposition_note IS NULL THEN latest.note_zh END AS note_zh
            FROM (SELECT a.*, ROW_NUMBER() OVER (PARTITION BY a.case_id ORDER BY a.id DESC) AS place
                  FROM attempts a WHERE a.case_id IN (<cases>) AND a.ended_at IS NOT NULL) latest
            JOIN phone_numbers n ON n.id = latest.number_id
            LEFT JOIN users u ON u.id = latest.agent_id
            WHERE latest.place <= :most
            ORDER BY latest.case_id, latest.place""";

    private PastAttempts() {}

    /** One query for all the cases; a case without any has an empty list. */
    static Map<CaseId, List<PastAttempt>> of(Handle handle, Collection<CaseId> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        Map<CaseId, List<PastAttempt>> byCase = new HashMap<>();
        List<Found> found = handle.createQuery(LATEST)
                .bindList("cases", cases.stream().map(CaseId::value).toList())
                .bind("most", CaseCard.HISTORY)
                .map((row, context) -> new Found(new CaseId(row.getLong("case_id")),
                        new PastAttempt(Rows.instant(row, "reserved_at"), masked(row.getString("e164")),
                                row.getString("outcome"), row.getString("disposition"), row.getString("agent_name"),
                                WordColumns.of(row, "note"))))
                .list();
        found.forEach(
                each -> byCase.computeIfAbsent(each.id(), ignored -> new ArrayList<>()).add(each.attempt()));
        cases.forEach(id -> byCase.putIfAbsent(id, List.of()));
        return byCase;
    }

    private static String masked(String e164) {
        return new PhoneNumber(e164).masked();
    }

    private record Found(CaseId id, PastAttempt attempt) {}
}
