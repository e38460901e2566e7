package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentDay;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
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
import com.callfloor.dialer.promises.PromiseState;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskBook.Filter;
import com.callfloor.dialer.tasks.TaskBook.Place;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.tasks.TaskState;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** From a disposition to what is kept of it, and to when the case is called again. It is Monday noon in Shanghai. */
@ExtendWith(DatabaseExtension.class)
class OutcomesIT {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    /** Thursday with a day of grace is over. */
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlTaskBook tasks;
    private final List<Payment> paid = new ArrayList<>();
    private final SqlPromiseBook promises;
    private AgentId agent;
    private AttemptId attempt;
    private CaseId caseId;

    OutcomesIT(TestSchemas schemas) {
        books = new Books(schemas.migrated(clock));
        tasks = new SqlTaskBook(books.database);
        promises = book(FollowUpSamples.PLAN);
    }

    private SqlPromiseBook book(FollowUpPlan plan) {
        return new SqlPromiseBook(books.database, plan, (handle, id) -> List.copyOf(paid),
                Outbox.ofNobody(books.database), new CaseSteering(books.database));
    }

    @BeforeEach
    void somebodyWasTalkedTo() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        agent = books.agent("li", "1001");
        talk();
    }

    private void talk() throws LedgerUnavailable {
        Reservation.Reserved reserved = books.reserved();
        attempt = reserved.id();
        caseId = reserved.card().id();
        Instant at = clock.instant();
        books.write(new FloorFact.Answered(at, attempt), new FloorFact.Connected(at, attempt, agent),
                books.closed(attempt, Outcome.CONNECTED, at.plus(Duration.ofDays(1))));
    }

    private void say(Disposition disposition, Details details) {
        books.write(said(disposition, details));
    }

    private FloorFact.Disposed said(Disposition disposition, Details details) {
        WrapUp wrapUp = WrapUp.of(disposition, "as told", details);
        return new FloorFact.Disposed(clock.instant(), attempt, agent, wrapUp,
                FollowUpSamples.PLAN.after(wrapUp, clock.instant()));
    }

    private void promise(LocalDate... dates) {
        say(Disposition.PROMISE_TO_PAY, new Details.PromiseToPay(
                List.of(dates).stream().map(date -> new Instalment(date, money(50_000))).toList(),
                Optional.of("alipay")));
    }

    private static Money money(long minor) {
        return new Money(minor, CNY);
    }

    private void pays(LocalDate day, long minor) {
        paid.add(new Payment(caseId, "p" + paid.size(), money(minor), day, clock.instant()));
    }

    private void nowIs(Instant instant) {
        clock.pass(Duration.between(clock.instant(), instant));
    }

    private Instant nextCall() {
        return books.one(Instant.class, "SELECT next_call_at FROM cases WHERE id = ?", caseId.value());
    }

    private List<Task> open(TaskKind kind) {
        return tasks.page(new Filter(Optional.of(TaskState.OPEN), Optional.of(kind), Optional.empty(),
                Optional.empty(), Optional.empty()), Optional.empty(), 50);
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
    void aCallBackThatIsNotedWhileTheDebtorIsStillAskedStandsAfterTheCall() throws LedgerUnavailable {
        books.take(Books.row("C2", "D2", Books.mobile(2)));
        Reservation.Reserved reserved = books.reserved();
        attempt = reserved.id();
        caseId = reserved.card().id();
        Instant now = clock.instant();
        books.write(new FloorFact.Answered(now, attempt), new FloorFact.Connected(now, attempt, agent),
                new FloorFact.TalkEnded(now, attempt));
        Instant at = now.plus(Duration.ofHours(2));
        say(Disposition.CALL_BACK, new Details.CallBack(at, true, FollowUpSamples.PLAN.zone()));

        books.write(new FloorFact.Rated(now, attempt, 4), new FloorFact.Rated(now, attempt, 1),
                books.closed(attempt, Outcome.CONNECTED, now.plus(Duration.ofDays(1))));

        assertThat(nextCall()).isEqualTo(at);
        assertThat(books.one(Integer.class, "SELECT satisfaction FROM attempts WHERE id = ?", attempt.toString()))
                .as("the first key")
                .isEqualTo(4);
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

    @Test
    void aCallBackIsOfferedToItsAgentFirstAndAfterAWhileToOthers() throws LedgerUnavailable {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        AgentId other = books.agent("wang", "1002");

        say(Disposition.CALL_BACK, new Details.CallBack(at, true, FollowUpSamples.PLAN.zone()));

        assertThat(nextCall()).isEqualTo(at);
        assertThat(open(TaskKind.CALL_BACK)).singleElement().satisfies(task -> {
            assertThat(task.agent()).contains(agent);
            assertThat(task.dueAt()).isEqualTo(at);
        });
        nowIs(at.minusSeconds(1));
        assertThat(reserve(agent)).isInstanceOf(Reservation.NothingDue.class);
        nowIs(at.plusSeconds(1));
        assertThat(reserve(other)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(reserve(agent)).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> assertThat(reserved.pastAgents().callBack()).contains(agent));
    }

    @Test
    void aCallBackThatItsAgentDoesNotTakeGoesToWhoeverIsFree() throws LedgerUnavailable {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        AgentId other = books.agent("wang", "1002");
        say(Disposition.CALL_BACK, new Details.CallBack(at, true, FollowUpSamples.PLAN.zone()));

        nowIs(at.plus(Duration.ofMinutes(10)));

        assertThat(reserve(other)).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void aCallBackForAnybodyIsKeptForNobodyAndTheNextConversationFulfilsIt() throws LedgerUnavailable {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        say(Disposition.CALL_BACK, new Details.CallBack(at, false, FollowUpSamples.PLAN.zone()));
        nowIs(at);

        assertThat(reserve(books.agent("wang", "1002"))).isInstanceOfSatisfying(Reservation.Reserved.class,
                reserved -> {
                    assertThat(reserved.pastAgents().callBack()).isEmpty();
                    attempt = reserved.id();
                });
        books.write(books.closed(attempt, Outcome.CONNECTED, at.plus(Duration.ofDays(1))));
        say(Disposition.REFUSES, new Details.None());

        assertThat(open(TaskKind.CALL_BACK)).isEmpty();
    }

    private Reservation reserve(AgentId by) throws LedgerUnavailable {
        return books.ledger(Books::allow)
                .reserve("default", List.of(new Slot(books.newId(), true, Set.of(by))), Books.LATEST_ANSWER)
                .getFirst();
    }

    @Test
    void aClaimedPaymentIsLookedForAndTheCaseWaitsForThat() {
        say(Disposition.CLAIMS_PAID,
                new Details.ClaimsPaid(LocalDate.of(2026, 11, 20), money(50_000), "bank transfer"));
        Instant due = clock.instant().plus(Duration.ofDays(3));

        Task check = open(TaskKind.POSTING_CHECK).getFirst();
        assertThat(check.dueAt()).isEqualTo(due);
        assertThat(check.text()).contains(new Words("500.00 CNY on 2026-11-20, channel: bank transfer",
                "2026年11月20日已还款 500.00元，还款方式：bank transfer"));
        assertThat(nextCall()).isEqualTo(due);

        clock.pass(Duration.ofHours(1));
        assertThat(tasks.done(check.id(), "supervisor", "nothing came", clock.instant())).isPresent();
        assertThat(nextCall()).isEqualTo(clock.instant());
        assertThat(tasks.done(check.id(), "supervisor", "again", clock.instant())).isEmpty();
    }

    @Test
    void aComplaintStopsCallsUntilItIsAnsweredAndLeavesWhatElseTheCaseWaitsFor() throws LedgerUnavailable {
        promise(THURSDAY);
        attempt = ((Reservation.Reserved) byHand()).id();
        books.write(books.closed(attempt, Outcome.CONNECTED, clock.instant()));

        say(Disposition.COMPLAINT, new Details.Complaint("called at work"));

        var directory = new SqlCaseDirectory(books.database);
        assertThat(directory.byId(caseId).orElseThrow().nextCallAt()).as("for nobody").isNull();
        books.ledger(Books::allow).wakeAll();
        assertThat(books.reserve(Books::allow)).isInstanceOf(Reservation.NothingDue.class);
        assertThat(byHand()).as("an agent who asks for it").isInstanceOf(Reservation.NothingDue.class);

        tasks.done(open(TaskKind.COMPLAINT).getFirst().id(), "supervisor", "apologised", clock.instant());
        assertThat(nextCall()).isEqualTo(SATURDAY);
    }

    private Reservation byHand() throws LedgerUnavailable {
        return books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), caseId, Set.of("default"), Books.LATEST_ANSWER);
    }

    @Test
    void factsAreNotedByWhoHeardThemAndGateTheCase() {
        say(Disposition.WRONG_PARTY, new Details.None());

        assertThat(new SqlFactBook(books.database).of("C1")).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.WRONG_PARTY);
            assertThat(fact.number()).isEqualTo(Books.mobile(1).masked());
            assertThat(fact.by()).isEqualTo("li");
            assertThat(fact.evidence().zh()).contains(attempt.toString());
        });
    }

    @Test
    void aDisputeStopsDialing() throws Exception {
        say(Disposition.DISPUTES, new Details.Disputes("not my card"));
        nowIs(Books.MONDAY_NOON.plus(Duration.ofDays(1)));

        assertThat(books.reserve(books.ledger(TestPacks.facts()))).isInstanceOf(Reservation.Denied.class);
    }

    @Test
    void tasksArePagedByWhenTheyAreDue() {
        promise(THURSDAY, THURSDAY.plusDays(5), THURSDAY.plusDays(9));

        List<Task> first = tasks.page(ALL, Optional.empty(), 4);
        List<Task> rest = tasks.page(ALL, Optional.of(Place.of(first.getLast())), 4);

        assertThat(first).hasSize(4).isSortedAccordingTo(Comparator.comparing(Task::dueAt));
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(tasks.page(new Filter(Optional.empty(), Optional.empty(), Optional.of(first.getFirst().dueAt()),
                Optional.empty(), Optional.empty()), Optional.empty(), 9)).isEmpty();
        assertThat(tasks.page(new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new CaseId(99)), Optional.empty()), Optional.empty(), 9)).isEmpty();
    }

    @Test
    void aDraftSurvivesUntilTheDispositionIsGiven() {
        var drafts = new SqlDraftBook(books.database);

        assertThat(drafts.save(attempt, agent, "{\"note\":\"周五\"}", clock.instant())).isTrue();
        assertThat(drafts.save(attempt, agent, "{\"note\":\"周五\"}", clock.instant())).isTrue();
        assertThat(drafts.of(attempt, agent).orElseThrow().json()).isEqualTo("{\"note\":\"周五\"}");

        say(Disposition.REFUSES, new Details.None());
        assertThat(drafts.of(attempt, agent)).isEmpty();
        assertThat(drafts.save(attempt, agent, "{}", clock.instant())).isFalse();
    }

    @Test
    void anAgentsDayAgreesWithARecountOfTheBooks() {
        Instant noon = clock.instant();
        Instant dayBegins = noon.minus(Duration.ofHours(12));
        books.write(moved(noon.minus(Duration.ofDays(1)), new AgentState.SignedOut(noon.minus(Duration.ofDays(1)))),
                moved(dayBegins.minusSeconds(60), new AgentState.Ready(dayBegins.minusSeconds(60))),
                moved(noon, new AgentState.OnCall(noon, attempt)),
                moved(noon.plusSeconds(60), new AgentState.WrapUp(noon.plusSeconds(60), attempt)),
                moved(noon.plusSeconds(90), new AgentState.OnBreak(noon.plusSeconds(90), "lunch")),
                moved(noon.plusSeconds(150), new AgentState.Ready(noon.plusSeconds(150))));
        promise(THURSDAY, THURSDAY.plusDays(5));
        Instant now = noon.plusSeconds(200);

        AgentDay day = new SqlAgentDays(books.database).of(agent, dayBegins, dayBegins.plus(Duration.ofDays(1)), now);

        assertThat(day.calls()).isOne();
        assertThat(day.promises()).isOne();
        assertThat(day.promised()).containsExactly(money(100_000));
        assertThat(day.times().in("ready")).isEqualTo(Duration.ofHours(12).plusSeconds(50));
        assertThat(day.times().breaks()).isEqualTo(Map.of("lunch", Duration.ofSeconds(60)));
        assertThat(day.times().meanWrapUp()).contains(Duration.ofSeconds(30));
        assertThat(day.times().occupancy().orElseThrow()).isEqualTo(90.0 / (12 * 3600 + 50 + 90));
        assertThat(seconds(day.times())).as("an independent recount").isEqualTo(recount(dayBegins, now));
        assertThat(new SqlAgentDays(books.database)
                .of(agent, dayBegins.plus(Duration.ofDays(1)), dayBegins.plus(Duration.ofDays(2)), now)
                .calls()).as("tomorrow").isZero();
    }

    private FloorFact moved(Instant at, AgentState state) {
        return new FloorFact.AgentMoved(at, agent, state);
    }

    private static Map<String, Long> seconds(AgentDay.Times times) {
        return times.spent()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toSeconds()));
    }

    private Map<String, Long> recount(Instant from, Instant until) {
        return books.database.jdbi()
                .withHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT state, CAST(SUM(TIMESTAMPDIFF(SECOND, GREATEST(since, :from), LEAST(ends, :until))) AS SIGNED) AS n
                                        FROM (SELECT state, since, COALESCE(LEAD(since) OVER (ORDER BY since, id), :until) AS ends
                                              FROM agent_states WHERE agent_id = :agent) AS spans
                                        WHERE ends > :from AND since < :until GROUP BY state""")
                        .bind("agent", agent.value())
                        .bind("from", from)
                        .bind("until", until)
                        .reduceRows(new HashMap<>(), (all, row) -> {
                            all.put(row.getColumn("state", String.class), row.getColumn("n", Long.class));
                            return all;
                        }));
    }

    @Test
    void theTimelineTellsPromiseTasksAndFacts() {
        promise(THURSDAY);
        nowIs(SATURDAY);
        promises.checkDue(clock.instant(), 10);
        new SqlFactBook(books.database).note(new NewFact("C1",
                FactKind.DISPUTE, clock.instant(), null, null, null, Set.of(), "a letter", "supervisor"));

        var timeline = new SqlCaseDirectory(books.database).timeline(caseId);

        assertThat(timeline).extracting(entry -> entry.kind() + " " + entry.code())
                .contains("disposition promise_to_pay", "promise open", "task promise_reminder", "task promise_check",
                        "promise broken", "task_done promise_check", "task_cancelled promise_reminder", "fact dispute");
        assertThat(timeline).filteredOn(entry -> entry.kind().equals("promise"))
                .extracting(entry -> entry.text())
                .containsExactly(
                        new Words("500.00 CNY on 2026-11-26, channel: alipay", "2026年11月26日还款 500.00元，还款方式：alipay"),
                        new Words("0.00 CNY of 500.00 CNY", "已还 0.00元，共承诺 500.00元"));
        assertThat(timeline).filteredOn(entry -> entry.kind().equals("disposition"))
                .extracting(entry -> entry.text())
                .containsExactly(new Words("500.00 CNY on 2026-11-26, channel: alipay; as told",
                        "2026年11月26日还款 500.00元，还款方式：alipay；as told"));
        assertThat(timeline).filteredOn(entry -> entry.kind().startsWith("task_"))
                .extracting(entry -> entry.text())
                .containsOnly(
                        new Words("broken: 0.00 CNY of 500.00 CNY", "未兑现：已还 0.00元，共承诺 500.00元"));
        assertThat(timeline).filteredOn(entry -> entry.kind().equals("fact"))
                .extracting(entry -> entry.text())
                .containsExactly(Words.same("a letter"));
    }

    @Test
    void whatTheFloorWordsIsKeptInBothLanguagesAndWhatWasTypedAsTyped() throws LedgerUnavailable {
        promise(THURSDAY);
        nowIs(SATURDAY);
        talk();
        say(Disposition.DISPUTES, new Details.Disputes("not my card"));

        assertThat(open(TaskKind.PROMISE_CHECK)).singleElement()
                .satisfies(task -> assertThat(task.text())
                        .contains(new Words("500.00 CNY on 2026-11-26", "2026年11月26日还款 500.00元")));
        assertThat(new SqlCaseDirectory(books.database).timeline(caseId))
                .filteredOn(entry -> entry.kind().equals("fact"))
                .extracting(entry -> entry.text())
                .containsExactly(new Words("said in a conversation: not my card (attempt " + attempt + ")",
                        "通话中告知：not my card（通话 " + attempt + "）"));
        assertThat(books.count("attempts WHERE disposition_details_zh IS NOT NULL")).as("typed: the same").isEqualTo(1);
        long check = open(TaskKind.PROMISE_CHECK).getFirst().id();
        assertThat(tasks.done(check, "wang", "paid in cash", clock.instant()).orElseThrow().closingNote())
                .contains(Words.same("paid in cash"));
    }

    @Test
    void whatWasWrittenBeforeThereWasChineseIsShownAsItIs() {
        promise(THURSDAY);
        books.database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE tasks SET text_zh = NULL");
            handle.execute("UPDATE attempts SET disposition_details_zh = NULL");
        });

        assertThat(open(TaskKind.PROMISE_CHECK).getFirst().text()).contains(Words.same("500.00 CNY on 2026-11-26"));
        assertThat(new SqlCaseDirectory(books.database).timeline(caseId))
                .filteredOn(entry -> entry.kind().equals("disposition"))
                .extracting(entry -> WordColumns.en(entry.text()))
                .containsExactly("500.00 CNY on 2026-11-26, channel: alipay; as told");
    }
}
