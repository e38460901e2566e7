package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.messages.Gateway.Outgoing;
import com.callfloor.dialer.messages.MessageBook.Begun;
import com.callfloor.dialer.messages.MessageComposer;
import com.callfloor.dialer.messages.MessageComposer.Uncomposable;
import com.callfloor.dialer.messages.MessagePurpose;
import com.callfloor.dialer.messages.MessageRules;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.messages.MessageTemplate.Composed;
import com.callfloor.dialer.messages.Recipient;
import com.callfloor.dialer.messages.SmsSegments;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.store.MessageRows.Locked;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A message whose time has come. It is begun as an attempt is reserved: case, debtors and number locked in this order, the rules asked by
 * the database's clock, the decision and the state on disk before the gateway hears of it.
 */
final class MessageTurn {
    private static final String CASE = "SELECT " + CaseRecord.COLUMNS + " FROM cases c WHERE c.id = :id";
    private static final String DECISION = """
            INSERT INTO decisions (at, case_id, number_id, message_id, verdict, not_before, decision)
            VALUES (:at, :case, :number, :message, :verdict, :notBefore, :decision)""";
    private static final String TASK_OPEN = "SELECT COUNT(*) FROM tasks WHERE id = :task AND state = 'open'";

    private final LedgerRules rules;
    private final LedgerTime time;
    private final FollowUpPlan plan;
    private final CasePayments payments;

    MessageTurn(LedgerRules rules, LedgerTime time, FollowUpPlan plan, CasePayments payments) {
        this.rules = rules;
        this.time = time;
        this.plan = plan;
        this.payments = payments;
    }

    static Optional<CaseRecord> caseOf(Handle handle, CaseId id) {
        return handle.createQuery(CASE).bind("id", id.value()).map(CaseRecord::of).findOne();
    }

    /**
     * Whether it goes now. Its case is locked.
     *
     * @param latestArrival from now to its latest possible arrival
     */
    Begun begin(Handle handle, Locked message, MessageComposer composer, String gateway,
            Duration latestArrival) {
        CaseRecord found = caseOf(handle, message.caseId()).orElseThrow();
        var reader = new BooksReader(handle);
        Set<Long> debtor = Set.of(found.debtor().value());
        Map<Long, Set<Long>> households = reader.households(debtor);
        LedgerLocks.debtors(handle, LedgerLocks.everybody(households));
        List<BooksReader.Listing> listings = reader.listings(debtor);
        var numbers = LedgerLocks.numbers(handle,
                listings.stream().map(BooksReader.Listing::number).distinct().toList());
        // Not before the locks are held: a window may have closed while they were waited for.
        Instant now = SqlTypes.micros(time.of(LedgerLocks.databaseTime(handle)));
        if (message.nextAt() != null && message.nextAt().isAfter(now)) {
            return new Begun.NotDue();
        }
        Optional<Instalment> promised = MessageQuestion.awaited(handle, found, message.promise(),
                message.instalmentOn(), plan, payments, now);
        Optional<Words> moot = moot(handle, message, found, promised, now);
        if (moot.isPresent()) {
            return end(handle, message, MessageState.CANCELLED, moot.get(), Optional.empty(), now);
        }
        // It must not count against itself where an earlier try may have gone out.
        handle.createUpdate("UPDATE messages SET counted_at = NULL WHERE id = :id")
                .bind("id", message.id().toString())
                .execute();
        LockedBooks books = reader.read(List.of(found), households, listings, numbers, now, rules.reach()).allBy(now);
        var question = new MessageQuestion(handle, rules, found, books, latestArrival, now);
        MessageQuestion.Answer answer = question.ask(message.channel(), message.purpose());
        long decision = keep(handle, message, answer, now);
        return switch (MessageRules.outcome(answer.decision(), message.expiresAt())) {
            case MessageRules.Outcome.Send send -> {
                try {
                    Composed composed = composer.compose(question.draft(message.template(), message.channel(),
                            message.language(), promised));
                    yield send(handle, message, answer, composed, gateway, decision, now);
                } catch (Uncomposable e) {
                    yield end(handle, message, MessageState.FAILED, e.what(), Optional.empty(), now);
                }
            }
            case MessageRules.Outcome.Hold(var until, var why) -> {
                Map<String, @Nullable Object> values = new HashMap<>();
                values.put("next", until);
                values.put("decision", decision);
                values.put("counted", message.countedAt());
                MessageRows.move(handle, message, MessageState.HELD, why, now,
                        ", next_at = :next, decision_id = :decision, counted_at = :counted", values);
                yield new Begun.NotNow(MessageState.HELD, why, Optional.of(answer.decision()));
            }
            case MessageRules.Outcome.Refuse(var why) -> {
                handle.createUpdate("UPDATE messages SET decision_id = :decision WHERE id = :id")
                        .bind("decision", decision)
                        .bind("id", message.id().toString())
                        .execute();
                yield end(handle, message, MessageState.REFUSED, why, Optional.of(answer.decision()), now);
            }
        };
    }

    /** Why there is nothing to send any more. */
    private static Optional<Words> moot(Handle handle, Locked message, CaseRecord found, Optional<Instalment> promised,
            Instant now) {
        if (!found.state().equals("open")) {
            return Optional.of(found.state().equals("paid")
                    ? new Words("the case is paid", "案件已还清")
                    : new Words("the case is " + found.state(), "案件已撤回"));
        }
        if (message.purpose() == MessagePurpose.PROMISE_REMINDER && promised.isEmpty()) {
            return Optional.of(new Words("nothing is awaited that day any more", "当天已无待还款项"));
        }
        if (message.task() != null
                && handle.createQuery(TASK_OPEN).bind("task", message.task()).mapTo(Integer.class).one() == 0) {
            return Optional.of(new Words("somebody has seen to it", "已有人处理"));
        }
        if (!now.isBefore(message.expiresAt())) {
            return Optional.of(new Words("its time is over", "已过时限"));
        }
        return Optional.empty();
    }

    /** An earlier try that may have gone out leaves the message in doubt, whatever ends it now. */
    private static Begun end(Handle handle, Locked message, MessageState state, Words why,
            Optional<Decision> decision, Instant now) {
        MessageState as = message.inDoubt() ? MessageState.IN_DOUBT : state;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", now);
        values.put("counted", message.countedAt());
        MessageRows.move(handle, message, as, why, now, ", next_at = NULL, settled_at = :at, counted_at = :counted",
                values);
        return new Begun.NotNow(as, why, decision);
    }

    private static Begun send(Handle handle, Locked message, MessageQuestion.Answer answer, Composed composed,
            String gateway, long decision, Instant now) {
        Recipient recipient = answer.recipient().orElseThrow();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", now);
        values.put("number", answer.numberId());
        values.put("email", answer.emailId());
        values.put("version", composed.version());
        values.put("language", composed.language().tag());
        values.put("subject", composed.subject().orElse(null));
        values.put("body", composed.text());
        values.put("segments", message.channel() == Channel.SMS ? SmsSegments.of(composed.text()) : null);
        values.put("gateway", gateway);
        values.put("decision", decision);
        values.put("counted", message.countedAt() == null ? now : message.countedAt());
        MessageRows.move(handle, message, MessageState.SENDING, null, now,
                """
                        , next_at = NULL, tries = tries + 1, sending_at = :at, counted_at = :counted, number_id = :number,
                        email_id = :email, template_version = :version, language = :language, subject = :subject, body = :body, segments = :segments,
                        gateway = :gateway, decision_id = :decision""",
                values);
        return new Begun.Send(
                new Outgoing(message.id(), message.channel(), recipient, composed.subject(), composed.text()),
                message.tries() + 1, message.inDoubt());
    }

    private static long keep(Handle handle, Locked message, MessageQuestion.Answer answer, Instant now) {
        Verdict verdict = answer.decision().verdict();
        return handle.createUpdate(DECISION)
                .bind("at", now)
                .bind("case", message.caseId().value())
                .bind("number", answer.numberId())
                .bind("message", message.id().toString())
                .bind("verdict", verdict.code())
                .bindByType("notBefore", verdict instanceof Verdict.NotBefore later ? later.instant() : null,
                        Instant.class)
                .bind("decision", DecisionJson.ofMessage(answer.decision(),
                        answer.recipient().map(Recipient::masked).orElse(null), message.id(), message.channel(),
                        message.purpose()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
