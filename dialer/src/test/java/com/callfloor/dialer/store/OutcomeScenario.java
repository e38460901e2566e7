package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskBook.Filter;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.tasks.TaskState;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A debtor was talked to, and the agent writes down what came of it. A real database; Monday noon in Shanghai. */
@ExtendWith(DatabaseExtension.class)
abstract class OutcomeScenario {
    static final Currency CNY = Currency.getInstance("CNY");
    static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    /** Thursday with a day of grace is over. */
    static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    final Books books;
    final SqlTaskBook tasks;
    final List<Payment> paid = new ArrayList<>();
    final SqlPromiseBook promises;
    AgentId agent;
    AttemptId attempt;
    CaseId caseId;

    OutcomeScenario(TestSchemas schemas) {
        books = new Books(schemas.migrated(clock));
        tasks = new SqlTaskBook(books.database);
        promises = book(FollowUpSamples.PLAN);
    }

    SqlPromiseBook book(FollowUpPlan plan) {
        return new SqlPromiseBook(books.database, plan, (handle, id) -> List.copyOf(paid),
                Outbox.ofNobody(books.database), new CaseSteering(books.database));
    }

    @BeforeEach
    void somebodyWasTalkedTo() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        agent = books.agent("li", "1001");
        talk();
    }

    final void talk() throws LedgerUnavailable {
        Reservation.Reserved reserved = books.reserved();
        attempt = reserved.id();
        caseId = reserved.card().id();
        Instant at = clock.instant();
        books.write(new FloorFact.Answered(at, attempt), new FloorFact.Connected(at, attempt, agent),
                books.closed(attempt, Outcome.CONNECTED, at.plus(Duration.ofDays(1))));
    }

    void say(Disposition disposition, Details details) {
        books.write(said(disposition, details));
    }

    FloorFact.Disposed said(Disposition disposition, Details details) {
        WrapUp wrapUp = WrapUp.of(disposition, "as told", details);
        return new FloorFact.Disposed(clock.instant(), attempt, agent, wrapUp,
                FollowUpSamples.PLAN.after(wrapUp, clock.instant()));
    }

    void promise(LocalDate... dates) {
        say(Disposition.PROMISE_TO_PAY, new Details.PromiseToPay(
                List.of(dates).stream().map(date -> new Instalment(date, money(50_000))).toList(),
                Optional.of("alipay")));
    }

    static Money money(long minor) {
        return new Money(minor, CNY);
    }

    void nowIs(Instant instant) {
        clock.pass(Duration.between(clock.instant(), instant));
    }

    Instant nextCall() {
        return books.one(Instant.class, "SELECT next_call_at FROM cases WHERE id = ?", caseId.value());
    }

    List<Task> open(TaskKind kind) {
        return tasks.page(new Filter(Optional.of(TaskState.OPEN), Optional.of(kind), Optional.empty(),
                Optional.empty(), Optional.empty()), Optional.empty(), 50);
    }

    Reservation reserve(AgentId by) throws LedgerUnavailable {
        return books.ledger(Books::allow)
                .reserve("default", List.of(new Slot(books.newId(), true, Set.of(by))), Books.LATEST_ANSWER)
                .getFirst();
    }
}
