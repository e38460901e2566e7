package com.callfloor.dialer.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.MatchRule;
import com.callfloor.dialer.payments.PostingKind;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.promises.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that others may be told of. It holds ids, amounts and times; never a name or a telephone
 * number, since a receiver's log is nobody's vault.
 */
public sealed interface WebhookEvent {
    EventKind kind();

    /** When it happened, by the floor's clock. */
    Instant at();

    /** The case that it is about; null: none. */
    @Nullable
    OfCase of();

    /** What the message tells of it, in the order in which it is written: texts, whole numbers, lists and maps of these. */
    Map<String, Object> data();

    /** {@code lender}: null where the case names none. */
    record OfCase(String ref, @Nullable String lender) {
        private Map<String, Object> data() {
            var data = new LinkedHashMap<String, Object>();
            data.put("case_ref", ref);
            if (lender != null) {
                data.put("lender", lender);
            }
            return data;
        }
    }

    /** An attempt is over, whether or not anybody picked up. */
    record CallEnded(Instant at, OfCase of, AttemptId attempt, Outcome outcome, Instant reservedAt,
            @Nullable Instant answeredAt, @Nullable Instant connectedAt) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.CALL_ENDED;
        }

        @Override
        public Map<String, Object> data() {
            Map<String, Object> data = of.data();
            data.put("attempt_id", attempt.toString());
            data.put("outcome", outcome.code());
            data.put("reserved_at", reservedAt.toString());
            if (answeredAt != null) {
                data.put("answered_at", answeredAt.toString());
            }
            if (connectedAt != null) {
                data.put("connected_at", connectedAt.toString());
            }
            data.put("ended_at", at.toString());
            return data;
        }
    }

    /** A debtor promised to pay; an open promise of the same case was cancelled by it. */
    record PromiseMade(Instant at, OfCase of, long promiseId, AttemptId attempt,
            Promise promise) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.PROMISE_MADE;
        }

        @Override
        public Map<String, Object> data() {
            Map<String, Object> data = of.data();
            data.put("promise_id", promiseId);
            data.put("attempt_id", attempt.toString());
            data.put("total", money(promise.total()));
            data.put("instalments", promise.instalments().stream().map(PromiseMade::instalment).toList());
            return data;
        }

        private static Map<String, Object> instalment(Instalment instalment) {
            var data = new LinkedHashMap<String, Object>();
            data.put("date", instalment.date().toString());
            data.put("amount", money(instalment.amount()));
            return data;
        }
    }

    /** {@code paid}: what reached the lender for it so far. */
    record PromiseKept(Instant at, OfCase of, long promiseId, Money promised, Money paid) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.PROMISE_KEPT;
        }

        @Override
        public Map<String, Object> data() {
            return standing(of, promiseId, "kept", promised, paid);
        }
    }

    /** A day that was promised has passed; {@code partly}: some of what was due by then was paid. */
    record PromiseBroken(Instant at, OfCase of, long promiseId, boolean partly, Money promised,
            Money paid) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.PROMISE_BROKEN;
        }

        @Override
        public Map<String, Object> data() {
            return standing(of, promiseId, partly ? "partly_kept" : "broken", promised, paid);
        }
    }

    /** A posting was found to belong to a case. {@code amount}: above 0, also of a reversal. */
    record PaymentMatched(Instant at, OfCase of, long paymentId, String reference, PostingKind posting, Money amount,
            LocalDate valueDate, MatchRule rule) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.PAYMENT_MATCHED;
        }

        @Override
        public Map<String, Object> data() {
            Map<String, Object> data = of.data();
            data.put("payment_id", paymentId);
            data.put("reference", reference);
            data.put("kind", posting.code());
            data.put("amount", money(amount));
            data.put("value_date", valueDate.toString());
            data.put("rule", rule.code());
            return data;
        }
    }

    /** The recording of a call is checked and kept, and can be heard. */
    record RecordingReady(Instant at, OfCase of, AttemptId attempt, Duration length,
            String sha256) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.RECORDING_READY;
        }

        @Override
        public Map<String, Object> data() {
            Map<String, Object> data = of.data();
            data.put("attempt_id", attempt.toString());
            data.put("length_ms", length.toMillis());
            data.put("sha256", sha256);
            data.put("audio", "/api/recordings/" + attempt + "/audio");
            return data;
        }
    }

    /** Somebody wants to see whether messages arrive. */
    record Test(Instant at) implements WebhookEvent {
        @Override
        public EventKind kind() {
            return EventKind.TEST;
        }

        @Override
        public @Nullable OfCase of() {
            return null;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("text", "This is a test. Nothing happened.");
        }
    }

    private static Map<String, Object> standing(OfCase of, long promiseId, String state, Money promised, Money paid) {
        Map<String, Object> data = of.data();
        data.put("promise_id", promiseId);
        data.put("state", state);
        data.put("promised", money(promised));
        data.put("paid", money(paid));
        return data;
    }

    private static Map<String, Object> money(Money money) {
        var data = new LinkedHashMap<String, Object>();
        data.put("minor", money.minor());
        data.put("currency", money.currency().getCurrencyCode());
        return data;
    }
}
