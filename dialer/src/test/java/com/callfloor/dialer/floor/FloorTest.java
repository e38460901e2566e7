package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.FloorFact.AttemptFact;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.RecordingDesk.EndedCall;
import com.callfloor.dialer.pacing.Progressive;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FloorTest {
    private static final AgentId ANN = new AgentId(1);
    private static final AgentId BO = new AgentId(2);
    private static final HangupCause BUSY = new HangupCause(17);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T04:00:00Z"));
    private final ManualFloorThread thread = new ManualFloorThread();
    private final FakePbx pbx = new FakePbx();
    private final FakeLedger ledger = new FakeLedger(clock);
    private final List<FloorFact> facts = new ArrayList<>();
    private final List<EndedCall> recordings = new ArrayList<>();
    private int unwritten;
    private Optional<String> cannotRecord = Optional.empty();

    @Test
    void aDueCaseIsDialedForAFreeAgentAndTheConversationIsWrittenFromStartToEnd() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);

        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Ringing(now(), attempt));
        tell(new PbxEvent.Answered(now(), attempt));
        LegId leg = pbx.joined.getFirst().leg();
        assertThat(floor.current().pops()).hasEntrySatisfying(ANN,
                pop -> assertThat(pop.card().caseRef()).isEqualTo("C-1"));
        tell(new PbxEvent.Connected(now(), attempt, leg));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        var reply = floor.dispose(attempt, ANN, Disposition.PROMISE_TO_PAY, "Friday").toCompletableFuture();
        thread.runAll();

        assertThat(reply.join()).isEqualTo(new Accepted());
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
        assertThat(attemptFacts(attempt)).extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Dialed", "Rang", "Answered", "Connected", "Closed", "Disposed");
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(recordings).singleElement().satisfies(call -> assertThat(call.attempt()).isEqualTo(attempt));
    }

    @Test
    void progressivePlacesOneCallForEachFreeAgent() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(10);
        ready(floor, ANN);
        ready(floor, BO);

        thread.tick();

        assertThat(pbx.dialed).hasSize(2);
    }

    @Test
    void aBusyNumberIsClosedWithItsCauseAndTheNextCaseIsDialed() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(2);
        ready(floor, ANN);
        AttemptId first = onlyDialed();

        tell(new PbxEvent.Ended(now(), first, BUSY));

        assertThat(closed(first).outcome()).isEqualTo(Outcome.BUSY);
        assertThat(closed(first).cause()).isEqualTo(BUSY);
        assertThat(closed(first).rang()).isFalse();
        assertThat(recordings).isEmpty();
        assertThat(pbx.dialed).hasSize(2);
    }

    @Test
    void theAgentWhoHasBeenFreeLongestTakesTheCall() {
        Floor floor = openFloor(List.of());
        ready(floor, BO);
        clock.pass(Duration.ofSeconds(5));
        ready(floor, ANN);
        ledger.dueCases(1);
        floor.lookForCases();
        thread.runAll();

        tell(new PbxEvent.Answered(now(), onlyDialed()));

        assertThat(pbx.joined.getFirst().leg().agent()).isEqualTo(BO);
    }

    @Test
    void whoAnswersWhenTheAgentHasLeftIsAbandonedByThePbxMessage() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        wish(floor, ANN, new AgentWish.SignedOut());

        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.MessageStarted(now(), attempt));
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(pbx.joined).isEmpty();
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(recordings).hasSize(1);
    }

    @Test
    void whoWaitsIsServedByTheFirstAgentToGetFree() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        wish(floor, ANN, new AgentWish.SignedOut());
        tell(new PbxEvent.Answered(now(), attempt));

        ready(floor, BO);

        assertThat(pbx.joined).singleElement().satisfies(join -> assertThat(join.leg().agent()).isEqualTo(BO));
    }

    @Test
    void aJoinThatFailsGivesTheDebtorToAnotherAgent() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        clock.pass(Duration.ofSeconds(1));
        ready(floor, BO);
        ledger.dueCases(1);
        floor.lookForCases();
        thread.runAll();
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        clock.pass(Duration.ofMillis(50));

        tell(new PbxEvent.ConnectFailed(now(), attempt, pbx.joined.getFirst().leg(), "no such channel"));

        assertThat(pbx.joined).hasSize(2);
        assertThat(pbx.joined.getLast().leg().agent()).isEqualTo(BO);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void nothingIsDialedWhileTheDatabaseIsAwayAndDialingGoesOnWhenItIsBack() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ledger.away = true;
        ready(floor, ANN);
        for (int second = 0; second < 20; second++) {
            clock.pass(Duration.ofSeconds(1));
            thread.tick();
        }
        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().links().databaseUp()).isFalse();
        assertThat(ledger.asked).as("asked once a second, not in a hot loop").isBetween(10, 25);

        ledger.away = false;
        clock.pass(Duration.ofSeconds(2));
        thread.tick();

        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void aReservationWhoseOutcomeIsUnknownIsClosedInTheBooks() {
        Floor floor = openFloor(List.of());
        ledger.away = true;
        ready(floor, ANN);

        assertThat(facts).filteredOn(FloorFact.Closed.class::isInstance).isNotEmpty().allSatisfy(
                fact -> assertThat(((FloorFact.Closed) fact).outcome()).isEqualTo(Outcome.FAILED));
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void factsThatCannotBeWrittenKeepTheGateShut() {
        Floor floor = openFloor(List.of());
        unwritten = 3;
        ready(floor, ANN);
        ledger.dueCases(1);
        floor.lookForCases();
        thread.tick();

        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().why()).contains("database");
    }

    @Test
    void aCallThatCannotBeRecordedIsNotMade() {
        cannotRecord = Optional.of("the recordings' folder is full");
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);

        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().why()).isEqualTo("the recordings' folder is full");
    }

    @Test
    void aReservationThatComesTooLateIsNotDialed() {
        var slow = new ArrayList<Runnable>();
        Floor floor = openFloor(List.of(), slow::add);
        ledger.dueCases(1);
        ready(floor, ANN);

        slow.getFirst().run();
        clock.pass(Duration.ofSeconds(10));
        thread.runAll();

        assertThat(pbx.dialed).isEmpty();
        assertThat(facts).filteredOn(FloorFact.Closed.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(((FloorFact.Closed) fact).outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void aLostEndOfCallIsMadeGoodByItsDeadline() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Ringing(now(), attempt));

        clock.pass(Duration.ofSeconds(40));
        thread.tick();
        assertThat(pbx.hungUp).containsExactly(attempt);
        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(floor.current().calls()).isEmpty();
    }

    @Test
    void aLegThatDropsIsRungAgainWithGrowingPauses() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        tell(new PbxEvent.AgentLegDown(now(), pbx.rung.getLast(), HangupCause.NORMAL));
        assertThat(pbx.rung).hasSize(1);

        clock.pass(Duration.ofMillis(600));
        thread.tick();

        assertThat(pbx.rung).hasSize(2);
        assertThat(pbx.rung.get(1)).isNotEqualTo(pbx.rung.get(0));
    }

    @Test
    void aRestartedDialerAdoptsTheCallThatLivesOn() {
        LegId leg = new LegId(ANN, 77);
        OpenAttempt open = openAttempt(leg);
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(new LiveAttempt(open.id(), true, Optional.of(leg))), List.of(leg));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(pbx.rung).isEmpty();
        assertThat(pbx.hungUp).isEmpty();

        tell(new PbxEvent.Ended(now(), open.id(), HangupCause.NORMAL));

        assertThat(closed(open.id()).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(recordings).hasSize(1);
    }

    @Test
    void aRestartedDialerClosesTheCallThatIsGoneAndDoesNotDialItAgain() {
        OpenAttempt open = openAttempt(new LegId(ANN, 77));
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(), List.of());

        assertThat(closed(open.id()).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(recordings).hasSize(1);
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void aChannelThatTheBooksDoNotKnowIsEnded() {
        Floor floor = floor(List.of(), Map.of(), Runnable::run);
        floor.open();
        thread.runAll();
        AttemptId stray = AttemptId.next(now(), new Random(5));

        link(List.of(new LiveAttempt(stray, false, Optional.empty())), List.of(new LegId(BO, 3)));

        assertThat(pbx.hungUp).containsExactly(stray);
        assertThat(pbx.legsHungUp).containsExactly(new LegId(BO, 3));
    }

    @Test
    void aCallThatTheBooksHaveClosedAndThatRingsAfterAllIsEnded() {
        openFloor(List.of());
        AttemptId late = AttemptId.next(now(), new Random(6));

        tell(new PbxEvent.Ringing(now(), late));

        assertThat(pbx.hungUp).containsExactly(late);
    }

    @Test
    void whenThePbxComesBackEmptyLegsAreRungAgainAndCallsAreClosed() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.LinkDown(now(), "connection reset"));
        ledger.dueCases(1);
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(pbx.dialed).as("nothing is dialed without a link").hasSize(1);

        link(List.of(), List.of());
        clock.pass(Duration.ofSeconds(1));
        thread.tick();

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(pbx.rung).hasSize(2);
    }

    @Test
    void anAgentCannotLeaveAConversationNorItsWrapUp() {
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.joined.getFirst().leg()));

        assertThat(wish(floor, ANN, new AgentWish.SignedOut())).isInstanceOf(Refused.class);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(wish(floor, ANN, new AgentWish.SignedOut())).isInstanceOf(Refused.class);
    }

    @Test
    void pausedMeansNoNewCall() {
        Floor floor = openFloor(List.of());
        floor.mode("default", CampaignMode.PAUSED);
        thread.runAll();
        ledger.dueCases(1);
        ready(floor, ANN);

        assertThat(pbx.dialed).isEmpty();
        assertThat(floor.current().why()).contains("paused");
    }

    private Floor openFloor(List<OpenAttempt> open) {
        return openFloor(open, Runnable::run);
    }

    private Floor openFloor(List<OpenAttempt> open, Executor blocking) {
        Floor floor = floor(open, Map.of(), blocking);
        floor.open();
        thread.runAll();
        link(List.of(), List.of());
        return floor;
    }

    private Floor floor(List<OpenAttempt> open, Map<AgentId, AgentState> lastStates,
            Executor blocking) {
        var journal = new FactJournal() {
            @Override
            public void write(FloorFact fact) {
                facts.add(fact);
            }

            @Override
            public Duration stuckFor() {
                return unwritten == 0 ? Duration.ZERO : Duration.ofSeconds(3);
            }

            @Override
            public int waiting() {
                return unwritten;
            }
        };
        var recordingDesk = new RecordingDesk() {
            @Override
            public void callEnded(EndedCall call) {
                recordings.add(call);
            }

            @Override
            public Optional<String> cannotRecord() {
                return cannotRecord;
            }
        };
        var retries = new EnumMap<Outcome, Duration>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            retries.put(outcome, Duration.ofHours(1));
        }
        var settings = new FloorSettings(null, Duration.ofSeconds(25), Duration.ofSeconds(3), Duration.ofHours(2),
                MessageLanguage.ZH, new RetryPlan(retries));
        var ports = new FloorPorts(clock, new Random(1), thread, blocking, pbx, ledger, journal, recordingDesk,
                new Progressive());
        return new Floor(settings, ports,
                new FloorStart(new Campaign("default", "Default", CampaignMode.PROGRESSIVE), false,
                        List.of(new Agent(ANN, "ann", "Ann", new Extension("1001")),
                                new Agent(BO, "bo", "Bo", new Extension("1002"))),
                        lastStates, open, new CallLog.Totals(0, 0, 0, 0, 0, 0)));
    }

    private OpenAttempt openAttempt(LegId leg) {
        AttemptId id = AttemptId.next(now(), new Random(9));
        return new OpenAttempt(id, FakeLedger.card(1), new PhoneNumber("+8613800138000"), now().minusSeconds(30),
                now().minusSeconds(25), now().minusSeconds(20), now().minusSeconds(20), leg.agent());
    }

    private void link(List<LiveAttempt> attempts, List<LegId> legs) {
        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new PbxEvent.Snapshot(now(), attempts, legs));
    }

    private void tell(PbxEvent event) {
        pbx.tell(event);
        thread.runAll();
    }

    private void ready(Floor floor, AgentId agent) {
        wish(floor, agent, new AgentWish.Ready());
        thread.tick();
        LegId leg = pbx.rung.getLast();
        assertThat(leg.agent()).isEqualTo(agent);
        tell(new PbxEvent.AgentLegUp(now(), leg));
    }

    private FloorReply wish(Floor floor, AgentId agent, AgentWish wish) {
        var reply = floor.agentState(agent, wish).toCompletableFuture();
        thread.runAll();
        FloorReply answer = reply.join();
        assertThat(answer).isInstanceOfAny(Accepted.class, Refused.class);
        return answer;
    }

    private AttemptId onlyDialed() {
        assertThat(pbx.dialed).hasSize(1);
        return pbx.dialed.getFirst().attempt();
    }

    private static AgentState stateOf(Floor floor, AgentId agent) {
        return floor.current()
                .agents()
                .stream()
                .filter(view -> view.agent().id().equals(agent))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<AttemptFact> attemptFacts(AttemptId attempt) {
        return facts.stream()
                .filter(AttemptFact.class::isInstance)
                .map(AttemptFact.class::cast)
                .filter(fact -> fact.attempt().equals(attempt))
                .toList();
    }

    private FloorFact.Closed closed(AttemptId attempt) {
        return attemptFacts(attempt).stream()
                .filter(FloorFact.Closed.class::isInstance)
                .map(FloorFact.Closed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }
}
