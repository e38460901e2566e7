package com.callfloor.dialer.store;

import java.time.Instant;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * When a case is called next, beside what its open promises and tasks make it wait for. The case has to be locked, which
 * {@link #lock} does, before its promises and tasks are touched: everybody locks in this order.
 */
final class CasePlan {
    private static final String LOCK = "SELECT id FROM cases WHERE id = :case FOR UPDATE";
    private static final String HOLD = """
            UPDATE cases SET held_until = (
                SELECT MAX(waits.until_at) FROM (
                    SELECT calls_wait_until AS until_at FROM promises WHERE case_id = :case AND state = 'open'
                    UNION ALL
                    SELECT calls_wait_until FROM tasks WHERE case_id = :case AND state = 'open') waits)
            WHERE id = :case""";
    private static final String POSTPONE = """
            UPDATE cases SET next_call_at = held_until
            WHERE id = :case AND state = 'open' AND held_until > COALESCE(next_call_at, '1970-01-01')""";
    private static final String RELEASE = """
            UPDATE cases
            SET next_call_at = GREATEST(:at, COALESCE(held_until, :at), COALESCE(rest_until, :at))
            WHERE id = :case AND state = 'open'""";
    private static final String CALL_AT = """
            UPDATE cases SET next_call_at = :at, reserved_for = :agent, reserved_until = :until
            WHERE id = :case AND state = 'open'""";
    private static final String DROP_RESERVATION = """
            UPDATE cases SET reserved_for = NULL, reserved_until = NULL WHERE id = :case""";

    private CasePlan() {}

    /** Waits for whoever plans this case. */
    static void lock(Handle handle, long caseId) {
        handle.createQuery(LOCK).bind("case", caseId).mapTo(Long.class).findOne();
    }

    /** Counts anew what the case waits for, and puts its next call off until then. */
    static void hold(Handle handle, long caseId) {
        recount(handle, caseId);
        handle.createUpdate(POSTPONE).bind("case", caseId).execute();
    }

    /** Something that the case waited for is over: it is due at once, or when what is left is over. */
    static void release(Handle handle, long caseId, Instant at) {
        recount(handle, caseId);
        handle.createUpdate(RELEASE).bind("case", caseId).bind("at", at).execute();
    }

    /** The promise to call at that time, over everything that the case waits for. */
    static void callAt(Handle handle, long caseId, Instant at, @Nullable Long agent,
            @Nullable Instant othersFrom) {
        handle.createUpdate(CALL_AT)
                .bind("case", caseId)
                .bind("at", at)
                .bind("agent", agent)
                .bindByType("until", othersFrom, Instant.class)
                .execute();
    }

    static void dropReservation(Handle handle, long caseId) {
        handle.createUpdate(DROP_RESERVATION).bind("case", caseId).execute();
    }

    private static void recount(Handle handle, long caseId) {
        handle.createUpdate(HOLD).bind("case", caseId).execute();
    }
}
