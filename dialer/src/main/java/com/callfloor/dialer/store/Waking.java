package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes cases due again when something happened that may change the rules' answer. Cases are locked by ascending id, and
 * before anything else is locked. A case that waits for something is due when that is over, and is not woken.
 */
final class Waking {
    private static final int AT_ONCE = 1_000;
    private static final String ASLEEP = """
            SELECT id FROM cases FORCE INDEX (cases_due)
            WHERE campaign_id = :campaign AND state = 'open' AND next_call_at IS NULL
            AND (held_until IS NULL OR held_until <= :at)
            ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String OF_DEBTORS = """
            SELECT id FROM cases WHERE debtor_id IN (<debtors>) AND state = 'open'
            AND (next_call_at IS NULL OR next_call_at > :at) AND (held_until IS NULL OR held_until <= :at) ORDER BY id FOR UPDATE""";
    private static final String ASLEEP_OF_DEBTORS = """
            SELECT id FROM cases WHERE debtor_id IN (<debtors>) AND state = 'open' AND next_call_at IS NULL
            AND (held_until IS NULL OR held_until <= :at)
            ORDER BY id FOR UPDATE""";
    private static final String WAKE = """
            UPDATE cases SET next_call_at = CASE WHEN rest_until > :at THEN rest_until ELSE :at END
            WHERE id IN (<cases>)""";

    private Waking() {}

    static int all(Jdbi jdbi, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM campaigns").mapTo(Long.class).list())
                .stream()
                .mapToInt(campaign -> all(jdbi, campaign, at))
                .sum();
    }

    private static int all(Jdbi jdbi, long campaign, Instant at) {
        int woken = 0;
        while (true) {
            int some = GivingWay.inTransaction(jdbi, handle -> {
                List<Long> asleep = handle.createQuery(ASLEEP)
                        .bind("campaign", campaign)
                        .bind("most", AT_ONCE)
                        .bind("at", at)
                        .mapTo(Long.class)
                        .list();
                wake(handle, asleep, at);
                return asleep.size();
            });
            woken += some;
            if (some == 0) {
                return woken;
            }
        }
    }

    /** The open cases of these debtors that sleep or are planned for later. */
    static void casesOf(Handle handle, Collection<Long> debtors, Instant at) {
        if (debtors.isEmpty()) {
            return;
        }
        wake(handle, handle.createQuery(OF_DEBTORS)
                .bindList("debtors", List.copyOf(debtors))
                .bind("at", at)
                .mapTo(Long.class)
                .list(), at);
    }

    /** The open cases of these debtors that sleep. */
    static void asleepOf(Handle handle, Collection<Long> debtors, Instant at) {
        if (debtors.isEmpty()) {
            return;
        }
        wake(handle, handle.createQuery(ASLEEP_OF_DEBTORS)
                .bindList("debtors", List.copyOf(debtors))
                .bind("at", at)
                .mapTo(Long.class)
                .list(), at);
    }

    /** Everybody who lists one of these numbers. */
    static List<Long> debtorsWith(Handle handle, Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT DISTINCT debtor_id FROM debtor_numbers WHERE number_id IN (<numbers>)")
                .bindList("numbers", List.copyOf(numbers))
                .mapTo(Long.class)
                .list();
    }

    private static void wake(Handle handle, List<Long> cases, Instant at) {
        if (!cases.isEmpty()) {
            handle.createUpdate(WAKE).bindList("cases", cases).bind("at", at).execute();
        }
    }
}
