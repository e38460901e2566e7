package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.StandingFact;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what the books say about cases: as many queries for a whole batch as for one case. */
final class BooksReader {
    private static final List<Long> NOBODY = List.of(-1L);
    private static final String HOUSEHOLDS = """
            SELECT mine.debtor_id, theirs.debtor_id AS member
            FROM debtor_numbers mine
            JOIN debtor_numbers theirs ON theirs.number_id = mine.number_id AND theirs.role = 'home'
            WHERE mine.debtor_id IN (<debtors>) AND mine.role = 'home'""";
    private static final String LISTINGS = """
            SELECT debtor_id, number_id, role, position FROM debtor_numbers
            WHERE debtor_id IN (<debtors>) AND valid""";
    // A number goes out of service by the end of a call to it, and never comes back.
    private static final String LISTINGS_THEN = """
            SELECT l.debtor_id, l.number_id, l.role, l.position FROM debtor_numbers l
            WHERE l.debtor_id IN (<debtors>) AND (l.valid OR :then < (
                SELECT MIN(a.ended_at) FROM attempts a
                WHERE a.debtor_id = l.debtor_id AND a.number_id = l.number_id AND a.outcome = 'invalid'))""";
    private static final String NUMBERS = "SELECT id, e164 FROM phone_numbers WHERE id IN (<numbers>)";
    private static final String ATTEMPT = """
            SELECT 'attempt' AS kind, c.reserved_at AS at, c.debtor_id, c.case_id, c.number_id, 'out' AS direction,
                   c.outcome AS result, c.disposition, c.rang OR c.answered_at IS NOT NULL AS rang, l.role,
                   'call' AS channel
            FROM attempts c
            LEFT JOIN debtor_numbers l ON l.debtor_id = c.debtor_id AND l.number_id = c.number_id
            WHERE\s""";
    private static final String OTHER = """
            SELECT 'other', c.at, c.debtor_id, c.case_id, c.number_id, c.direction, c.result, NULL, c.rang, l.role,
                   'call'
            FROM other_calls c
            LEFT JOIN debtor_numbers l ON l.debtor_id = c.debtor_id AND l.number_id = c.number_id
            WHERE\s""";
    /** An address is a number of its own, below zero. A message is left, like words on a machine: nobody answered it. */
    private static final String MESSAGE = """
            SELECT 'message', c.counted_at, c.debtor_id, c.case_id, COALESCE(c.number_id, -c.email_id), 'out',
                   'voicemail', NULL, TRUE, 'mobile', c.channel
            FROM messages c
            WHERE c.counted_at IS NOT NULL AND\s""";
    // By person, by number, and by case: a case that went to another debtor takes its calls along.
    private static final List<String> WHICH = List.of("c.debtor_id IN (<recent>) AND c.<at> >= :since",
            "c.debtor_id IN (<ever>)",
            "c.number_id IN (<numbers>) AND c.<at> >= :since AND c.debtor_id NOT IN (<people>)",
            """
                    c.case_id IN (<cases>) AND c.<at> >= :since AND c.debtor_id NOT IN (<people>)
                    AND (c.number_id IS NULL OR c.number_id NOT IN (<numbers>))""");
    static final String CALLS = calls();
    private static final String FACTS = """
            SELECT f.kind, f.at, f.debtor_id, f.case_id, COALESCE(f.number_id, -f.email_id) AS number_id, f.until_at,
                   f.hours, f.lifts
            FROM facts f LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
            WHERE f.debtor_id IN (<debtors>) AND (w.at IS NULL OR w.at > :then)
            UNION ALL
            SELECT f.kind, f.at, f.debtor_id, f.case_id, f.number_id, f.until_at, f.hours, f.lifts
            FROM facts f LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
            WHERE f.number_id IN (<numbers>) AND f.debtor_id NOT IN (<debtors>)
              AND (w.at IS NULL OR w.at > :then)""";
    private static final String BARRED = """
            SELECT e164, lender, added_at FROM do_not_call
            WHERE e164 IN (<numbers>) AND (removed_at IS NULL OR removed_at > :then)""";
    /** Who asks about now takes nothing that is withdrawn, not even by a clock that is ahead. */
    private static final Instant AFTER_EVERY_WITHDRAWAL = Instant.parse("9999-12-31T00:00:00Z");

    private final Handle handle;

    BooksReader(Handle handle) {
        this.handle = handle;
    }

    private static String calls() {
        List<String> parts = new ArrayList<>();
        WHICH.forEach(which -> parts.add(ATTEMPT + which.replace("<at>", "reserved_at")));
        WHICH.forEach(which -> parts.add(OTHER + which.replace("<at>", "at")));
        WHICH.forEach(which -> parts.add(MESSAGE + which.replace("<at>", "counted_at")));
        return String.join("\nUNION ALL\n", parts);
    }

    /** By debtor, everybody who shares a home line with them; themselves included. */
    Map<Long, Set<Long>> households(Collection<Long> debtors) {
        Map<Long, Set<Long>> households = new HashMap<>();
        debtors.forEach(debtor -> households.computeIfAbsent(debtor, key -> new HashSet<>()).add(debtor));
        handle.createQuery(HOUSEHOLDS)
                .bindList("debtors", idsOf(debtors))
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .forEach(pair -> households.getOrDefault(pair.getKey(), new HashSet<>()).add(pair.getValue()));
        return households;
    }

    /** The numbers that are not out of service, the contacts' too. */
    List<Listing> listings(Collection<Long> debtors) {
        return listings(handle.createQuery(LISTINGS), debtors);
    }

    private static List<Listing> listings(Query query, Collection<Long> debtors) {
        return query.bindList("debtors", idsOf(debtors))
                .map((row, context) -> new Listing(row.getLong("debtor_id"), row.getLong("number_id"),
                        CountedCall.lineOf(row.getString("role")), row.getInt("position")))
                .list();
    }

    Map<Long, PhoneNumber> numbers(Collection<Long> numbers) {
        return handle.createQuery(NUMBERS)
                .bindList("numbers", idsOf(numbers))
                .reduceRows(new HashMap<Long, PhoneNumber>(), (all, row) -> {
                    all.put(row.getColumn("id", Long.class), row.getColumn("e164", PhoneNumber.class));
                    return all;
                });
    }

    /** Everything that may count for one case, as it stood at {@code at}, with what was withdrawn or went out of service since; locks nothing. */
    LockedBooks about(CaseRecord found, Instant at, Duration reach) {
        List<Long> debtor = List.of(found.debtor().value());
        Map<Long, Set<Long>> households = households(debtor);
        List<Listing> listings = listings(handle.createQuery(LISTINGS_THEN).bind("then", at), debtor);
        Map<Long, PhoneNumber> numbers = numbers(listings.stream().map(Listing::number).distinct().toList());
        return read(List.of(found), households, listings, numbers, at.minus(reach), at).upTo(at);
    }

    /** A number on a debtor's list. */
    record Listing(long debtor, long number, LineKind line, int position) {}

    /** Everything that may count for these cases. Where a reservation asks, their debtors and numbers are locked. */
    LockedBooks read(List<CaseRecord> cases, Map<Long, Set<Long>> households, List<Listing> listings,
            Map<Long, PhoneNumber> numbers, Instant now, Duration reach) {
        return read(cases, households, listings, numbers, now.minus(reach), AFTER_EVERY_WITHDRAWAL);
    }

    private LockedBooks read(List<CaseRecord> cases, Map<Long, Set<Long>> households, List<Listing> listings,
            Map<Long, PhoneNumber> numbers, Instant since, Instant then) {
        Map<Long, List<Candidate>> candidates = new HashMap<>();
        Set<Long> withContacts = new HashSet<>();
        for (Listing listing : listings) {
            PhoneNumber number = numbers.get(listing.number());
            if (number != null) {
                Candidate candidate = new Candidate(listing.number(), number, listing.position(), listing.line());
                candidates.computeIfAbsent(listing.debtor(), key -> new ArrayList<>()).add(candidate);
                if (candidate.contact()) {
                    withContacts.add(listing.debtor());
                }
            }
        }
        return new LockedBooks(candidates, households,
                calls(cases, LedgerLocks.everybody(households), withContacts, numbers.keySet(), since),
                facts(households.keySet(), numbers.keySet(), then), barred(numbers, then), since);
    }

    private List<CountedCall> calls(List<CaseRecord> cases, Set<Long> people, Set<Long> withContacts,
            Set<Long> numbers, Instant since) {
        Set<Long> recent = new HashSet<>(people);
        recent.removeAll(withContacts);
        return handle.createQuery(CALLS)
                .bindList("recent", idsOf(recent))
                .bindList("ever", idsOf(withContacts))
                .bindList("people", idsOf(people))
                .bindList("numbers", idsOf(numbers))
                .bindList("cases", cases.stream().map(found -> found.id().value()).toList())
                .bind("since", since)
                .map(CountedCall::of)
                .list();
    }

    private List<StandingFact> facts(Set<Long> debtors, Set<Long> numbers, Instant then) {
        return handle.createQuery(FACTS)
                .bindList("debtors", idsOf(debtors))
                .bindList("numbers", idsOf(numbers))
                .bind("then", then)
                .map(BooksReader::fact)
                .list();
    }

    private static StandingFact fact(ResultSet row, StatementContext context) throws SQLException {
        return new StandingFact(FactText.kind(row.getString("kind")), Rows.instant(row, "at"),
                row.getLong("debtor_id"), row.getLong("case_id"), row.getObject("number_id", Long.class),
                Rows.instantOrNull(row, "until_at"), FactText.hours(row.getString("hours")),
                FactText.lifts(row.getString("lifts")));
    }

    private List<BarredNumber> barred(Map<Long, PhoneNumber> numbers, Instant then) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, Long> ids = new HashMap<>();
        numbers.forEach((id, number) -> ids.put(number.e164(), id));
        return handle.createQuery(BARRED)
                .bindList("numbers", List.copyOf(ids.keySet()))
                .bind("then", then)
                .map((row, context) -> new BarredNumber(ids.getOrDefault(row.getString("e164"), 0L),
                        row.getString("lender"), Rows.instant(row, "added_at")))
                .list();
    }

    private static List<Long> idsOf(Collection<Long> ids) {
        return ids.isEmpty() ? NOBODY : List.copyOf(ids);
    }
}
