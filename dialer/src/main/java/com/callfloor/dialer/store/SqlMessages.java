package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook;
import com.callfloor.dialer.messages.MessageComposer;
import com.callfloor.dialer.messages.MessageComposer.Uncomposable;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.MessagePurpose;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.messages.MessageTemplate;
import com.callfloor.dialer.messages.Recipient;
import com.callfloor.dialer.messages.SendingPlan;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.store.MessageRows.Locked;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** The messages in the database, from their planning to the provider's report; {@link MessageTurn} begins one. */
public final class SqlMessages implements MessageBook {
    /** A ladder's step that could not go for so long means nothing any more. */
    private static final Duration STEP_KEPT = Duration.ofDays(3);
    private static final Duration BY_HAND_KEPT = Duration.ofDays(1);
    /** Reminders that were due longer ago, before messages were turned on, are left to people. */
    private static final Duration OLDEST_REMINDER = Duration.ofDays(1);
    private static final String REMINDERS = """
            SELECT t.id, t.case_id, t.promise_id, t.due_at FROM tasks t
            JOIN cases c ON c.id = t.case_id
            LEFT JOIN messages m ON m.task_id = t.id
            WHERE t.state = 'open' AND t.due_at > :oldest AND t.due_at <= :now AND t.kind = 'promise_reminder'
              AND t.channel = 'message' AND t.promise_id IS NOT NULL AND c.state = 'open' AND m.id IS NULL
            ORDER BY t.due_at, t.id LIMIT :most""";
    private static final String PLAN = """
            INSERT INTO messages (id, case_id, debtor_id, channel, purpose, template, language, planned_at, planned_by,
                next_at, expires_at, task_id, promise_id, instalment_on, step_on)
            SELECT :id, c.id, c.debtor_id, :channel, :purpose, :template, :language, :at, :by, :at, :expires, :task,
                :promise, :instalment, :step
            FROM cases c
            WHERE c.id = :case AND c.state = 'open' AND NOT EXISTS (
                SELECT 1 FROM messages m
                WHERE m.task_id = :task OR (m.case_id = :case AND m.purpose = :purpose AND m.step_on = :step))""";
    private static final String DUE = """
            SELECT id FROM messages
            WHERE state IN ('planned', 'held') AND next_at <= :now AND channel IN (<channels>)
            ORDER BY next_at, id LIMIT :most""";
    private static final String STRANDED = """
            SELECT id FROM messages
            WHERE state = 'sending' AND gateway = :gateway AND sending_at < :before ORDER BY sending_at LIMIT 1000""";
    private static final String BY_PROVIDER = """
            SELECT id FROM messages WHERE provider_id = :provider AND gateway = :gateway ORDER BY sent_at DESC LIMIT 1""";
    private static final String TASK_DONE = """
            UPDATE tasks SET state = 'done', closed_at = :at, closing_note = :note, closing_note_zh = :noteZh
            WHERE id = :task AND state = 'open'""";
    /** Done by the message alone, it is somebody's again when that did not arrive. */
    private static final String TASK_AGAIN = """
            UPDATE tasks t JOIN promises p ON p.id = t.promise_id
            SET t.state = 'open', t.closed_at = NULL, t.closing_note = NULL, t.closing_note_zh = NULL
            WHERE t.id = :task AND t.state = 'done' AND t.closed_by IS NULL AND p.state = 'open'""";

    private final Jdbi jdbi;
    private final LedgerRules rules;
    private final FollowUpPlan plan;
    private final MessageTurn turn;
    private final MessageOptOuts optOuts;

    /** Takes what {@link SqlAttemptLedger} takes, and what follows from promises. */
    public SqlMessages(Database database, PackChoice packs, ZoneFinder zones, LedgerTime time, String defaultCountry,
            FollowUpPlan plan) {
        this(database, LedgerRules.of(packs, zones, defaultCountry), time, plan, PaymentRows::paidFor);
    }

    SqlMessages(Database database, LedgerRules rules, LedgerTime time, FollowUpPlan plan, CasePayments payments) {
        this.jdbi = database.jdbi();
        this.rules = rules;
        this.plan = plan;
        this.turn = new MessageTurn(rules, time, plan, payments);
        this.optOuts = new MessageOptOuts(database);
    }

    @Override
    public int planReminders(Channel channel, Instant now, int most) {
        List<Reminder> due = jdbi.withHandle(handle -> handle.createQuery(REMINDERS)
                .bind("oldest", now.minus(OLDEST_REMINDER))
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Reminder(row.getLong("id"), row.getLong("case_id"),
                        row.getLong("promise_id"), Rows.instant(row, "due_at")))
                .list());
        for (Reminder reminder : due) {
            // As FollowUpPlan has it: a reminder is due on the day before its instalment.
            LocalDate on = plan.dayOf(reminder.dueAt()).plusDays(1);
            plan(new CaseId(reminder.caseId()), new Planned(channel, MessagePurpose.PROMISE_REMINDER,
                    MessageTemplate.PROMISE_REMINDER, Optional.empty(), null, plan.startOf(on.plusDays(1)),
                    reminder.task(), reminder.promise(), on, null), now);
        }
        return due.size();
    }

    private record Reminder(long task, long caseId, long promise, Instant dueAt) {}

    @Override
    public boolean planStep(CaseId caseId, LocalDate on, Channel channel, Instant now) {
        Instant expires = plan.startOf(on).plus(STEP_KEPT);
        return expires.isAfter(now) && plan(caseId, new Planned(channel, MessagePurpose.STEP,
                MessageTemplate.PAYMENT_DUE, Optional.empty(), null, expires, null, null, null, on), now).isPresent();
    }

    @Override
    public Optional<MessageId> planByHand(ByHand wish, String by, Instant now) {
        return plan(wish.caseId(), new Planned(wish.channel(), MessagePurpose.BY_HAND, wish.template(), wish.language(),
                by, now.plus(BY_HAND_KEPT), null, null, null, null), now);
    }

    private record Planned(Channel channel, MessagePurpose purpose, String template, Optional<String> language,
            @Nullable String by, Instant expires, @Nullable Long task, @Nullable Long promise,
            @Nullable LocalDate instalment, @Nullable LocalDate step) {}

    /** The case is locked, so that of several nodes only one plans it. */
    private Optional<MessageId> plan(CaseId caseId, Planned planned, Instant now) {
        MessageId id = MessageId.next();
        return GivingWay.inTransaction(jdbi, handle -> {
            CasePlan.lock(handle, caseId.value());
            int rows = handle.createUpdate(PLAN)
                    .bind("id", id.toString())
                    .bind("case", caseId.value())
                    .bind("channel", planned.channel().code())
                    .bind("purpose", planned.purpose().code())
                    .bind("template", planned.template())
                    .bind("language", planned.language().orElse(null))
                    .bind("at", now)
                    .bind("by", planned.by())
                    .bind("expires", planned.expires())
                    .bind("task", planned.task())
                    .bind("promise", planned.promise())
                    .bind("instalment", planned.instalment())
                    .bind("step", planned.step())
                    .execute();
            if (rows == 0) {
                return Optional.empty();
            }
            MessageRows.note(handle, id, MessageState.PLANNED, null, now);
            return Optional.of(id);
        });
    }

    @Override
    public List<MessageId> due(List<Channel> channels, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bind("now", now)
                .bindList("channels", channels.stream().map(Channel::code).toList())
                .bind("most", most)
                .mapTo(String.class)
                .list()).stream().flatMap(text -> MessageId.parse(text).stream()).toList();
    }

    @Override
    public Begun begin(MessageId id, MessageComposer composer, String gateway, Duration latestArrival) {
        return GivingWay.inTransaction(jdbi, handle -> MessageRows.lock(handle, id)
                .filter(message -> message.nextAt() != null)
                .map(message -> turn.begin(handle, message, composer, gateway, latestArrival))
                .orElseGet(Begun.NotDue::new));
    }

    @Override
    public void after(MessageId id, SendingPlan.After after, Instant now) {
        GivingWay.inTransaction(jdbi, handle -> MessageRows.lock(handle, id)
                .filter(message -> message.state() == MessageState.SENDING)
                .map(message -> {
                    after(handle, message, after, now);
                    return true;
                })
                .orElse(false));
    }

    private static void after(Handle handle, Locked message, SendingPlan.After after, Instant now) {
        boolean sent = after.state() == MessageState.SENT;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("next", after.nextAt().orElse(null));
        values.put("doubt", after.inDoubt());
        values.put("counts", after.counts());
        values.put("provider", after.providerId().orElse(null));
        values.put("sent", sent ? now : null);
        values.put("settled", after.state().left() && !sent ? now : null);
        MessageRows.move(handle, message, after.state(), after.reason(), now, """
                , next_at = :next, in_doubt = :doubt, counted_at = CASE WHEN :counts THEN counted_at END,
                provider_id = COALESCE(:provider, provider_id), sent_at = :sent, settled_at = :settled""", values);
        if (sent) {
            done(handle, message, now);
        }
    }

    private static void done(Handle handle, Locked message, Instant now) {
        if (message.task() != null) {
            Words note = Words.of("message %s was sent", "消息 %s 已发送", message.id());
            handle.createUpdate(TASK_DONE)
                    .bind("task", message.task())
                    .bind("at", now)
                    .bind("note", note.en())
                    .bind("noteZh", WordColumns.zh(note))
                    .execute();
        }
    }

    @Override
    public int recover(String gateway, boolean idempotent, Instant before, Instant now) {
        List<String> stranded = jdbi.withHandle(handle -> handle.createQuery(STRANDED)
                .bind("gateway", gateway)
                .bind("before", before)
                .mapTo(String.class)
                .list());
        Words why = new Words("the dialer ended while it was being sent", "发送时拨号服务停止");
        var after = idempotent
                ? new SendingPlan.After(MessageState.PLANNED,
                        why.and(new Words("it is sent again under the same reference", "将以同一编号重发")),
                        Optional.of(now), true, true, Optional.empty())
                : new SendingPlan.After(MessageState.IN_DOUBT, why, Optional.empty(), true, true, Optional.empty());
        stranded.forEach(text -> MessageId.parse(text).ifPresent(id -> after(id, after, now)));
        return stranded.size();
    }

    @Override
    public boolean report(String gateway, Incoming.Report report, Instant now) {
        Optional<MessageId> id = report.reference()
                .or(() -> report.providerId()
                        .flatMap(provider -> jdbi.withHandle(handle -> handle.createQuery(BY_PROVIDER)
                                .bind("provider", provider)
                                .bind("gateway", gateway)
                                .mapTo(String.class)
                                .findOne()))
                        .flatMap(MessageId::parse));
        return id.map(found -> GivingWay.inTransaction(jdbi,
                handle -> MessageRows.lock(handle, found)
                        .map(message -> report(handle, message, gateway, report, now))
                        .orElse(false)))
                .orElse(false);
    }

    private static boolean report(Handle handle, Locked message, String gateway, Incoming.Report report, Instant now) {
        Optional<String> through = handle.createQuery("SELECT gateway FROM messages WHERE id = :id")
                .bind("id", message.id().toString())
                .mapTo(String.class)
                .findOne();
        if (!through.equals(Optional.of(gateway))) {
            return false;
        }
        MessageState to = report.arrived() ? MessageState.DELIVERED : MessageState.FAILED;
        if (!message.state().mayBecome(to)) {
            return true;
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", now);
        values.put("provider", report.providerId().orElse(null));
        MessageRows.move(handle, message, to, Words.of("the provider says: %s", "服务商：%s", report.words()), now, """
                , next_at = NULL, in_doubt = FALSE, sent_at = COALESCE(sent_at, :at), settled_at = :at,
                provider_id = COALESCE(:provider, provider_id)""", values);
        if (to == MessageState.DELIVERED) {
            done(handle, message, now);
        } else if (message.task() != null) {
            handle.createUpdate(TASK_AGAIN).bind("task", message.task()).execute();
        }
        return true;
    }

    @Override
    public boolean optOut(Recipient from, Words evidence, Instant now) {
        return optOuts.note(from, evidence, now);
    }

    @Override
    public List<Message> of(CaseId caseId) {
        return jdbi.withHandle(handle -> MessageRows.of(handle, caseId));
    }

    @Override
    public Optional<Message> byId(MessageId id) {
        return jdbi.withHandle(handle -> MessageRows.byId(handle, id));
    }

    @Override
    public Optional<Preview> preview(ByHand wish, MessageComposer composer, Duration latestArrival, Instant now) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ,
                handle -> MessageTurn.caseOf(handle, wish.caseId()).map(found -> {
                    LockedBooks books = new BooksReader(handle).about(found, now, rules.reach());
                    var question = new MessageQuestion(handle, rules, found, books, latestArrival, now);
                    MessageQuestion.Answer answer = question.ask(wish.channel(), MessagePurpose.BY_HAND);
                    Optional<String> recipient = answer.recipient().map(Recipient::masked);
                    try {
                        return new Preview(recipient, Optional.of(composer.compose(question.draft(wish.template(),
                                wish.channel(), wish.language(), Optional.empty()))), Optional.empty(),
                                answer.decision());
                    } catch (Uncomposable e) {
                        return new Preview(recipient, Optional.empty(), Optional.of(e.what()),
                                answer.decision());
                    }
                }));
    }

    @Override
    public boolean noteEmail(CaseId caseId, EmailAddress address, boolean work, String evidence, String by,
            Instant now) {
        return optOuts.noteAddress(caseId, address, work, evidence, by, now);
    }
}
