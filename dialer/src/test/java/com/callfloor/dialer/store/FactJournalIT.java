package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class FactJournalIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final Instant at = Books.MONDAY_NOON.plusSeconds(3);

    FactJournalIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
    }

    private AttemptId attempt() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        return books.reserved().id();
    }

    @Test
    void aWholeCallIsWrittenFactByFact() throws LedgerUnavailable {
        AttemptId attempt = attempt();
        AgentId agent = books.agent("li", "1001");
        Instant tomorrow = at.plus(Duration.ofDays(1));

        books.write(new FloorFact.Dialed(at, attempt, "carrier", null), new FloorFact.Rang(at.plusMillis(1), attempt),
                new FloorFact.Answered(at.plusMillis(2), attempt),
                new FloorFact.Connected(at.plusMillis(3), attempt, agent),
                new FloorFact.Closed(at.plusSeconds(60), attempt, Outcome.CONNECTED, HangupCause.NORMAL, true, null,
                        tomorrow),
                new FloorFact.Disposed(at.plusSeconds(70), attempt, agent,
                        WrapUp.of(Disposition.PROMISE_TO_PAY, "on Friday"), List.of()));

        var call = new SqlCallLog(books.database).byId(attempt).orElseThrow();
        assertThat(call.state()).isEqualTo("closed");
        assertThat(call.outcome()).isEqualTo("connected");
        assertThat(call.cause()).isEqualTo(16);
        assertThat(call.rang()).isTrue();
        assertThat(call.dialedAt()).isEqualTo(at);
        assertThat(call.rangAt()).isEqualTo(at.plusMillis(1));
        assertThat(call.answeredAt()).isEqualTo(at.plusMillis(2));
        assertThat(call.connectedAt()).isEqualTo(at.plusMillis(3));
        assertThat(call.endedAt()).isEqualTo(at.plusSeconds(60));
        assertThat(call.agentName()).isEqualTo("Agent li");
        assertThat(call.disposition()).isEqualTo("promise_to_pay");
        assertThat(call.note()).isEqualTo(Words.same("on Friday"));
        assertThat(call.recording()).isEqualTo("expected");
        assertThat(books.one(Instant.class, "SELECT next_call_at FROM cases")).isEqualTo(tomorrow);
    }

    @Test
    void theBooksNameTheTrunkThatWasAskedLastAndTheNumberShown() throws LedgerUnavailable {
        AttemptId attempt = attempt();

        books.write(new FloorFact.Dialed(at, attempt, "first", null),
                new FloorFact.Dialed(at.plusMillis(400), attempt, "second", new PhoneNumber("+862160000001")));

        var call = new SqlCallLog(books.database).byId(attempt).orElseThrow();
        assertThat(call.dialedAt()).isEqualTo(at);
        assertThat(call.trunk()).isEqualTo("second");
        assertThat(call.callerId()).isEqualTo("+862160000001");
    }

    /** A dialer that restarts while the call is up has heard nothing of it. */
    @Test
    void earlyMediaCountsAsRungWhateverTheEndSays() throws LedgerUnavailable {
        AttemptId attempt = attempt();

        books.write(new FloorFact.EarlyMedia(at, attempt), new FloorFact.Closed(at.plusSeconds(5), attempt,
                Outcome.INVALID, new HangupCause(1), false, null, at.plusSeconds(60)));

        var call = new SqlCallLog(books.database).byId(attempt).orElseThrow();
        assertThat(call.earlyMedia()).isTrue();
        assertThat(call.rang()).isTrue();
        assertThat(call.rangAt()).isNull();
    }

    @Test
    void anOptOutThatIsToldTwiceIsOneRefusalOfTheNumberWithItsEvidence() throws LedgerUnavailable {
        AttemptId attempt = attempt();

        books.write(new FloorFact.OptedOut(at, attempt), new FloorFact.OptedOut(at, attempt));
        books.write(new FloorFact.OptedOut(at, attempt));

        assertThat(new SqlFactBook(books.database).of("C1")).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.REFUSED);
            assertThat(fact.number()).isEqualTo(Books.mobile(1).masked());
            assertThat(fact.at()).isEqualTo(at);
            assertThat(fact.evidence().zh()).contains(attempt.toString());
        });
    }

    @Test
    void aStateNeverMovesBack() throws LedgerUnavailable {
        AttemptId attempt = attempt();

        books.write(new FloorFact.Answered(at, attempt), new FloorFact.Rang(at, attempt),
                new FloorFact.Dialed(at, attempt, "carrier", null));

        assertThat(books.one(String.class, "SELECT state FROM attempts")).isEqualTo("waiting");

        books.write(books.closed(attempt, Outcome.ABANDONED, at), new FloorFact.MessageStarted(at, attempt),
                books.closed(attempt, Outcome.FAILED, at));

        assertThat(books.one(String.class, "SELECT outcome FROM attempts")).isEqualTo("abandoned");
    }

    @Test
    void aBatchThatIsWrittenAgainAfterALostAnswerDoublesNothingAndUndoesNothing() throws Exception {
        AttemptId attempt = attempt();
        AgentId agent = books.agent("li", "1001");
        List<JournalEntry> batch = List.of(new JournalEntry(0, new FloorFact.Answered(at, attempt)),
                new JournalEntry(1, new FloorFact.AgentMoved(at, agent, new AgentState.OnCall(at, attempt))),
                new JournalEntry(2, new FloorFact.Connected(at, attempt, agent)),
                new JournalEntry(3, new FloorFact.AgentMoved(at, agent, new AgentState.WrapUp(at, attempt))),
                new JournalEntry(4, books.closed(attempt, Outcome.INVALID, at)));
        var writer = new FactWriter(books.database.jdbi(), "11111111-1111-1111-1111-111111111111",
                Outbox.ofNobody(books.database), new CaseSteering(books.database), entry -> {
                },
                entry -> {
                });
        writer.write(new ArrayDeque<>(batch));

        // Meanwhile the case was reserved again and its number listed as valid again.
        Instant lease = at.plus(Duration.ofHours(1));
        books.database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE cases SET next_call_at = ?", lease);
            handle.execute("UPDATE debtor_numbers SET valid = TRUE");
        });
        writer.write(new ArrayDeque<>(batch));

        assertThat(books.count("agent_states")).isEqualTo(2);
        assertThat(books.count("recordings")).isEqualTo(1);
        assertThat(books.one(Instant.class, "SELECT next_call_at FROM cases")).isEqualTo(lease);
        assertThat(books.count("debtor_numbers WHERE valid")).isEqualTo(1);
        assertThat(new SqlAgentRoster(books.database).lastStates())
                .isEqualTo(Map.of(agent, new AgentState.WrapUp(at, attempt)));
    }

    @Test
    void aNumberThatIsNotInServiceIsNotOfferedAgain() throws LedgerUnavailable {
        AttemptId attempt = attempt();

        books.write(books.closed(attempt, Outcome.INVALID, at));

        assertThat(books.count("debtor_numbers WHERE NOT valid")).isEqualTo(1);
    }

    @Test
    void aFactThatTheDatabaseRefusesIsSetAsideAndHoldsUpNoOther() throws LedgerUnavailable {
        AttemptId attempt = attempt();
        List<FloorFact> written = Collections.synchronizedList(new ArrayList<>());
        var strangersMove = new FloorFact.AgentMoved(at, new AgentId(999_999), new AgentState.Ready(at));
        var before = new FloorFact.Dialed(at, attempt, "carrier", null);
        var after = new FloorFact.Rang(at, attempt);

        var journal = new SqlFactJournal(books.database, written::add);
        journal.write(before);
        journal.write(strangersMove);
        journal.write(after);
        int left = journal.close(Duration.ofSeconds(20));

        assertThat(left).isZero();
        assertThat(journal.setAside()).isEqualTo(1);
        assertThat(written).containsExactly(before, after);
        assertThat(books.one(String.class, "SELECT state FROM attempts")).isEqualTo("ringing");
    }

    @Test
    void aListenerThatFailsHoldsUpNoFact() throws LedgerUnavailable {
        AttemptId attempt = attempt();

        var journal = new SqlFactJournal(books.database, fact -> {
            throw new IllegalStateException("the listener is broken");
        });
        journal.write(new FloorFact.Dialed(at, attempt, "carrier", null));
        journal.write(new FloorFact.Rang(at, attempt));

        assertThat(journal.close(Duration.ofSeconds(20))).isZero();
        assertThat(books.one(String.class, "SELECT state FROM attempts")).isEqualTo("ringing");
    }

    @Test
    void aClockThatWasSetBackCostsNoFact() throws LedgerUnavailable {
        AttemptId attempt = attempt();
        Instant earlier = Books.MONDAY_NOON.minus(Duration.ofHours(1));

        books.write(new FloorFact.Answered(earlier, attempt), new FloorFact.Closed(earlier, attempt,
                Outcome.ABANDONED, HangupCause.NONE, true, Words.same("message played"), at));

        var call = new SqlCallLog(books.database).byId(attempt).orElseThrow();
        assertThat(call.answeredAt()).isEqualTo(Books.MONDAY_NOON);
        assertThat(call.endedAt()).isEqualTo(Books.MONDAY_NOON);
    }

    @Test
    void whatPeopleWriteIsKeptToTheLetterAndDoesNothing() throws LedgerUnavailable {
        AttemptId attempt = attempt();
        AgentId agent = books.agent("o'neill", "1001");
        Deque<String> notes = new ArrayDeque<>(List.of("'; DROP TABLE attempts; -- ", "\\' OR 1=1 #", "a\r\nb\t\"c\"",
                "😀 𠮷野家 ‏rtl", "100% :attempt <earlier> ? {call x}", "x".repeat(20_000)));

        for (String note : notes) {
            books.write(new FloorFact.Disposed(at, attempt, agent, WrapUp.of(Disposition.REFUSES, note), List.of()));
            assertThat(books.one(String.class, "SELECT disposition_note FROM attempts"))
                    .isEqualTo(note.substring(0, Math.min(note.length(), 16_000)));
        }
        assertThat(books.count("attempts")).isEqualTo(1);
    }

    @Test
    void eachAgentGoesOnFromItsLatestState() throws LedgerUnavailable {
        AttemptId attempt = attempt();
        AgentId li = books.agent("li", "1001");
        AgentId wang = books.agent("wang", "1002");
        AgentId neverSeen = books.agent("zhao", "1003");

        books.write(moved(li, new AgentState.Ready(at)), moved(wang, new AgentState.Ready(at)),
                moved(li, new AgentState.OnCall(at, attempt)), moved(wang, new AgentState.OnBreak(at, "lunch")),
                moved(li, new AgentState.Ready(at)));

        var roster = new SqlAgentRoster(books.database);
        assertThat(roster.lastStates())
                .isEqualTo(Map.of(li, new AgentState.Ready(at), wang, new AgentState.OnBreak(at, "lunch")));
        assertThat(roster.agents()).extracting(agent -> agent.id()).containsExactly(li, wang, neverSeen);
    }

    private FloorFact moved(AgentId agent, AgentState state) {
        return new FloorFact.AgentMoved(at, agent, state);
    }
}
