package com.callfloor.dialer.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.promises.PromiseBook;
import com.callfloor.dialer.promises.PromiseState;
import com.callfloor.dialer.promises.Standing;
import com.callfloor.dialer.scripts.NotedFigures;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.WebhookEvent;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The promises in the database. Whoever decides about one has its case locked and moves it from the state that was read, so
 * that any number of nodes may do the same at once.
 */
public final class SqlPromiseBook implements PromiseBook {
    private static final String TO_CHECK = """
            SELECT DISTINCT case_id FROM promises WHERE check_at <= :now ORDER BY case_id LIMIT :most""";
    private static final String NEXT_CHECK = "UPDATE promises SET check_at = :check WHERE id = :promise";
    private static final String TO_CALL = """
            SELECT t.id, t.case_id FROM tasks t
            WHERE t.state = 'open' AND t.kind = 'promise_reminder' AND t.channel = 'call' AND t.due_at <= :now
            ORDER BY t.case_id LIMIT :most""";
    private static final String REMINDED = """
            UPDATE tasks SET state = 'done', closed_at = :at, closing_note = 'the case is due for the call',
                   closing_note_zh = '案件已到提醒电话的时间'
            WHERE id = :task AND state = 'open'""";
    private static final String CALL_NOW = """
            UPDATE cases SET next_call_at = :at WHERE id = :case AND state = 'open' AND NOT EXISTS (
                SELECT 1 FROM tasks t WHERE t.case_id = :case AND t.state = 'open' AND t.calls_wait_until > :at)""";

    private final Jdbi jdbi;
    private final FollowUpPlan plan;
    private final CasePayments payments;
    private final Outbox outbox;
    private final CaseSteering steering;

    /** One whose cases no strategy steers. */
    public SqlPromiseBook(Database database, FollowUpPlan plan, Outbox outbox) {
        this(database, plan, outbox, new CaseSteering(database));
    }

    public SqlPromiseBook(Database database, FollowUpPlan plan, Outbox outbox, CaseSteering steering) {
        this(database, plan, PaymentRows::paidFor, outbox, steering);
    }

    SqlPromiseBook(Database database, FollowUpPlan plan, CasePayments payments, Outbox outbox, CaseSteering steering) {
        this.jdbi = database.jdbi();
        this.plan = plan;
        this.payments = payments;
        this.outbox = outbox;
        this.steering = steering;
    }

    @Override
    public List<Change> reconsider(CaseId caseId, Instant now) {
        return GivingWay.inTransaction(jdbi, handle -> {
            CasePlan.lock(handle, caseId.value());
            Collection<Payment> paid = payments.of(handle, caseId);
            List<Change> changes = new ArrayList<>();
            for (Kept kept : PromiseRows.of(handle, caseId.value())) {
                if (kept.state() != PromiseState.CANCELLED) {
                    reconsider(handle, caseId, kept, paid, now, changes);
                }
            }
            if (!changes.isEmpty()) {
                steering.place(handle, List.of(caseId.value()));
            }
            return List.copyOf(changes);
        });
    }

    private void reconsider(Handle handle, CaseId caseId, Kept kept, Collection<Payment> paid, Instant now,
            List<Change> changes) {
        LocalDate today = plan.dayOf(now);
        Standing standing = plan.keeping().evaluate(kept.promise(), paid, today);
        PromiseState to = standing.state();
        checkAgain(handle, kept.id(), plan.keeping()
                .nextCheck(kept.promise(), today)
                .filter(day -> !to.failed())
                .map(plan::startOf)
                .orElse(null));
        if (to == kept.state()) {
            return;
        }
        Words text = Words.of("%s of %s", "已还 %s，共承诺 %s", NotedFigures.amount(standing.paid()),
                NotedFigures.amount(kept.promise().total()));
        if (!PromiseRows.move(handle, kept.id(), kept.state(), to, now, text)) {
            return;
        }
        changes.add(new Change(kept.id(), caseId, kept.state(), to));
        tell(handle, caseId, kept, standing, now);
        if (to != PromiseState.OPEN) {
            TaskRows.closeOfPromise(handle, kept.id(), Words.of("%s: %s", "%s：%s", name(to), text), now);
        }
        if (to.failed()) {
            CasePlan.release(handle, caseId.value(), now);
        } else {
            CasePlan.hold(handle, caseId.value());
        }
    }

    private static Words name(PromiseState state) {
        return new Words(state.code(), switch (state) {
            case OPEN -> "已承诺";
            case KEPT -> "已兑现";
            case PARTLY_KEPT -> "部分兑现";
            case BROKEN -> "未兑现";
            case CANCELLED -> "已取代";
        });
    }

    private void tell(Handle handle, CaseId caseId, Kept kept, Standing standing, Instant now) {
        PromiseState to = standing.state();
        Money promised = kept.promise().total();
        if (to == PromiseState.KEPT) {
            outbox.aboutCase(handle, EventKind.PROMISE_KEPT, caseId.value(),
                    of -> new WebhookEvent.PromiseKept(now, of, kept.id(), promised, standing.paid()));
        } else if (to.failed() && !kept.state().failed()) {
            outbox.aboutCase(handle, EventKind.PROMISE_BROKEN, caseId.value(),
                    of -> new WebhookEvent.PromiseBroken(now, of, kept.id(), to == PromiseState.PARTLY_KEPT, promised,
                            standing.paid()));
        }
    }

    private static void checkAgain(Handle handle, long promise, @Nullable Instant at) {
        handle.createUpdate(NEXT_CHECK).bind("promise", promise).bindByType("check", at, Instant.class).execute();
    }

    @Override
    public int checkDue(Instant now, int most) {
        List<Long> cases = jdbi.withHandle(handle -> handle.createQuery(TO_CHECK)
                .bind("now", now)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
        cases.forEach(each -> reconsider(new CaseId(each), now));
        return Math.max(cases.size(), remindByCall(now, most));
    }

    private int remindByCall(Instant now, int most) {
        List<Reminder> reminders = jdbi.withHandle(handle -> handle.createQuery(TO_CALL)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Reminder(row.getLong("id"), row.getLong("case_id")))
                .list());
        for (Reminder reminder : reminders) {
            var unused = GivingWay.inTransaction(jdbi, handle -> {
                CasePlan.lock(handle, reminder.caseId());
                int first = handle.createUpdate(REMINDED).bind("task", reminder.task()).bind("at", now).execute();
                if (first == 1) {
                    handle.createUpdate(CALL_NOW).bind("case", reminder.caseId()).bind("at", now).execute();
                }
                return first;
            });
        }
        return reminders.size();
    }

    private record Reminder(long task, long caseId) {}

    @Override
    public List<Kept> of(CaseId caseId) {
        return jdbi.withHandle(handle -> PromiseRows.of(handle, caseId.value()));
    }
}
