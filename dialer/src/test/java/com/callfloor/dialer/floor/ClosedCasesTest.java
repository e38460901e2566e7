package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A case is paid or withdrawn while the floor is at work on it. */
class ClosedCasesTest extends FloorScenario {
    private static final CaseId CASE = new CaseId(1);

    @Test
    void aRingingPhoneFallsSilentAndTheBooksSayWhy() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = dialed(floor);
        tell(new PbxEvent.Ringing(now(), attempt));

        close(floor, ClosedBecause.PAID);
        assertThat(pbx.hungUp).containsExactly(attempt);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(english(closed(attempt).note())).contains("the debt was paid");
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void aCallThatRingsOnlyLaterIsEndedOnceItDoes() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = dialed(floor);
        close(floor, ClosedBecause.WITHDRAWN);

        tell(new PbxEvent.Ringing(now(), attempt));

        assertThat(pbx.hungUp).containsExactly(attempt, attempt);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        assertThat(english(closed(attempt).note())).contains("the lender withdrew the case");
    }

    @Test
    void whatIsBeingReservedIsNotDialed() {
        List<Runnable> reservations = new ArrayList<>();
        Floor floor = openFloor(List.of(), reservations::add);
        ledger.dueCases(1);
        ready(floor, ANN);
        assertThat(reservations).isNotEmpty();

        close(floor, ClosedBecause.PAID);
        reservations.forEach(Runnable::run);
        thread.runAll();

        assertThat(pbx.dialed).isEmpty();
        assertThat(facts).anySatisfy(fact -> assertThat(fact).isInstanceOfSatisfying(FloorFact.Closed.class,
                closed -> assertThat(closed.note())
                        .isEqualTo(new Words("not dialed: the debt was paid", "未拨打：欠款已还清"))));
    }

    @Test
    void aCaseThatIsDueAgainIsDialedAtOnce() {
        Floor floor = openFloor(List.of());
        close(floor, ClosedBecause.PAID);
        ready(floor, ANN);
        ledger.dueCases(1);

        floor.casesReopened(Set.of(CASE));
        thread.runAll();

        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void theBarEndsWithTheLastReservationThatMayBeOnItsWay() {
        Floor floor = openFloor(List.of());
        close(floor, ClosedBecause.PAID);
        clock.pass(Duration.ofSeconds(4));
        ledger.dueCases(1);

        ready(floor, ANN);

        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void otherCallsGoOn() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = dialed(floor);
        tell(new PbxEvent.Ringing(now(), attempt));

        floor.casesClosed(Set.of(new CaseId(2)), ClosedBecause.PAID);
        thread.runAll();

        assertThat(pbx.hungUp).isEmpty();
    }

    @Test
    void aConversationGoesOnAndItsAgentIsTold() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = dialed(floor);
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, pbx.rung.getLast()));
        List<FloorChange> told = heardBy(floor);

        close(floor, ClosedBecause.PAID);

        assertThat(pbx.hungUp).isEmpty();
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(told).contains(new FloorChange.CaseClosed(ANN, "C-1", ClosedBecause.PAID));
    }

    @Test
    void nobodyGoesOnLookingAtAClosedCase() {
        Floor floor = openFloor(List.of());
        mode(floor, CampaignMode.PREVIEW);
        ledger.dueCases(1);
        ready(floor, ANN);
        assertThat(floor.current().previews()).containsKey(ANN);

        close(floor, ClosedBecause.WITHDRAWN);

        assertThat(floor.current().previews()).isEmpty();
        assertThat(facts).noneMatch(FloorFact.PutBack.class::isInstance);
        clock.pass(Duration.ofSeconds(30));
        thread.tick();
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void aCaseThatWasPickedForALookBeforeIsShownToNobody() {
        List<Runnable> questions = new ArrayList<>();
        Floor floor = openFloor(List.of(), questions::add);
        mode(floor, CampaignMode.PREVIEW);
        ledger.dueCases(1);
        ready(floor, ANN);

        close(floor, ClosedBecause.PAID);
        List<Runnable> asked = List.copyOf(questions);
        questions.clear();
        asked.forEach(Runnable::run);
        thread.runAll();

        assertThat(floor.current().previews()).isEmpty();
    }

    private AttemptId dialed(Floor floor) {
        ledger.dueCases(1);
        ready(floor, ANN);
        return lastDialed();
    }

    private void close(Floor floor, ClosedBecause why) {
        floor.casesClosed(Set.of(CASE), why);
        thread.runAll();
    }
}
