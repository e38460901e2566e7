package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.AttemptLedger.Third;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.RuleCard;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.supervision.NoticeBook.Audience;
import com.callfloor.dialer.supervision.NoticeBook.Notice;
import com.callfloor.dialer.supervision.NoticeBook.Sent;
import com.callfloor.dialer.supervision.alerts.Alert;
import com.callfloor.dialer.supervision.alerts.AlertKind;
import com.callfloor.dialer.supervision.alerts.AlertSource.CaseFigures;
import com.callfloor.dialer.supervision.alerts.Concern;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AnswerFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.RecordingFigures;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class SupervisionBooksIT {
    private static final Instant NOW = Books.MONDAY_NOON;

    private static final Duty.Cadence TARGET = new Duty.Cadence(
            new RuleCard("TEST", "a test", "a test", "a test", RuleCard.Status.VERIFIED, RuleCard.Severity.POLICY), 3,
            4, Duration.ofDays(30));

    private final MovableClock clock = new MovableClock(NOW);
    private final Books books;
    private final SqlNoticeBook notices;
    private final SqlAlertBook alerts;
    private final AgentId li;
    private final long su;

    SupervisionBooksIT(TestSchemas schemas) {
        books = new Books(schemas.migrated(clock));
        notices = new SqlNoticeBook(books.database);
        alerts = new SqlAlertBook(books.database);
        li = books.agent("li", "1001");
        su = new SqlStaffDirectory(books.database).save("su", "Su", Role.SUPERVISOR, null, null).id();
    }

    @Test
    void aNoticeIsUnreadUntilItsAgentConfirmsItAndTheFirstTimeIsKept() {
        AgentId wang = books.agent("wang", "1002");
        Sent sent = notices.send(su, new Audience.OneAgent(li), "请说慢一点", NOW).orElseThrow();
        assertThat(sent.notice()).isEqualTo(new Notice(sent.notice().id(), NOW, "Su", null, "请说慢一点"));
        assertThat(notices.unread(li)).containsExactly(sent.notice());
        assertThat(notices.unread(wang)).isEmpty();

        assertThat(notices.read(sent.notice().id(), li, NOW.plusSeconds(4))).contains(su);
        assertThat(notices.read(sent.notice().id(), li, NOW.plusSeconds(9))).contains(su);

        assertThat(notices.unread(li)).isEmpty();
        assertThat(notices.read(sent.notice().id(), wang, NOW)).isEmpty();
        assertThat(notices.page(null, 10)).singleElement()
                .satisfies(kept -> assertThat(kept.readers()).singleElement()
                        .satisfies(reader -> assertThat(reader.readAt()).isEqualTo(NOW.plusSeconds(4))));
        assertThat(notices.send(su, new Audience.OneAgent(new AgentId(su)), "x", NOW)).as("no agent").isEmpty();
    }

    @Test
    void aTeamsNoticeIsForEveryAgentWhoIsInItThen() {
        SqlTeamBook teams = new SqlTeamBook(books.database);
        Team north = teams.make("North").orElseThrow();
        assertThat(notices.send(su, new Audience.WholeTeam(north.id()), "x", NOW)).as("nobody in it").isEmpty();
        teams.place(li.value(), north.id());
        teams.place(su, north.id());

        Sent sent = notices.send(su, new Audience.WholeTeam(north.id()), "Break at noon", NOW).orElseThrow();

        assertThat(sent.readers()).extracting(reader -> reader.agent()).containsExactly(li);
        assertThat(sent.notice().team()).isEqualTo("North");
        Sent second = notices.send(su, new Audience.OneAgent(li), "And now", NOW).orElseThrow();
        assertThat(notices.page(second.notice().id(), 10)).containsExactly(sent);
    }

    @Test
    void anAlertStandsUntilItIsClearedAndKeepsWhoHasSeenItFirst() {
        Map<String, Object> figures = Map.of("share", 0.027, "calls", 800);
        Alert raised = alerts.raise(new Concern(AlertKind.ABANDONMENT, "main", "Main", true, figures), NOW);
        assertThat(alerts.standing()).containsExactly(raised);

        assertThat(alerts.acknowledge(raised.id(), su, NOW.plusSeconds(3))).isTrue();
        assertThat(alerts.acknowledge(raised.id(), li.value(), NOW.plusSeconds(5))).isTrue();
        assertThat(alerts.acknowledge(raised.id() + 1, su, NOW)).isFalse();
        alerts.clear(raised.id(), NOW.plusSeconds(60));

        assertThat(alerts.standing()).isEmpty();
        assertThat(alerts.page(null, 10)).singleElement().satisfies(kept -> {
            assertThat(kept.figures()).isEqualTo(figures);
            assertThat(kept.acknowledgedBy()).isEqualTo("Su");
            assertThat(kept.acknowledgedAt()).isEqualTo(NOW.plusSeconds(3));
            assertThat(kept.clearedAt()).isEqualTo(NOW.plusSeconds(60));
        });
        assertThat(alerts.page(raised.id(), 10)).isEmpty();
    }

    @Test
    void callsOfTheLastHalfHourAreToldFromThoseBefore() throws LedgerUnavailable {
        books.take(Books.row("C-1", "D-1", Books.mobile(1)));
        var early = books.reserved().id();
        books.write(new FloorFact.Dialed(NOW, early, "carrier", null), new FloorFact.Answered(NOW, early),
                books.closed(early, Outcome.ABANDONED, NOW.plusSeconds(3_600)));
        clock.pass(Duration.ofSeconds(3_601));
        var late = books.reserved().id();
        books.write(new FloorFact.Dialed(clock.instant(), late, "carrier", null),
                books.closed(late, Outcome.NO_ANSWER, NOW.plusSeconds(90_000)));

        var source = new SqlAlertSource(books.database, at -> Optional.empty());

        assertThat(List.copyOf(source.answers(NOW.plusSeconds(3_660)).values()))
                .isEqualTo(List.of(new AnswerFigures(1, 0, 1, 1)));
        assertThat(source.cadence(NOW)).isEmpty();
    }

    @Test
    void onlyACaseThatWasOpenAllWeekMayBeBehindItsTargetOfTheWeek() {
        var source = new SqlAlertSource(books.database, at -> Optional.of(TARGET));
        books.take(Books.row("C-1", "D-1", Books.mobile(1)));
        books.take(Books.row("C-2", "D-2", Books.mobile(2)));
        Instant aWeekOn = NOW.plus(Duration.ofDays(7));

        assertThat(source.cadence(aWeekOn.minusSeconds(1))).isEmpty();
        assertThat(source.cadence(aWeekOn).values()).containsExactly(new CaseFigures(2, 0));

        clock.pass(Duration.ofDays(7));
        new SqlCaseWithdrawals(books.database).withdraw(List.of("C-1"), "taken back", clock.instant());
        clock.pass(Duration.ofDays(1));
        books.take(Books.row("C-1", "D-1", Books.mobile(1)), Books.row("C-2", "D-2", Books.mobile(2)));
        assertThat(source.cadence(clock.instant()).values()).as("what came back is new, what was told again is not")
                .containsExactly(new CaseFigures(1, 0));
    }

    @Test
    void recordingsOfTheLastHourThatLackSomethingAreCounted() throws LedgerUnavailable {
        recording("stored", NOW, "[\"too_short\",\"debtor_silent\"]");
        recording("stored", NOW, "[]");
        recording("stored", NOW, "[\"too_long\"]");
        recording("missing", NOW, null);
        recording("missing", NOW.minusSeconds(4_000), null);
        recording("stored", NOW.minusSeconds(4_000), "[\"empty\"]");

        var source = new SqlAlertSource(books.database, at -> Optional.empty());

        assertThat(source.recordings(NOW.plusSeconds(60))).isEqualTo(new RecordingFigures(1, 1, 1));
        assertThat(source.recordings(NOW.plusSeconds(90_000))).isEqualTo(RecordingFigures.NONE);
    }

    /** Its row as the recorder leaves it. */
    private void recording(String state, Instant at, @Nullable String flaws) throws LedgerUnavailable {
        int serial = books.count("attempts") + 1;
        books.take(Books.row("C-" + serial, "D-" + serial, Books.mobile(serial)));
        var id = books.reserved().id();
        books.write(new FloorFact.Answered(NOW, id), books.closed(id, Outcome.ABANDONED, NOW.plusSeconds(90_000)));
        books.database.jdbi()
                .useHandle(handle -> handle.execute("""
                        UPDATE recordings SET state = ?, ended_at = ?, flaws = ?, why_missing = ?, stored_at = ?,
                            object_key = ?, sha256 = ?, bytes = 1, length_ms = 1 WHERE attempt_id = ?""", state, at,
                        flaws,
                        state.equals("missing") ? "gone" : null, state.equals("stored") ? at : null, id.toString(),
                        "a".repeat(64), id.toString()));
    }

    @Test
    void aCallThatWasTakenOverSaysByWhomOnce() throws LedgerUnavailable {
        books.take(Books.row("C-1", "D-1", Books.mobile(1)));
        var attempt = books.reserved().id();
        var takenOver = new FloorFact.TakenOver(NOW.plusSeconds(9), attempt, li, new AgentId(su),
                new Extension("92001"));
        books.write(new FloorFact.Answered(NOW, attempt), new FloorFact.Connected(NOW, attempt, li), takenOver,
                takenOver);

        var call = new SqlCallLog(books.database).byId(attempt).orElseThrow();

        assertThat(call.takenOverBy()).isEqualTo("Su");
        assertThat(call.takenOverAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(call.agentName()).isNotEqualTo("Su");
    }

    @Test
    void aRestartedDialerFindsWhoTookACallOverUntilAnotherAgentHasIt() throws LedgerUnavailable {
        books.take(Books.row("C-1", "D-1", Books.mobile(1)));
        var attempt = books.reserved().id();
        var phone = new Extension("92001");
        var takenOver = new FloorFact.TakenOver(NOW.plusSeconds(9), attempt, li, new AgentId(su), phone);
        books.write(new FloorFact.Answered(NOW, attempt), new FloorFact.Connected(NOW, attempt, li), takenOver);
        assertThat(takenOverBy()).isEqualTo(new Agent(new AgentId(su), "su", "Su", phone));

        var passedOn = new FloorFact.PassedOn(NOW.plusSeconds(40), attempt, li);
        books.write(passedOn, takenOver, passedOn);
        assertThat(takenOverBy()).isNull();

        var desk = new Extension("2001");
        books.write(new FloorFact.TakenOver(NOW.plusSeconds(60), attempt, li, new AgentId(su), desk));
        assertThat(takenOverBy()).isEqualTo(new Agent(new AgentId(su), "su", "Su", desk));
        assertThat(new SqlCallLog(books.database).byId(attempt).orElseThrow().takenOverAt())
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aRestartedDialerFindsTheThirdWhoIsInATalk() throws LedgerUnavailable {
        books.take(Books.row("C-1", "D-1", Books.mobile(1)));
        var attempt = books.reserved().id();
        books.write(new FloorFact.Answered(NOW, attempt), new FloorFact.Connected(NOW, attempt, li));
        assertThat(third()).isNull();

        var joiner = new AgentId(su);
        books.write(new FloorFact.ThirdJoined(NOW.plusSeconds(9), attempt, li, joiner, true));
        assertThat(third()).isEqualTo(new Third(Agent.withoutPhone(joiner, "su", "Su"), true));

        books.write(new FloorFact.ThirdLeft(NOW.plusSeconds(20), attempt, ConferenceEnd.LEFT),
                new FloorFact.ThirdJoined(NOW.plusSeconds(30), attempt, li, joiner, false));
        assertThat(third()).isEqualTo(new Third(Agent.withoutPhone(joiner, "su", "Su"), false));
    }

    private @Nullable Third third() throws LedgerUnavailable {
        return books.ledger(Books::allow).openAttempts().getFirst().third();
    }

    private @Nullable Agent takenOverBy() throws LedgerUnavailable {
        return books.ledger(Books::allow).openAttempts().getFirst().takenOverBy();
    }
}
