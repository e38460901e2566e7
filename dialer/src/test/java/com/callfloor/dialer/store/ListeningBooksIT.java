package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.cases.CaseDirectory.TimelineEntry;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.AccessBook.Kind;
import com.callfloor.dialer.recordings.AccessBook.Noted;
import com.callfloor.dialer.recordings.ExportBook.Export;
import com.callfloor.dialer.recordings.ExportBook.Exported;
import com.callfloor.dialer.recordings.ExportBook.Item;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.PauseEnd;
import com.callfloor.dialer.recordings.RecordingCatalogue.PauseView;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.recordings.RecordingHolds.Hold;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@ExtendWith(DatabaseExtension.class)
class ListeningBooksIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Instant answered = Books.MONDAY_NOON.plusSeconds(10);
    private final Books books;
    private final SqlTeamBook teams;
    private final SqlAccessBook accesses;
    private final SqlRecordingCatalogue catalogue;

    ListeningBooksIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.teams = new SqlTeamBook(books.database);
        this.accesses = new SqlAccessBook(books.database);
        this.catalogue = new SqlRecordingCatalogue(books.database);
    }

    @Test
    void aTeamIsMadeOnceAndUsersArePlacedAndLimited() {
        AgentId li = books.agent("li", "1001");
        Team north = teams.make("North").orElseThrow();

        assertThat(teams.make("North")).isEmpty();
        assertThat(teams.place(li.value(), north.id())).isTrue();
        assertThat(teams.place(999, north.id())).isFalse();
        assertThat(teams.place(li.value(), 999L)).isFalse();
        assertThat(teams.limit(li.value(), Set.of("A", "B"), Set.of(north.id()))).isTrue();
        assertThat(teams.limit(li.value(), Set.of(), Set.of(999L))).isFalse();

        assertThat(teams.teams()).containsExactly(new Team(north.id(), "North", 1));
        assertThat(teams.limitsOf(li.value())).isEqualTo(new ListeningLimits(Set.of("A", "B"), Set.of(north.id())));
        assertThat(teams.user(li.value())).get().satisfies(placed -> {
            assertThat(placed.team()).isEqualTo(new Team(north.id(), "North", 1));
            assertThat(placed.limitedTo()).extracting(Team::name).containsExactly("North");
        });
        assertThat(teams.limit(li.value(), Set.of(), Set.of())).isTrue();
        assertThat(teams.place(li.value(), null)).isTrue();
        assertThat(teams.users()).singleElement().satisfies(placed -> {
            assertThat(placed.team()).isNull();
            assertThat(placed.limits()).isEqualTo(ListeningLimits.NONE);
        });
    }

    @Test
    void listsAreNarrowedByLenderTeamAndAgentBeforeTheyAreCutIntoPages() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AgentId bo = books.agent("bo", "1002");
        Team north = teams.make("North").orElseThrow();
        teams.place(li.value(), north.id());
        AttemptId lis = talk(1, li);
        AttemptId bos = talk(2, bo);
        AttemptId lis2 = talk(3, li);

        assertThat(ids(new Scope(Set.of(), Set.of(north.id()), null), 2)).containsExactly(lis2, lis);
        assertThat(ids(new Scope(Set.of(), Set.of(), bo.value()), 9)).containsExactly(bos);
        assertThat(ids(new Scope(Set.of("Lender"), Set.of(), null), 9)).containsExactly(lis2, bos, lis);
        assertThat(ids(new Scope(Set.of("Other"), Set.of(), null), 9)).isEmpty();
        assertThat(catalogue.within(new Scope(Set.of("Lender"), Set.of(north.id()), null), List.of(lis, bos)))
                .containsExactly(lis);
        assertThat(catalogue.recorded(lis)).contains(new Recorded("Lender", li.value(), north.id()));
        assertThat(catalogue.recorded(bos)).contains(new Recorded("Lender", bo.value(), null));
    }

    @Test
    void holdsAreListedToThoseWhoMayHearWhatTheyKeep() throws LedgerUnavailable {
        var holds = new SqlRecordingHolds(books.database);
        AgentId li = books.agent("li", "1001");
        Team north = teams.make("North").orElseThrow();
        teams.place(li.value(), north.id());
        AttemptId lis = talk(1, li);
        AttemptId bos = talk(2, books.agent("bo", "1002"));
        long ofLis = holds.place(lis, "a lawsuit", "eve", answered).orElseThrow().id();
        long ofBos = holds.place(bos, "a lawsuit", "eve", answered).orElseThrow().id();
        long ofLisCase = holds.place(catalogue.byId(lis).orElseThrow().caseId(), "a lawsuit", "eve", answered)
                .orElseThrow()
                .id();

        assertThat(held(holds, Scope.ALL)).containsExactly(ofLisCase, ofBos, ofLis);
        assertThat(held(holds, new Scope(Set.of("Lender"), Set.of(), null))).containsExactly(ofLisCase, ofBos, ofLis);
        assertThat(held(holds, new Scope(Set.of("Other"), Set.of(), null))).isEmpty();
        assertThat(held(holds, new Scope(Set.of("Lender"), Set.of(north.id()), null))).containsExactly(ofLisCase,
                ofLis);
    }

    private static List<Long> held(SqlRecordingHolds holds, Scope scope) {
        return holds.page(true, scope, Optional.empty(), 9).stream().map(Hold::id).toList();
    }

    @Test
    void eachAccessIsKeptWithHowFarItsListenerGot() throws LedgerUnavailable {
        AttemptId call = talk(1, books.agent("li", "1001"));
        User qa = new SqlStaffDirectory(books.database).save("qa", "QA", Role.QA, null, null);

        long play = accesses.note(new Access(call, answered, qa, Kind.PLAY, null, "10.0.0.1", 0L, 99L, null));
        long refused = accesses.note(
                new Access(call, answered, qa, Kind.DOWNLOAD, null, "10.0.0.1", null, null, "of other teams"));
        long look = accesses.note(
                new Access(call, answered, qa, Kind.LOOK, null, "10.0.0.1", null, null, "of other teams"));
        accesses.progress(play, 5_000, answered.plusSeconds(5));
        accesses.progress(play, 300, answered.plusSeconds(6));

        assertThat(accesses.of(call, null, 9)).containsExactly(
                new Noted(look, answered, "qa", "qa", "look", null, "10.0.0.1", null, null, null, "of other teams"),
                new Noted(refused, answered, "qa", "qa", "download", null, "10.0.0.1", null, null, null,
                        "of other teams"),
                new Noted(play, answered, "qa", "qa", "play", null, "10.0.0.1", null, 0L, 5_000L, null));
        assertThat(accesses.of(call, refused, 9)).extracting(Noted::id).containsExactly(play);
        assertThat(accesses.of(books.newId(), null, 9)).isEmpty();
    }

    @Test
    void aPauseStandsWithItsRecordingAndInTheTimelineOnceHoweverOftenItIsWritten() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        var paused = new FloorFact.RecordingPaused(at, call, li);
        var resumed = new FloorFact.RecordingResumed(at.plusSeconds(9), call, PauseEnd.AGENT);
        books.write(paused, resumed);
        books.write(paused, resumed);
        books.write(new FloorFact.RecordingResumed(at.plusSeconds(15), call, PauseEnd.RECONNECTED));

        assertThat(catalogue.pauses(call))
                .containsExactly(new PauseView(at, at.plusSeconds(9), "Agent li", "agent"));
        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(catalogue.byId(call).orElseThrow().caseId()))
                .extracting(TimelineEntry::kind)
                .containsSubsequence("recording_paused", "recording_resumed");
    }

    @Test
    void aHoldStandsInTheTimelineAndItsTimeWithTheCallOnceHoweverOftenItIsWritten() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        var held = new FloorFact.Held(at, call, li);
        var ended = new FloorFact.HoldEnded(at.plusMillis(9_500), call, HoldEnd.RESUMED);
        books.write(held, new FloorFact.Held(at.plusSeconds(3), call, li), ended);
        books.write(held, ended);
        books.write(new FloorFact.Held(at.plusSeconds(60), call, li));

        assertThat(new SqlCallLog(books.database).byId(call).orElseThrow().heldMillis()).isEqualTo(9_500);
        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(catalogue.byId(call).orElseThrow().caseId()))
                .extracting(TimelineEntry::kind)
                .containsSubsequence("held", "hold_ended", "held");
    }

    @Test
    void aTransferGivesTheAttemptToTheOtherAndWhatTheFirstSaysStandsWithIt() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AgentId bo = books.agent("bo", "1002");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        var vain = new FloorFact.Transferred(at, call, at, TransferKind.BLIND, li, bo,
                new Words("Bo did not pick up", "Bo 没有接听"));
        var taken = new FloorFact.Transferred(at.plusSeconds(30), call, at.plusSeconds(9), TransferKind.WARM, li, bo,
                null);
        var own = new FloorFact.Disposed(at.plusSeconds(40), call, li,
                WrapUp.of(Disposition.DISPUTES, "says it is paid"),
                List.of());
        books.write(vain, taken, own);
        books.write(vain, taken, own);
        books.write(new FloorFact.Disposed(at.plusSeconds(90), call, bo, WrapUp.of(Disposition.CALL_BACK, "tomorrow"),
                List.of()));

        var view = new SqlCallLog(books.database).byId(call).orElseThrow();
        assertThat(view.agentId()).isEqualTo(bo.value());
        assertThat(view.disposition()).isEqualTo("call_back");
        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(view.caseId()))
                .filteredOn(entry -> entry.kind().endsWith("transferred") || entry.kind().equals("disposition"))
                .extracting(TimelineEntry::kind, TimelineEntry::code, TimelineEntry::agentName, TimelineEntry::text)
                .containsExactly(
                        tuple("not_transferred", "blind", "Agent li", new Words("→ Agent bo; Bo did not pick up",
                                "→ Agent bo；Bo 没有接听")),
                        tuple("transferred", "warm", "Agent li", Words.same("→ Agent bo")),
                        tuple("disposition", "disputes", "Agent li", Words.same("says it is paid")),
                        tuple("disposition", "call_back", "Agent bo", Words.same("tomorrow")));
    }

    @Test
    void aThirdInATalkStandsInTheTimelineFromWhenToWhen() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AgentId bo = books.agent("bo", "1002");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        var joined = new FloorFact.ThirdJoined(at, call, li, bo, false);
        var left = new FloorFact.ThirdLeft(at.plusSeconds(30), call, ConferenceEnd.LET_GO);
        books.write(joined, left);
        books.write(joined, left);
        var barged = new FloorFact.ThirdJoined(at.plusSeconds(60), call, li, bo, true);
        // A dialer that was started anew sees them in it, and does not know since when.
        books.write(barged, new FloorFact.ThirdJoined(at.plusSeconds(70), call, li, bo, true));
        books.write(new FloorFact.Closed(at.plusSeconds(90), call, Outcome.CONNECTED, HangupCause.NONE, true, null,
                at.plusSeconds(900)));

        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(new SqlCallLog(books.database).byId(call)
                .orElseThrow()
                .caseId()))
                .filteredOn(entry -> entry.kind().startsWith("conference"))
                .extracting(entry -> entry.kind() + " " + entry.code() + " " + entry.agentName() + " "
                        + WordColumns.en(entry.text()))
                .containsExactly("conference asked Agent li + Agent bo", "conference_ended let_go Agent li Agent bo",
                        "conference barged Agent li + Agent bo", "conference_ended call_ended Agent li Agent bo");
    }

    @Test
    void whoOutsideWasCalledAndGotTheDebtorStandsInTheTimeline() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        FloorFact[] facts = {
                // Here the dialer died.
                new FloorFact.OutsideRung(at.minusSeconds(9), call, "union", li, "carrier", null),
                new FloorFact.OutsideRung(at, call, "legal", li, "carrier", null),
                new FloorFact.OutsideEnded(at.plusSeconds(9), call, new Words("Legal was not reached", "未能接通法务部")),
                new FloorFact.OutsideRung(at.plusSeconds(20), call, "board", li, "carrier",
                        new PhoneNumber("+862160000001")),
                new FloorFact.OutsideTaken(at.plusSeconds(40), call)};
        books.write(facts);
        books.write(facts);
        books.write(new FloorFact.TalkEnded(at.plusSeconds(40), call), new FloorFact.Closed(at.plusSeconds(90), call,
                Outcome.CONNECTED, HangupCause.NONE, true, null, at.plusSeconds(900)));

        assertThat(new SqlCaseDirectory(books.database, "CN").timeline(new SqlCallLog(books.database).byId(call)
                .orElseThrow()
                .caseId()))
                .filteredOn(entry -> entry.kind().endsWith("put_through"))
                .extracting(entry -> entry.kind() + " " + entry.code() + " " + entry.agentName() + " "
                        + WordColumns.en(entry.text()) + " " + WordColumns.zh(entry.text()))
                .containsExactly("not_put_through union Agent li the dialer was started anew 拨号服务重新启动",
                        "not_put_through legal Agent li Legal was not reached 未能接通法务部",
                        "put_through board Agent li null null");
    }

    @Test
    void aNumberOfADebtorIsNotCalledAsSomebodyOutside() throws LedgerUnavailable {
        var unused = talk(1, books.agent("li", "1001"));
        var numbers = new SqlOutsideNumbers(books.database);

        assertThat(numbers.mayBeCalled(new PhoneNumber("+862160000002"))).isTrue();
        assertThat(numbers.mayBeCalled(Books.mobile(1))).isFalse();

        var lists = new SqlDoNotCallLists(books.database);
        PhoneNumber listed = new PhoneNumber("+862160000003");
        lists.add("national", Optional.empty(), List.of(listed), answered, "tests");
        assertThat(numbers.mayBeCalled(listed)).isFalse();
        lists.remove("national", listed, answered, "tests");
        assertThat(numbers.mayBeCalled(listed)).isTrue();
    }

    /** The attempt stays the agent's, who says what came of it. */
    @Test
    void aTalkThatASupervisorTookIsStillTheAgents() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AgentId bo = books.agent("bo", "1002");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        books.write(new FloorFact.Transferred(at, call, at, TransferKind.WARM, li, bo, null, false),
                new FloorFact.TakenOver(at, call, li, bo, new Extension("1002")),
                new FloorFact.Disposed(at.plusSeconds(40), call, li, WrapUp.of(Disposition.DISPUTES, "paid"),
                        List.of()));

        var view = new SqlCallLog(books.database).byId(call).orElseThrow();
        assertThat(view.agentId()).isEqualTo(li.value());
        assertThat(view.disposition()).isEqualTo("disputes");
        assertThat(view.takenOverBy()).isEqualTo("Agent bo");
    }

    @Test
    void anExportIsKeptWithItsManifestAndNotedWithEachOfItsRecordings() throws LedgerUnavailable {
        SqlExportBook exports = new SqlExportBook(books.database);
        AttemptId call = talk(1, books.agent("li", "1001"));
        AttemptId other = talk(2, books.agent("bo", "1002"));
        User auditor = new SqlStaffDirectory(books.database).save("eve", "Eve", Role.AUDITOR, null, null);
        String id = "0197a3c2-0000-4000-8000-000000000001";

        assertThat(exports.chosen(List.of(call, books.newId()))).extracting(Item::id).containsExactly(call);
        assertThat(exports.found(Scope.ALL, null, answered, answered.plusSeconds(1), 9)).extracting(Item::id)
                .containsExactly(call, other);
        assertThat(exports.found(Scope.ALL, null, null, answered, 9)).isEmpty();
        assertThat(exports.found(new Scope(Set.of("Other"), Set.of(), null), null, null, null, 9)).isEmpty();
        assertThat(exports.found(Scope.ALL, catalogue.byId(call).orElseThrow().caseId(), null, null, 9))
                .singleElement()
                .satisfies(item -> assertThat(item.recorded().lender()).isEqualTo("Lender"));
        exports.note(new Export(id, answered, auditor, "Ordered by a court", 1, "{}", "a".repeat(64)),
                List.of(new Access(call, answered, auditor, Kind.EXPORT, "Ordered by a court", "10.0.0.1", null, null,
                        null)));

        assertThat(exports.byId(id)).contains(
                new Exported(id, answered, "eve", "auditor", "Ordered by a court", 1, "{}", "a".repeat(64)));
        assertThat(accesses.of(call, null, 9)).extracting(Noted::exportId).containsExactly(id);
        assertThat(accesses.of(other, null, 9)).isEmpty();
    }

    @Test
    void theEndOfACallEndsItsPause() throws LedgerUnavailable {
        AgentId li = books.agent("li", "1001");
        AttemptId call = talk(1, li);
        Instant at = answered.plusSeconds(20);
        books.write(new FloorFact.RecordingPaused(at, call, li));
        assertThat(catalogue.pauses(call)).containsExactly(new PauseView(at, null, "Agent li", null));

        books.write(new FloorFact.Closed(at.plusSeconds(3), call, Outcome.CONNECTED, HangupCause.NORMAL, true, null,
                at.plus(Duration.ofDays(1))));

        assertThat(catalogue.pauses(call))
                .containsExactly(new PauseView(at, at.plusSeconds(3), "Agent li", "call_ended"));
    }

    private List<AttemptId> ids(Scope scope, int limit) {
        return catalogue.page(scope, null, null, limit).stream().map(RecordingView::id).toList();
    }

    private AttemptId talk(int debtor, AgentId agent) throws LedgerUnavailable {
        books.take(Books.row("C" + debtor, "D" + debtor, Books.mobile(debtor)));
        AttemptId id = books.reserved().id();
        books.write(new FloorFact.Answered(answered, id), new FloorFact.Connected(answered, id, agent));
        clock.pass(Duration.ofMillis(5));
        return id;
    }
}
