package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseCard.PastAttempt;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.scripts.NotedFigures;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Cases as API and console ask for them, from the database: three queries, however many cases. */
public final class SqlCaseDirectory implements CaseDirectory {
    private static final String CASES = "SELECT " + CaseRecord.COLUMNS + """
            , d.ref AS debtor_ref, d.name AS debtor_name
            FROM cases c JOIN debtors d ON d.id = c.debtor_id
            """;
    // Asked by itself: as a condition of the cases it would be asked for each of them.
    private static final String FOUND = """
            SELECT id FROM cases WHERE ref = :text
            UNION
            SELECT c.id FROM debtors d JOIN cases c ON c.debtor_id = d.id WHERE d.ref = :text
            UNION
            SELECT c.id FROM phone_numbers n JOIN debtor_numbers dn ON dn.number_id = n.id
                JOIN cases c ON c.debtor_id = dn.debtor_id WHERE n.e164 = :number
            ORDER BY id LIMIT :limit""";
    private static final String NUMBERS = """
            SELECT dn.debtor_id, n.e164, dn.role, dn.position, dn.valid
            FROM debtor_numbers dn JOIN phone_numbers n ON n.id = dn.number_id
            WHERE dn.debtor_id IN (<debtors>)
            ORDER BY dn.debtor_id, dn.role = 'contact', dn.position, n.id""";
    private static final String TIMELINE = """
            SELECT happened.at, happened.kind, happened.attempt_id, happened.code, u.name AS agent_name, happened.text,
                   happened.text_zh
            FROM (SELECT reserved_at AS at, 1 AS place, 'attempt' AS kind, id AS attempt_id, outcome AS code,
                         agent_id, note AS text, note_zh AS text_zh FROM attempts WHERE case_id = :case
                  UNION ALL
                  SELECT connected_at, 2, 'conversation', id, NULL, agent_id, NULL, NULL
                  FROM attempts WHERE case_id = :case AND connected_at IS NOT NULL
                  UNION ALL
                  SELECT disposed_at, 3, 'disposition', id, COALESCE(own_disposition, disposition), agent_id,
                         NULLIF(CONCAT_WS('; ', disposition_details, disposition_note), ''),
                         NULLIF(CONCAT_WS('；', COALESCE(disposition_details_zh, disposition_details), disposition_note), '')
                  FROM attempts WHERE case_id = :case AND disposed_at IS NOT NULL
                  UNION ALL
                  SELECT at, 4, 'skip', NULL, reason, agent_id, NULL, NULL FROM skips WHERE case_id = :case
                  UNION ALL
                  SELECT f.at, 5, 'fact', NULL, f.kind, NULL, f.evidence, f.evidence_zh FROM facts f WHERE f.case_id = :case
                  UNION ALL
                  SELECT w.at, 6, 'fact_withdrawn', NULL, f.kind, NULL, w.why, NULL
                  FROM facts f JOIN fact_withdrawals w ON w.fact_id = f.id WHERE f.case_id = :case
                  UNION ALL
                  SELECT m.at, 7, 'promise', p.attempt_id, m.state, CASE WHEN m.state = 'open' THEN p.agent_id END, m.text,
                         m.text_zh
                  FROM promises p JOIN promise_changes m ON m.promise_id = p.id WHERE p.case_id = :case
                  UNION ALL
                  SELECT created_at, 8, 'task', attempt_id, kind, agent_id, text, text_zh FROM tasks WHERE case_id = :case
                  UNION ALL
                  SELECT closed_at, 9, CONCAT('task_', state), attempt_id, kind, NULL,
                         NULLIF(CONCAT_WS(': ', closed_by, closing_note), ''),
                         NULLIF(CONCAT_WS('：', closed_by, COALESCE(closing_note_zh, closing_note)), '')
                  FROM tasks WHERE case_id = :case AND closed_at IS NOT NULL
                  UNION ALL
                  SELECT w.at, 10, 'message', NULL, w.state, NULL,
                         NULLIF(CONCAT_WS('; ', CONCAT(m.channel, ' ', m.template), w.reason), ''),
                         NULLIF(CONCAT_WS('；', CONCAT(CASE m.channel WHEN 'sms' THEN '短信' WHEN 'email' THEN '邮件'
                             ELSE m.channel END, ' ', m.template), COALESCE(w.reason_zh, w.reason)), '')
                  FROM messages m JOIN message_changes w ON w.message_id = m.id WHERE m.case_id = :case
                  UNION ALL
                  SELECT p.paused_at, 11, 'recording_paused', p.attempt_id, NULL, p.agent_id, NULL, NULL
                  FROM recording_pauses p JOIN attempts a ON a.id = p.attempt_id WHERE a.case_id = :case
                  UNION ALL
                  SELECT p.resumed_at, 12, 'recording_resumed', p.attempt_id, p.ended_because, p.agent_id, NULL, NULL
                  FROM recording_pauses p JOIN attempts a ON a.id = p.attempt_id
                  WHERE a.case_id = :case AND p.resumed_at IS NOT NULL
                  UNION ALL
                  SELECT h.held_at, 13, 'held', h.attempt_id, NULL, h.agent_id, NULL, NULL
                  FROM call_holds h JOIN attempts a ON a.id = h.attempt_id WHERE a.case_id = :case
                  UNION ALL
                  SELECT h.ended_at, 14, 'hold_ended', h.attempt_id, h.ended_because, h.agent_id, NULL, NULL
                  FROM call_holds h JOIN attempts a ON a.id = h.attempt_id
                  WHERE a.case_id = :case AND h.ended_at IS NOT NULL
                  UNION ALL
                  SELECT t.ended_at, 15, CASE WHEN t.taken THEN 'transferred' ELSE 'not_transferred' END, t.attempt_id,
                         t.kind, t.from_agent,
                         CONCAT_WS('; ', CONCAT('→ ', r.name), t.because),
                         CONCAT_WS('；', CONCAT('→ ', r.name), COALESCE(t.because_zh, t.because))
                  FROM call_transfers t JOIN attempts a ON a.id = t.attempt_id JOIN users r ON r.id = t.to_agent
                  WHERE a.case_id = :case
                  UNION ALL
                  -- What whoever gave the talk away says of it; the attempt's own disposition is the last agent's.
                  SELECT t.ended_at, 16, 'disposition', t.attempt_id, t.from_disposition, t.from_agent, t.from_note, NULL
                  FROM call_transfers t JOIN attempts a ON a.id = t.attempt_id
                  WHERE a.case_id = :case AND t.from_disposition IS NOT NULL
                  UNION ALL
                  SELECT c.joined_at, 17, 'conference', c.attempt_id, CASE WHEN c.barged THEN 'barged' ELSE 'asked' END,
                         c.agent_id, CONCAT('+ ', r.name), NULL
                  FROM call_conferences c JOIN attempts a ON a.id = c.attempt_id JOIN users r ON r.id = c.third_id
                  WHERE a.case_id = :case
                  UNION ALL
                  SELECT c.left_at, 18, 'conference_ended', c.attempt_id, c.left_because, c.agent_id, r.name, NULL
                  FROM call_conferences c JOIN attempts a ON a.id = c.attempt_id JOIN users r ON r.id = c.third_id
                  WHERE a.case_id = :case AND c.left_at IS NOT NULL
                  UNION ALL
                  SELECT COALESCE(o.taken_at, o.ended_at), 19,
                         CASE WHEN o.taken_at IS NULL THEN 'not_put_through' ELSE 'put_through' END, o.attempt_id,
                         o.destination, o.agent_id, o.because, o.because_zh
                  FROM call_outside_transfers o JOIN attempts a ON a.id = o.attempt_id
                  WHERE a.case_id = :case AND (o.taken_at IS NOT NULL OR o.ended_at IS NOT NULL)
                  -- Payments of the case join here.
                  ) happened
            LEFT JOIN users u ON u.id = happened.agent_id
            ORDER BY happened.at, happened.attempt_id, happened.place""";

    private final Jdbi jdbi;
    private final String country;

    /** @param country ISO 3166-1, of numbers that are looked for without a country code */
    public SqlCaseDirectory(Database database, String country) {
        this.jdbi = database.jdbi();
        this.country = country;
    }

    @Override
    public Optional<CaseView> byRef(String caseRef) {
        return jdbi.withHandle(
                handle -> views(handle, found(handle, "WHERE c.ref = :key", caseRef, 1)).stream().findFirst());
    }

    @Override
    public Optional<CaseView> byId(CaseId id) {
        return jdbi.withHandle(
                handle -> views(handle, found(handle, "WHERE c.id = :key", id.value(), 1)).stream().findFirst());
    }

    @Override
    public List<CaseView> find(String text, int limit) {
        String number = PhoneNumber.parse(text, country).map(PhoneNumber::e164).orElse(null);
        return jdbi.withHandle(handle -> {
            List<Long> ids = handle.createQuery(FOUND)
                    .bind("text", text)
                    .bind("number", number)
                    .bind("limit", limit)
                    .mapTo(Long.class)
                    .list();
            return ids.isEmpty()
                    ? List.of()
                    : views(handle, read(handle.createQuery(CASES + "WHERE c.id IN (<ids>) ORDER BY c.id")
                            .bindList("ids", ids)));
        });
    }

    @Override
    public List<CaseView> page(@Nullable CaseId after, int limit) {
        long key = after == null ? Long.MIN_VALUE : after.value();
        return jdbi.withHandle(
                handle -> views(handle, found(handle, "WHERE c.id > :key ORDER BY c.id", key, limit)));
    }

    private static List<Found> found(Handle handle, String which, Object key, int limit) {
        return read(handle.createQuery(CASES + which + " LIMIT :limit").bind("key", key).bind("limit", limit));
    }

    private static List<Found> read(Query query) {
        return query.map((row, context) -> new Found(CaseRecord.of(row, context), row.getString("debtor_ref"),
                row.getString("debtor_name")))
                .list();
    }

    private static List<CaseView> views(Handle handle, List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<CaseId, List<PastAttempt>> history = PastAttempts.of(handle,
                found.stream().map(each -> each.record().id()).toList());
        Map<DebtorId, List<NumberView>> numbers = handle.createQuery(NUMBERS)
                .bindList("debtors", found.stream().map(each -> each.record().debtor().value()).distinct().toList())
                .map((row, context) -> Map.entry(new DebtorId(row.getLong("debtor_id")),
                        new NumberView(new PhoneNumber(row.getString("e164")).masked(),
                                Rows.constant(NumberRole.class, row.getString("role")), row.getInt("position"),
                                row.getBoolean("valid"))))
                .collect(groupingBy(Map.Entry::getKey,
                        mapping(Map.Entry::getValue,
                                toList())));
        Map<Long, String> campaigns = CampaignIds.all(handle);
        return found.stream()
                .map(each -> new CaseView(
                        each.record()
                                .card(campaigns.getOrDefault(each.record().campaign(), ""), each.debtorName(),
                                        history.getOrDefault(each.record().id(), List.of())),
                        each.debtorRef(), each.record().state(), each.record().balance(), each.record().nextCallAt(),
                        numbers.getOrDefault(each.record().debtor(), List.of())))
                .toList();
    }

    @Override
    public List<TimelineEntry> timeline(CaseId id) {
        List<TimelineEntry> all = new ArrayList<>(happened(id));
        jdbi.withHandle(handle -> PaymentRows.ofCase(handle, id.value()))
                .forEach(noted -> all.add(payment(noted)));
        all.sort(Comparator.comparing(TimelineEntry::at));
        return List.copyOf(all);
    }

    private static TimelineEntry payment(NotedPosting noted) {
        Posting posting = noted.posting();
        return new TimelineEntry(noted.notedAt(), "payment", null, posting.kind().code(), null,
                Words.of("%s, reference %s, value date %s", "%s，流水号 %s，入账日期 %s",
                        NotedFigures.amount(posting.effect()), posting.reference(),
                        NotedFigures.day(posting.valueDate())));
    }

    private List<TimelineEntry> happened(CaseId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(TIMELINE)
                        .bind("case", id.value())
                        .map((row, context) -> new TimelineEntry(Rows.instant(row, "at"), row.getString("kind"),
                                row.getString("attempt_id"), row.getString("code"), row.getString("agent_name"),
                                WordColumns.of(row, "text")))
                        .list());
    }

    private record Found(CaseRecord record, String debtorRef, String debtorName) {}
}
