package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.floor.PbxEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.callfloor.dialer.pbx.AmiEvents.agentIdle;
import static com.callfloor.dialer.pbx.AmiEvents.created;
import static com.callfloor.dialer.pbx.AmiEvents.enters;
import static com.callfloor.dialer.pbx.AmiEvents.entersRoom;
import static com.callfloor.dialer.pbx.AmiEvents.hangup;
import static com.callfloor.dialer.pbx.AmiEvents.leaves;
import static com.callfloor.dialer.pbx.AmiEvents.messageBegins;
import static com.callfloor.dialer.pbx.AmiEvents.originated;
import static com.callfloor.dialer.pbx.AmiEvents.progress;
import static com.callfloor.dialer.pbx.AmiEvents.recorded;
import static com.callfloor.dialer.pbx.AmiEvents.ringing;
import static com.callfloor.dialer.pbx.AmiEvents.up;
import static org.assertj.core.api.Assertions.assertThat;

class EventTranslatorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final AttemptId ATTEMPT = AttemptId.next(NOW, new Random(1));
    private static final LegId LEG = new LegId(new AgentId(7), 1);
    private static final String DEBTOR = ATTEMPT.toString();
    private static final String AGENT = LEG.toString();

    private final Told told = new Told();
    private final List<String> hungUp = new ArrayList<>();
    private final List<LegId> parted = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Dispatcher dispatcher = new Dispatcher();
    private final ChannelBook book = new ChannelBook();
    private final Joins joins = new Joins(dispatcher, Duration.ofMinutes(1), InstantSource.fixed(NOW), told);
    private final EventTranslator translator = new EventTranslator(book, new ChannelTeller(book, joins,
            InstantSource.fixed(NOW), told, channel -> hungUp.add(channel.id), leg -> parted.add(leg)),
            (delay, task) -> later.add(task));

    @AfterEach
    void end() {
        dispatcher.close();
    }

    @Test
    void aCallThatRingsIsAnsweredAndEndsIsToldStepByStep() {
        givenDialed();
        hear(created(DEBTOR), ringing(DEBTOR), up(DEBTOR), recorded(DEBTOR), originated(DEBTOR, true, 4),
                hangup(DEBTOR, 16));
        assertThat(told.all()).containsExactly(new PbxEvent.Ringing(NOW, ATTEMPT), new PbxEvent.Answered(NOW, ATTEMPT),
                new PbxEvent.Ended(NOW, ATTEMPT, HangupCause.NORMAL));
    }

    @Test
    void soundWithoutRingingIsToldAsSuchAndNothingMoreOnceItRings() {
        givenDialed();
        hear(created(DEBTOR), progress(DEBTOR), progress(DEBTOR), ringing(DEBTOR), progress(DEBTOR),
                hangup(DEBTOR, 34));
        assertThat(told.kinds()).containsExactly("EarlyMedia", "Ringing", "Ended");
    }

    /** The first placing's response may come when the second one is under way already. */
    @Test
    void theResponseToAnEarlierPlacingOfTheSameAttemptIsNotTakenForTheSecondOnes() {
        givenDialed();
        book.find(DEBTOR).orElseThrow().actionId = "originate-2";
        OriginateResponseEvent late = (OriginateResponseEvent) originated(DEBTOR, false, 8);
        late.setActionId("originate-1");
        OriginateResponseEvent own = (OriginateResponseEvent) originated(DEBTOR, false, 0);
        own.setActionId("originate-2");

        hear(late);
        assertThat(told.all()).isEmpty();
        hear(own);
        aWhileLater();
        assertThat(told.kinds()).containsExactly("DialFailed");
    }

    @Test
    void whatThePbxRepeatsIsToldOnce() {
        givenDialed();
        hear(created(DEBTOR), ringing(DEBTOR), ringing(DEBTOR), up(DEBTOR), recorded(DEBTOR), up(DEBTOR),
                ringing(DEBTOR),
                messageBegins(DEBTOR), messageBegins(DEBTOR));
        assertThat(told.kinds()).containsExactly("Ringing", "Answered", "MessageStarted");
    }

    @Test
    void anAnswerIsToldWhenItsRecordingRuns() {
        givenDialed();
        hear(created(DEBTOR), ringing(DEBTOR), up(DEBTOR));
        assertThat(told.kinds()).containsExactly("Ringing");
        hear(recorded(DEBTOR), recorded(DEBTOR));
        assertThat(told.kinds()).containsExactly("Ringing", "Answered");
    }

    @Test
    void anAnswerWithoutARecordingIsToldBeforeWhatFollows() {
        givenDialed();
        hear(created(DEBTOR), up(DEBTOR), messageBegins(DEBTOR), hangup(DEBTOR, 16));
        assertThat(told.kinds()).containsExactly("Answered", "MessageStarted", "Ended");
        told.forget();

        givenDialed();
        hear(created(DEBTOR), up(DEBTOR), hangup(DEBTOR, 16));
        assertThat(told.kinds()).containsExactly("Answered", "Ended");
    }

    @Test
    void aCallThatRangOutEndsOnceWhenTheResponseComesFirst() {
        givenDialed();
        hear(created(DEBTOR), ringing(DEBTOR), originated(DEBTOR, false, 3), hangup(DEBTOR, 19));
        assertThat(told.all()).containsExactly(new PbxEvent.Ringing(NOW, ATTEMPT),
                new PbxEvent.Ended(NOW, ATTEMPT, new HangupCause(19)));
    }

    @Test
    void aCallThatRangOutEndsOnceWhenTheResponseComesLast() {
        givenDialed();
        hear(created(DEBTOR), ringing(DEBTOR), hangup(DEBTOR, 19), originated(DEBTOR, false, 3));
        assertThat(told.kinds()).containsExactly("Ringing", "Ended");
    }

    /** Seen on a PBX with 200 calls a second: its failure is told through another queue than its channel. */
    @Test
    void aRefusalThatOvertakesItsOwnChannelIsNoFailureToDial() {
        givenDialed();
        hear(originated(DEBTOR, false, 5), created(DEBTOR));
        aWhileLater();
        hear(hangup(DEBTOR, 17));
        assertThat(told.all()).containsExactly(new PbxEvent.Ended(NOW, ATTEMPT, new HangupCause(17)));
    }

    @Test
    void aRefusalWithoutAChannelIsAFailureToDial() {
        givenDialed();
        hear(originated(DEBTOR, false, 0));
        aWhileLater();
        assertThat(told.kinds()).containsExactly("DialFailed");
    }

    @Test
    void aSecondOriginateThatFailsLeavesTheFirstOnesCallAlone() {
        givenDialed();
        hear(created(DEBTOR), ringing(DEBTOR), originated(DEBTOR, false, 0), up(DEBTOR), recorded(DEBTOR));
        assertThat(told.kinds()).containsExactly("Ringing", "Answered");
    }

    @ParameterizedTest
    @CsvSource({"3, 19", "5, 17", "8, 34", "0, 0", "1, 0"})
    void anEndWithoutACauseTakesTheResponsesReasonWhicheverComesFirst(int reason, int cause) {
        givenDialed();
        hear(created(DEBTOR), hangup(DEBTOR, 0));
        assertThat(told.all()).isEmpty();
        hear(originated(DEBTOR, false, reason));

        givenDialed();
        hear(created(DEBTOR), originated(DEBTOR, false, reason), hangup(DEBTOR, 0));

        PbxEvent ended = new PbxEvent.Ended(NOW, ATTEMPT, new HangupCause(cause));
        assertThat(told.all()).containsExactly(ended, ended);
    }

    @Test
    void theEndOfACallFromBeforeThisDialerIsTold() {
        hear(hangup(DEBTOR, 16));
        assertThat(told.all()).containsExactly(new PbxEvent.Ended(NOW, ATTEMPT, HangupCause.NORMAL));
    }

    @Test
    void causesOutsideQ850CountAsNone() {
        hear(hangup(DEBTOR, 487));
        assertThat(told.all()).containsExactly(new PbxEvent.Ended(NOW, ATTEMPT, HangupCause.NONE));
    }

    @Test
    void othersChannelsAreNobodysBusiness() {
        for (String id : List.of("1700000000.17", "agent-x-1", "listen-1-2-3", DEBTOR + "0")) {
            hear(created(id), ringing(id), up(id), messageBegins(id), agentIdle(id), hangup(id, 16));
        }
        assertThat(told.all()).isEmpty();
        assertThat(book.all()).isEmpty();
    }

    @Test
    void eventsThatTheLibraryInventsAreNotRead() {
        givenDialed();
        DialBeginEvent begin = new DialBeginEvent("test");
        begin.setUniqueId(DEBTOR);
        NewStateEvent invented = new NewStateEvent("test") {
            private static final long serialVersionUID = 1L;
        };
        invented.setUniqueId(DEBTOR);
        invented.setChannel("PJSIP/x-1");
        invented.setChannelState(6);
        hear(created(DEBTOR), begin, new DialEvent(begin), invented);
        assertThat(told.all()).isEmpty();
    }

    @Test
    void debtorAndAgentAreConnectedWhenBothAreInOneBridge() {
        givenAnsweredDebtorAndWaitingAgent();
        joins.begin(ATTEMPT, LEG);
        hear(enters(DEBTOR, "b", "simple_bridge"));
        assertThat(told.all()).isEmpty();
        hear(leaves(AGENT, "wait-1"), enters(AGENT, "b", "simple_bridge"), enters(AGENT, "b", "simple_bridge"));
        assertThat(told.all()).containsExactly(new PbxEvent.Connected(NOW, ATTEMPT, LEG));
    }

    @Test
    void inARoomTheDebtorIsConnectedWithEachOfTheOthers() {
        givenAnsweredDebtorAndWaitingAgent();
        LegId other = givenAnotherAgent();
        hear(entersRoom(other.toString(), "r"), entersRoom(DEBTOR, "r"), leaves(AGENT, "wait-1"),
                entersRoom(AGENT, "r"));
        assertThat(told.all()).contains(new PbxEvent.Connected(NOW, ATTEMPT, other),
                new PbxEvent.Connected(NOW, ATTEMPT, LEG));
        assertThat(parted).isEmpty();
    }

    @Test
    void whoIsConnectedInARoomHasTheDebtorAloneWhereverTheOthersAre() {
        givenAnsweredDebtorAndWaitingAgent();
        LegId other = givenAnotherAgent();
        hear(entersRoom(other.toString(), "r"), entersRoom(DEBTOR, "r"));
        joins.begin(ATTEMPT, LEG);
        hear(leaves(AGENT, "wait-1"), entersRoom(AGENT, "r"));
        assertThat(parted).containsExactly(other);
    }

    @Test
    void theAgentsLegIsIdleOnceAfterEachCallAndNotBeforeTheFirst() {
        givenAnsweredDebtorAndWaitingAgent();
        hear(enters(DEBTOR, "b", "simple_bridge"), leaves(AGENT, "wait-1"), enters(AGENT, "b", "simple_bridge"));
        told.forget();
        hear(leaves(DEBTOR, "b"), leaves(AGENT, "b"), agentIdle(AGENT), enters(AGENT, "wait-2", "holding_bridge"),
                hangup(DEBTOR, 16));
        assertThat(told.kinds()).containsExactly("AgentLegIdle", "Ended");
    }

    @Test
    void aDebtorWhoHangsUpWhileBeingConnectedFailsTheConnectFirst() {
        givenAnsweredDebtorAndWaitingAgent();
        joins.begin(ATTEMPT, LEG);
        hear(hangup(DEBTOR, 16));
        assertThat(told.kinds()).containsExactly("ConnectFailed", "Ended");
    }

    @Test
    void anAgentWhoHangsUpWhileBeingConnectedFailsTheConnectFirst() {
        givenAnsweredDebtorAndWaitingAgent();
        joins.begin(ATTEMPT, LEG);
        hear(hangup(AGENT, 16));
        assertThat(told.kinds()).containsExactly("ConnectFailed", "AgentLegDown");
    }

    @Test
    void aHeadsetThatIsNotThereIsDownOnce() {
        book.enter(AGENT, new Party.Agent(LEG)).responseDue = true;
        hear(originated(AGENT, false, 0), originated(AGENT, false, 0));
        aWhileLater();
        assertThat(told.all()).containsExactly(new PbxEvent.AgentLegDown(NOW, LEG, HangupCause.NONE));
    }

    @Test
    void aSupervisorsPhoneThatIsNotAnsweredIsAFailureToListen() {
        book.enter("listen-1-2-3", new Party.Listener(LEG)).responseDue = true;
        hear(created("listen-1-2-3"), originated("listen-1-2-3", false, 3), hangup("listen-1-2-3", 19));
        assertThat(told.kinds()).containsExactly("ListeningFailed");
    }

    @Test
    void aChannelThatWasWantedGoneBeforeItWasThereIsHungUpAsSoonAsItIs() {
        givenDialed();
        book.find(DEBTOR).orElseThrow().endWanted = true;
        hear(created(DEBTOR), ringing(DEBTOR));
        assertThat(hungUp).containsExactly(DEBTOR);
    }

    private void givenDialed() {
        book.enter(DEBTOR, new Party.Debtor(ATTEMPT)).responseDue = true;
    }

    private void givenAnsweredDebtorAndWaitingAgent() {
        givenDialed();
        book.enter(AGENT, new Party.Agent(LEG)).responseDue = true;
        hear(created(AGENT), originated(AGENT, true, 4), up(AGENT), agentIdle(AGENT),
                enters(AGENT, "wait-1", "holding_bridge"), created(DEBTOR), up(DEBTOR), recorded(DEBTOR),
                originated(DEBTOR, true, 4));
        assertThat(told.kinds()).containsExactly("AgentLegUp", "Answered");
        told.forget();
    }

    private LegId givenAnotherAgent() {
        LegId other = new LegId(new AgentId(8), 1);
        book.enter(other.toString(), new Party.Agent(other));
        hear(created(other.toString()), up(other.toString()));
        told.forget();
        return other;
    }

    private void hear(ManagerEvent... events) {
        for (ManagerEvent event : events) {
            translator.translate(event);
        }
    }

    private void aWhileLater() {
        later.forEach(Runnable::run);
        later.clear();
    }
}
