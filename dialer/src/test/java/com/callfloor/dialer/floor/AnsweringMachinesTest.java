package com.callfloor.dialer.floor;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The PBX listens for a machine before anybody is put through. */
class AnsweringMachinesTest extends FloorScenario {
    private Floor floor;
    private AttemptId attempt;

    @BeforeEach
    void aDebtorAnswers() {
        machines = AnsweringMachines.HANG_UP;
        floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
    }

    @Test
    void thePbxIsTold() {
        assertThat(pbx.dialed.getFirst().machines()).isEqualTo(AnsweringMachines.HANG_UP);
    }

    @Test
    void aListedContactsMachineIsLeftNoMessage() {
        machines = AnsweringMachines.LEAVE_MESSAGE;
        Floor other = openFloor(List.of());
        ledger.dueCaseForInformation();
        ready(other, BO);

        assertThat(pbx.dialed.getLast().machines()).isEqualTo(AnsweringMachines.HANG_UP);
    }

    @Test
    void nobodyIsJoinedWhileItListens() {
        thread.tick();

        assertThat(pbx.joined).isEmpty();
        assertThat(floor.current().calls()).singleElement()
                .satisfies(call -> assertThat(call.state().code()).isEqualTo("detecting"));
    }

    @ParameterizedTest
    @EnumSource(value = AnsweredBy.class, names = {"HUMAN", "UNSURE"})
    void aPersonAndWhoeverMayBeOneIsPutThrough(AnsweredBy by) {
        tell(new PbxEvent.Detected(now(), attempt, by));

        assertThat(pbx.joined).singleElement().satisfies(join -> assertThat(join.attempt()).isEqualTo(attempt));
        assertThat(facts).contains(new FloorFact.Detected(now(), attempt, by));
    }

    @Test
    void aMachineEndsAsAMachineAndItsAgentIsFreeForTheNextCallAtOnce() {
        ledger.dueCases(1);

        tell(new PbxEvent.Detected(now(), attempt, AnsweredBy.MACHINE));
        assertThat(pbx.dialed).hasSize(2);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(pbx.joined).isEmpty();
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.MACHINE);
        assertThat(recordings).hasSize(1);
        assertThat(floor.current().today().answered()).isZero();
    }

    @Test
    void whoHangsUpWhileItListensIsAbandoned() {
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void anAnswerThatIsFoundAfterAConnectWaitsForTheVerdictToo() {
        link(List.of(new LiveAttempt(attempt, true, Optional.empty())), pbx.rung);

        assertThat(pbx.joined).isEmpty();
        tell(new PbxEvent.Detected(now(), attempt, AnsweredBy.HUMAN));
        assertThat(pbx.joined).hasSize(1);
    }
}
