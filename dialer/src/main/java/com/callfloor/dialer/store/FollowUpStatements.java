package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.dispositions.FollowUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.WebhookEvent;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows from a disposition, within the transaction that writes the disposition, and only in the run that
 * writes it first.
 */
final class FollowUpStatements {
    private static final Set<Disposition> NOBODY_TALKED = EnumSet.of(Disposition.VOICEMAIL,
            Disposition.NO_CONVERSATION);
    private static final String ATTEMPT = "SELECT case_id, debtor_id, number_id FROM attempts WHERE id = :attempt";
    private static final String UNDISPOSED = ATTEMPT + " AND disposition IS NULL";
    private static final String FACT = """
            INSERT INTO facts (kind, at, debtor_id, case_id, number_id, lifts, evidence, evidence_zh, noted_by,
                noted_at)
            SELECT :kind, :at, :debtor, :case, :number, '', :evidence, :evidenceZh, u.login, :at FROM users u WHERE u.id = :agent""";

    private final Handle handle;
    private final FloorFact.Disposed disposed;
    private final Attempt attempt;
    private final Outbox outbox;

    private record Attempt(long caseId, long debtor, long number) {}

    private FollowUpStatements(Handle handle, FloorFact.Disposed disposed, Attempt attempt, Outbox outbox) {
        this.handle = handle;
        this.disposed = disposed;
        this.attempt = attempt;
        this.outbox = outbox;
    }

    /** Empty if the attempt has its disposition already. Otherwise its case is locked from now on. */
    static Optional<FollowUpStatements> ofUndisposed(Handle handle, FloorFact.Disposed disposed, Outbox outbox) {
        return of(UNDISPOSED, handle, disposed, outbox);
    }

    /**
     * Of an attempt whose disposition is another agent's: what is noted of the debtor holds all the same. The attempt's case is
     * locked from now on.
     */
    static FollowUpStatements ofAttempt(Handle handle, FloorFact.Disposed disposed, Outbox outbox) {
        return of(ATTEMPT, handle, disposed, outbox).orElseThrow();
    }

    private static Optional<FollowUpStatements> of(String sql, Handle handle, FloorFact.Disposed disposed,
            Outbox outbox) {
        Optional<Attempt> attempt = handle.createQuery(sql)
                .bind("attempt", disposed.attempt())
                .map((row, context) -> new Attempt(row.getLong("case_id"), row.getLong("debtor_id"),
                        row.getLong("number_id")))
                .findOne();
        attempt.ifPresent(found -> CasePlan.lock(handle, found.caseId()));
        return attempt.map(found -> new FollowUpStatements(handle, disposed, found, outbox));
    }

    void writeFacts() {
        for (FollowUp followUp : disposed.followUps()) {
            if (followUp instanceof FollowUp.NoteFact fact) {
                note(fact);
            }
        }
    }

    void write() {
        boolean talked = !NOBODY_TALKED.contains(disposed.wrapUp().disposition());
        if (talked) {
            TaskRows.closeCallBacks(handle, attempt.caseId(), disposed.at());
            CasePlan.dropReservation(handle, attempt.caseId());
        }
        Long promise = null;
        for (FollowUp followUp : disposed.followUps()) {
            switch (followUp) {
                case FollowUp.NoteFact fact -> note(fact);
                case FollowUp.MakePromise made -> promise = make(made);
                case FollowUp.AddTask task ->
                    TaskRows.add(handle, attempt.caseId(), disposed, task, task.ofPromise() ? promise : null);
                case FollowUp.CallAt callAt -> {
                    // After the wait of everything else, below: what was agreed with the debtor comes first.
                }
            }
        }
        if (talked) {
            CasePlan.hold(handle, attempt.caseId());
        }
        for (FollowUp followUp : disposed.followUps()) {
            if (followUp instanceof FollowUp.CallAt callAt) {
                callAt(callAt);
            }
        }
    }

    private long make(FollowUp.MakePromise made) {
        long promise = PromiseRows.make(handle, attempt.caseId(), disposed, made);
        outbox.aboutCase(handle, EventKind.PROMISE_MADE, attempt.caseId(),
                of -> new WebhookEvent.PromiseMade(disposed.at(), of, promise, disposed.attempt(), made.promise()));
        return promise;
    }

    private void note(FollowUp.NoteFact fact) {
        Words evidence = fact.evidence().then(Words.of(" (attempt %s)", "（通话 %s）", disposed.attempt()));
        handle.createUpdate(FACT)
                .bind("kind", fact.kind().code())
                .bind("at", disposed.at())
                .bind("debtor", attempt.debtor())
                .bind("case", attempt.caseId())
                .bind("number", fact.aboutNumber() ? attempt.number() : null)
                .bind("evidence", evidence.en())
                .bind("evidenceZh", WordColumns.zh(evidence))
                .bind("agent", disposed.agent().value())
                .execute();
    }

    private void callAt(FollowUp.CallAt callAt) {
        @Nullable
        Instant othersFrom = callAt.othersFrom().orElse(null);
        CasePlan.callAt(handle, attempt.caseId(), callAt.at(),
                othersFrom == null ? null : disposed.agent().value(), othersFrom);
    }
}
