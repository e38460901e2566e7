package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentDay;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskBook.Filter;
import com.callfloor.dialer.tasks.TaskBook.Place;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What else may come of a talk, and how the books tell of it. */
class OutcomesIT extends OutcomeScenario {
    OutcomesIT(TestSchemas schemas) {
        super(schemas);
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

        var directory = new SqlCaseDirectory(books.database, "CN");
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

        var timeline = new SqlCaseDirectory(books.database, "CN").timeline(caseId);

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
        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(caseId))
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
        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(caseId))
                .filteredOn(entry -> entry.kind().equals("disposition"))
                .extracting(entry -> WordColumns.en(entry.text()))
                .containsExactly("500.00 CNY on 2026-11-26, channel: alipay; as told");
    }
}
