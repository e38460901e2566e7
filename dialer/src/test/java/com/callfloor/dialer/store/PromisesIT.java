package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.promises.PromiseState;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a promise to pay, by money and by time. */
class PromisesIT extends OutcomeScenario {
    PromisesIT(TestSchemas schemas) {
        super(schemas);
    }

    private void pays(LocalDate day, long minor) {
        paid.add(new Payment(caseId, "p" + paid.size(), money(minor), day, clock.instant()));
    }

    private PromiseState state() {
        return promises.of(caseId).getFirst().state();
    }

    @Test
    void aWaiverWaitsForASupervisorsWordUntilAnotherPromiseTakesItsPlace() throws LedgerUnavailable {
        say(Disposition.PROMISE_TO_PAY, new Details.PromiseToPay(List.of(new Instalment(THURSDAY, money(50_000))),
                Optional.empty(), Optional.of(money(5_000)), List.of()));
        assertThat(open(TaskKind.APPROVAL)).hasSize(1);

        nowIs(SATURDAY);
        talk();
        promise(THURSDAY.plusDays(7));

        assertThat(open(TaskKind.APPROVAL)).isEmpty();
    }

    @Test
    void aPromiseStopsCallsUntilItsDayIsOver() {
        promise(THURSDAY);

        assertThat(promises.of(caseId)).singleElement().satisfies(kept -> {
            assertThat(kept.promise().instalments()).containsExactly(new Instalment(THURSDAY, money(50_000)));
            assertThat(kept.state()).isEqualTo(PromiseState.OPEN);
            assertThat(kept.channel()).contains("alipay");
            assertThat(kept.agent()).isEqualTo(agent);
        });
        assertThat(nextCall()).isEqualTo(SATURDAY);
        assertThat(open(TaskKind.PROMISE_REMINDER)).singleElement()
                .satisfies(task -> assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z")));
        assertThat(open(TaskKind.PROMISE_CHECK)).hasSize(1);
    }

    @Test
    void aFactThatIsWrittenTwiceIsFollowedUpOnce() throws Exception {
        var writer = new FactWriter(books.database.jdbi(), "11111111-1111-1111-1111-111111111111",
                Outbox.ofNobody(books.database), new CaseSteering(books.database), entry -> {
                }, entry -> {
                });
        var entry = new JournalEntry(0, said(Disposition.PROMISE_TO_PAY,
                new Details.PromiseToPay(List.of(new Instalment(THURSDAY, money(1))), Optional.empty())));

        writer.write(new ArrayDeque<>(List.of(entry)));
        writer.write(new ArrayDeque<>(List.of(entry)));
        say(Disposition.DISPUTES, new Details.None());

        assertThat(books.count("promises")).isEqualTo(1);
        assertThat(books.count("promise_changes")).isEqualTo(1);
        assertThat(books.count("tasks")).isEqualTo(2);
        assertThat(books.count("facts")).as("it has its disposition").isZero();
    }

    @Test
    void nothingThatHappensToTheDebtorWakesACaseThatWaits() throws LedgerUnavailable {
        promise(THURSDAY);

        books.ledger(Books::allow).wakeAll();
        new SqlFactBook(books.database).note(new NewFact("C1",
                FactKind.DISPUTE, clock.instant(), null, null, null, Set.of(), "said so", "li"));
        assertThat(nextCall()).isEqualTo(SATURDAY);

        var manual = books.ledger(Books::deny)
                .reserve(new Slot(books.newId(), true), caseId, Set.of("default"), Books.LATEST_ANSWER);
        assertThat(manual).isInstanceOf(Reservation.Denied.class);
        assertThat(nextCall()).isEqualTo(SATURDAY);

        var called = (Reservation.Reserved) books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), caseId, Set.of("default"), Books.LATEST_ANSWER);
        books.write(books.closed(called.id(), Outcome.NO_ANSWER, clock.instant().plus(Duration.ofHours(3))));
        assertThat(nextCall()).isEqualTo(SATURDAY);
    }

    @Test
    void aPromiseThatIsNotKeptIsFoundByTimeAloneAndTheCaseIsDueAtOnce() {
        promise(THURSDAY, THURSDAY.plusDays(30));
        pays(THURSDAY, 20_000);
        nowIs(SATURDAY.minusSeconds(1));
        assertThat(promises.checkDue(clock.instant(), 10)).isZero();

        nowIs(SATURDAY.plusSeconds(5));
        assertThat(promises.checkDue(clock.instant(), 10)).isEqualTo(1);

        assertThat(state()).isEqualTo(PromiseState.PARTLY_KEPT);
        assertThat(nextCall()).isEqualTo(clock.instant());
        assertThat(open(TaskKind.PROMISE_CHECK)).isEmpty();
        assertThat(open(TaskKind.PROMISE_REMINDER)).isEmpty();
        assertThat(promises.checkDue(clock.instant(), 10)).as("done once").isZero();
        assertThat(books.count("promise_changes")).isEqualTo(2);
    }

    @Test
    void aPaymentKeepsAPromiseAndItsReversalBreaksIt() {
        promise(THURSDAY);
        pays(THURSDAY, 50_000);

        assertThat(promises.reconsider(caseId, clock.instant())).singleElement()
                .satisfies(change -> assertThat(change.to()).isEqualTo(PromiseState.KEPT));
        assertThat(promises.reconsider(caseId, clock.instant())).isEmpty();
        assertThat(open(TaskKind.PROMISE_REMINDER)).isEmpty();
        assertThat(nextCall()).as("kept is no reason to call earlier").isEqualTo(SATURDAY);

        nowIs(SATURDAY.plus(Duration.ofDays(2)));
        pays(THURSDAY.plusDays(4), -50_000);
        assertThat(promises.reconsider(caseId, clock.instant())).singleElement()
                .satisfies(change -> assertThat(change.to()).isEqualTo(PromiseState.BROKEN));
        assertThat(nextCall()).isEqualTo(clock.instant());
    }

    @Test
    void manyNodesDecideOnceAboutAPromise() throws Exception {
        promise(THURSDAY);
        nowIs(SATURDAY);
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            nodes.add(() -> book(FollowUpSamples.PLAN).reconsider(caseId, clock.instant()).size());
        }

        int changes = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var node : threads.invokeAll(nodes)) {
                changes += node.get();
            }
        }

        assertThat(changes).isEqualTo(1);
        assertThat(books.count("promise_changes WHERE state = 'broken'")).isEqualTo(1);
    }

    @Test
    void aNewerPromiseTakesThePlaceOfTheOlder() throws LedgerUnavailable {
        promise(THURSDAY);
        nowIs(SATURDAY);
        talk();
        LocalDate later = THURSDAY.plusDays(10);

        promise(later);

        assertThat(promises.of(caseId)).extracting(kept -> kept.state())
                .containsExactly(PromiseState.OPEN, PromiseState.CANCELLED);
        assertThat(open(TaskKind.PROMISE_CHECK)).hasSize(1);
        nowIs(SATURDAY.plusSeconds(60));
        assertThat(promises.checkDue(clock.instant(), 10)).as("the older one is asked about no more").isZero();
    }

    @Test
    void aReminderByCallMakesTheCaseDueOnceAndThenItWaitsAgain() throws LedgerUnavailable {
        FollowUpPlan byCall = FollowUpSamples.plan(true);
        WrapUp wrapUp = WrapUp.of(Disposition.PROMISE_TO_PAY, null,
                new Details.PromiseToPay(List.of(new Instalment(THURSDAY, money(1))), Optional.empty()));
        books.write(new FloorFact.Disposed(clock.instant(), attempt, agent, wrapUp,
                byCall.after(wrapUp, clock.instant())));
        nowIs(Instant.parse("2026-11-25T02:00:00Z"));

        assertThat(book(byCall).checkDue(clock.instant(), 10)).isEqualTo(1);
        assertThat(nextCall()).isEqualTo(clock.instant());
        assertThat(book(byCall).checkDue(clock.instant(), 10)).isZero();

        talk();
        assertThat(nextCall()).isEqualTo(SATURDAY);
    }
}
