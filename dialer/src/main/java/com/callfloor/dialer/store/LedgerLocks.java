package com.callfloor.dialer.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import org.jdbi.v3.core.Handle;

/**
 * The locks of a reservation, within one transaction. Whoever calls them must keep their order: cases, debtors by
 * ascending id, numbers by ascending id. All nodes do, and none waits for a case, hence no two can wait for each other.
 */
final class LedgerLocks {
    private static final List<Long> NOBODY = List.of(-1L);
    // The index is forced: any other plan would sort the due cases, and so lock all of them.
    static final String LOCK_DUE_CASES = "SELECT " + CaseRecord.COLUMNS + """
             FROM cases c FORCE INDEX (cases_due)
            WHERE c.campaign_id = :campaign AND c.state = 'open' AND c.next_call_at <= :now
              AND (c.reserved_for IS NULL OR c.reserved_until <= :now OR c.reserved_for IN (<agents>))
            ORDER BY c.next_call_at, c.id LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String LOCK_CASE = "SELECT " + CaseRecord.COLUMNS + """
             FROM cases c
            WHERE c.id = :case AND c.state = 'open' AND (c.held_until IS NULL OR c.held_until < :forGood)
              AND c.campaign_id IN (SELECT k.id FROM campaigns k WHERE k.code IN (<campaigns>))
            FOR UPDATE SKIP LOCKED""";
    private static final String NEXT_DUE = """
            SELECT MIN(next_call_at) FROM cases
            WHERE campaign_id = :campaign AND state = 'open' AND next_call_at > :now""";
    // The primary index is forced, so that rows are locked by ascending id.
    private static final String LOCK_DEBTORS = """
            SELECT id, name FROM debtors FORCE INDEX (PRIMARY) WHERE id IN (<debtors>) ORDER BY id FOR UPDATE""";
    private static final String LOCK_NUMBERS = """
            SELECT id, e164 FROM phone_numbers FORCE INDEX (PRIMARY) WHERE id IN (<numbers>)
            ORDER BY id FOR UPDATE""";

    private LedgerLocks() {}

    /**
     * The cases that are due first, without those that another node is looking at, and without the call-backs that are kept
     * for other agents than these.
     */
    static List<CaseRecord> dueCases(Handle handle, long campaign, Instant now, int most, Set<AgentId> agents) {
        return handle.createQuery(LOCK_DUE_CASES)
                .bind("campaign", campaign)
                .bind("now", now)
                .bind("most", most)
                .bindList("agents", agents.isEmpty() ? NOBODY : agents.stream().map(AgentId::value).toList())
                .map(CaseRecord::of)
                .list();
    }

    /**
     * This case, unless it is closed, of none of these campaigns, or another node is looking at it. What waits until somebody
     * has answered, such as a complaint, is called by nobody; any other wait is for the agent to judge.
     */
    static Optional<CaseRecord> openCase(Handle handle, CaseId id, Set<String> campaigns) {
        return handle.createQuery(LOCK_CASE)
                .bind("case", id.value())
                .bind("forGood", FollowUpPlan.FOR_GOOD)
                .bindList("campaigns", List.copyOf(campaigns))
                .map(CaseRecord::of)
                .findOne();
    }

    static Optional<Instant> nextDueAfter(Handle handle, long campaign, Instant now) {
        return handle.createQuery(NEXT_DUE).bind("campaign", campaign).bind("now", now).mapTo(Instant.class).findOne();
    }

    /** Waits until no other node decides about any of these; names by id. */
    static Map<Long, String> debtors(Handle handle, Collection<Long> debtors) {
        return handle.createQuery(LOCK_DEBTORS)
                .bindList("debtors", List.copyOf(debtors))
                .reduceRows(new HashMap<Long, String>(), (all, row) -> {
                    all.put(row.getColumn("id", Long.class), row.getColumn("name", String.class));
                    return all;
                });
    }

    /** Waits until no other node decides about any of these, which other debtors may have too. */
    static Map<Long, PhoneNumber> numbers(Handle handle, Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(LOCK_NUMBERS)
                .bindList("numbers", List.copyOf(numbers))
                .reduceRows(new HashMap<Long, PhoneNumber>(), (all, row) -> {
                    all.put(row.getColumn("id", Long.class), row.getColumn("e164", PhoneNumber.class));
                    return all;
                });
    }

    /** The database's clock. */
    static Instant databaseTime(Handle handle) {
        return handle.createQuery("SELECT UTC_TIMESTAMP(6)")
                .map((row, context) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .one();
    }

    /** All members of the households. */
    static Set<Long> everybody(Map<Long, Set<Long>> households) {
        Set<Long> all = new HashSet<>();
        households.values().forEach(all::addAll);
        return all;
    }
}
