package com.callfloor.dialer.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.NotedPosting.Belonging;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;
import com.callfloor.dialer.webhooks.WebhookEvent;
import com.callfloor.dialer.webhooks.WebhookEvent.OfCase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Writes what receivers are to be told, in the transaction of the fact itself: neither is ever there without the other.
 * Where nobody wants to be told it asks the database nothing. For any thread.
 */
public final class Outbox {
    private static final String ADD = """
            INSERT INTO webhook_deliveries (message_id, receiver, kind, body, created_at, next_at)
            VALUES (:message, :receiver, :kind, :body, :now, :now)""";
    private static final String OF_CASE = "SELECT ref, lender FROM cases WHERE id = :case";
    private static final String OF_ATTEMPT = """
            SELECT c.ref, c.lender FROM attempts a JOIN cases c ON c.id = a.case_id WHERE a.id = :attempt""";
    private static final String ENDED = """
            SELECT c.ref, c.lender, a.outcome, a.reserved_at, a.answered_at, a.connected_at, a.ended_at
            FROM attempts a JOIN cases c ON c.id = a.case_id WHERE a.id = :attempt""";

    private final Receivers receivers;
    private final Clock clock;

    /** {@code clock}: the real one, also on a floor whose clock is simulated. */
    public Outbox(Receivers receivers, Clock clock) {
        this.receivers = receivers;
        this.clock = clock;
    }

    /** One that tells nobody. */
    static Outbox ofNobody(Database database) {
        return new Outbox(Receivers.none(), database.clock());
    }

    /** Whether anybody wants to be told of this kind. */
    boolean isToldOf(EventKind kind) {
        return receivers.anyWants(kind);
    }

    /** Makes the event of a case, for those who are told of its kind. */
    @FunctionalInterface
    interface OnCase {
        WebhookEvent event(OfCase of);
    }

    void aboutCase(Handle handle, EventKind kind, long caseId, OnCase event) {
        if (receivers.anyWants(kind)) {
            ofCase(handle.createQuery(OF_CASE).bind("case", caseId)).ifPresent(of -> tell(handle, event.event(of)));
        }
    }

    void aboutAttempt(Handle handle, EventKind kind, AttemptId attempt, OnCase event) {
        if (receivers.anyWants(kind)) {
            ofCase(handle.createQuery(OF_ATTEMPT).bind("attempt", attempt))
                    .ifPresent(of -> tell(handle, event.event(of)));
        }
    }

    private static Optional<OfCase> ofCase(Query query) {
        return query.map((row, context) -> new OfCase(row.getString("ref"), row.getString("lender"))).findOne();
    }

    /** The attempt was closed in this transaction. */
    void ended(Handle handle, AttemptId attempt) {
        if (receivers.anyWants(EventKind.CALL_ENDED)) {
            handle.createQuery(ENDED)
                    .bind("attempt", attempt)
                    .map((row, context) -> new WebhookEvent.CallEnded(Rows.instant(row, "ended_at"),
                            new OfCase(row.getString("ref"), row.getString("lender")), attempt,
                            Outcome.ofCode(row.getString("outcome")), Rows.instant(row, "reserved_at"),
                            Rows.instantOrNull(row, "answered_at"), Rows.instantOrNull(row, "connected_at")))
                    .findOne()
                    .ifPresent(event -> tell(handle, event));
        }
    }

    /** These were matched in this transaction, or not. */
    void matched(Handle handle, List<Long> payments) {
        if (receivers.anyWants(EventKind.PAYMENT_MATCHED)) {
            for (long id : payments) {
                PaymentRows.byId(handle, id).forEach(noted -> matched(handle, noted));
            }
        }
    }

    private void matched(Handle handle, NotedPosting noted) {
        if (noted.belonging() instanceof Belonging.Matched matched) {
            var posting = noted.posting();
            aboutCase(handle, EventKind.PAYMENT_MATCHED, matched.caseId().value(),
                    of -> new WebhookEvent.PaymentMatched(matched.at(), of, noted.id(), posting.reference(),
                            posting.kind(), posting.amount(), posting.valueDate(), matched.rule()));
        }
    }

    private void tell(Handle handle, WebhookEvent event) {
        List<Receiver> wanting = receivers.wanting(event);
        if (!wanting.isEmpty()) {
            tell(handle, event, wanting);
        }
    }

    private void tell(Handle handle, WebhookEvent event, List<Receiver> wanting) {
        String message = "msg_" + UUID.randomUUID();
        String body = WebhookJson.of(message, event);
        PreparedBatch batch = handle.prepareBatch(ADD);
        for (Receiver receiver : wanting) {
            batch.bind("message", message)
                    .bind("receiver", receiver.name())
                    .bind("kind", event.kind().code())
                    .bind("body", body)
                    .bind("now", clock.instant())
                    .add();
        }
        batch.execute();
    }
}
