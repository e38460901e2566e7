package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.store.PastTries.PastTry;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a reservation, within one transaction. Whoever calls them must keep their order: case, debtor,
 * numbers by ascending id. All nodes do, hence no two can wait for each other.
 */
final class LedgerStatements {
    // The index is forced: any other plan would sort the due cases, and so lock all of them.
    static final String LOCK_DUE_CASE = "SELECT " + CaseRecord.COLUMNS + """
             FROM cases c FORCE INDEX (cases_due)
            WHERE c.state = 'open' AND c.next_call_at <= :now
            ORDER BY c.next_call_at, c.id LIMIT 1 FOR UPDATE SKIP LOCKED""";
    private static final String NEXT_DUE = """
            SELECT MIN(next_call_at) FROM cases WHERE state = 'open' AND next_call_at > :now""";
    private static final String LOCK_DEBTOR = "SELECT name FROM debtors WHERE id = :debtor FOR UPDATE";
    private static final String OWN_NUMBERS = """
            SELECT number_id, position FROM debtor_numbers
            WHERE debtor_id = :debtor AND valid AND role <> 'contact'""";
    private static final String LOCK_NUMBERS = """
            SELECT id, e164 FROM phone_numbers FORCE INDEX (PRIMARY) WHERE id IN (<numbers>)
            ORDER BY id FOR UPDATE""";
    static final String TRIES = """
            SELECT reserved_at, TRUE AS same_debtor, number_id, ended_at IS NULL AS still_open
            FROM attempts WHERE debtor_id = :debtor AND reserved_at >= :since
            UNION ALL
            SELECT reserved_at, FALSE, number_id, ended_at IS NULL
            FROM attempts WHERE number_id IN (<numbers>) AND reserved_at >= :since AND debtor_id <> :debtor""";
    private static final String INSERT_ATTEMPT = """
            INSERT INTO attempts (id, case_id, debtor_id, number_id, state, reserved_at, decision)
            VALUES (:id, :case, :debtor, :number, 'reserved', :at, :decision)""";
    private static final String PLAN = "UPDATE cases SET next_call_at = :next WHERE id = :case";

    private LedgerStatements() {}

    /** The case that is due first, unless every due one is being looked at by another node. */
    static Optional<CaseRecord> lockDueCase(Handle handle, Instant now) {
        return handle.createQuery(LOCK_DUE_CASE).bind("now", now).map(CaseRecord::of).findOne();
    }

    static Optional<Instant> nextDueAfter(Handle handle, Instant now) {
        return handle.createQuery(NEXT_DUE).bind("now", now).mapTo(Instant.class).findOne();
    }

    /** Waits until no other node decides about this debtor. */
    static String lockDebtor(Handle handle, DebtorId debtor) {
        return handle.createQuery(LOCK_DEBTOR).bind("debtor", debtor.value()).mapTo(String.class).one();
    }

    /** Waits until no other node decides about any of the debtor's numbers, which other debtors may have too. */
    static List<Candidate> lockNumbers(Handle handle, DebtorId debtor) {
        var positions = handle.createQuery(OWN_NUMBERS)
                .bind("debtor", debtor.value())
                .reduceRows(new HashMap<Long, Integer>(), (all, row) -> {
                    all.put(row.getColumn("number_id", Long.class), row.getColumn("position", Integer.class));
                    return all;
                });
        if (positions.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(LOCK_NUMBERS)
                .bindList("numbers", List.copyOf(positions.keySet()))
                .map((row, context) -> new Candidate(row.getLong("id"), new PhoneNumber(row.getString("e164")),
                        positions.getOrDefault(row.getLong("id"), Integer.MAX_VALUE)))
                .list();
    }

    static PastTries tries(Handle handle, DebtorId debtor, List<Candidate> candidates, Instant since) {
        return new PastTries(
                handle.createQuery(TRIES)
                        .bind("debtor", debtor.value())
                        .bind("since", since)
                        .bindList("numbers", candidates.stream().map(Candidate::id).toList())
                        .map((row, context) -> new PastTry(Rows.instant(row, "reserved_at"),
                                row.getBoolean("same_debtor"), row.getLong("number_id"),
                                row.getBoolean("still_open")))
                        .list());
    }

    static void insertAttempt(Handle handle, AttemptId id, CaseRecord due, Candidate chosen, Decision decision,
            Instant at) {
        handle.createUpdate(INSERT_ATTEMPT)
                .bind("id", id)
                .bind("case", due.id().value())
                .bind("debtor", due.debtor().value())
                .bind("number", chosen.id())
                .bind("at", at)
                .bind("decision", DecisionJson.of(decision))
                .execute();
    }

    static void plan(Handle handle, CaseId id, @Nullable Instant next) {
        handle.createUpdate(PLAN).bind("case", id.value()).bindByType("next", next, Instant.class).execute();
    }
}
