package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.dispositions.WrapUp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who takes an answered call, on a floor where Bo is free and Ann is in a call. */
class ChosenAgentsTest extends FloorScenario {
    @Test
    void aCallBackGoesToTheAgentWhoAgreedToItIfThatOneGetsFreeInTime() {
        ledger.pastAgents = new PastAgents(Optional.of(ANN), Optional.of(ANN));
        AnnTalks floor = annTalksAndBoIsFree();

        AttemptId callBack = floor.answeredCall();
        assertThat(pbx.joined).as("it waits for Ann").hasSize(1);
        clock.pass(Duration.ofMillis(600));
        floor.annIsFree();

        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(callBack, floor.annsLeg()));
    }

    @Test
    void whenTheMomentIsOverWhoHasBeenFreeLongestTakesIt() {
        ledger.pastAgents = new PastAgents(Optional.of(ANN), Optional.of(ANN));
        AnnTalks floor = annTalksAndBoIsFree();

        AttemptId callBack = floor.answeredCall();
        clock.pass(Duration.ofMillis(900));
        thread.tick();
        assertThat(pbx.joined).hasSize(1);
        clock.pass(Duration.ofMillis(100));
        thread.tick();

        assertThat(pbx.joined.getLast().attempt()).isEqualTo(callBack);
        assertThat(pbx.joined.getLast().leg().agent()).isEqualTo(BO);
        assertThat(stateOf(floor.floor(), BO)).isInstanceOf(AgentState.OnCall.class);
    }

    @Test
    void theLastAgentIsNotWaitedFor() {
        ledger.pastAgents = new PastAgents(Optional.of(ANN), Optional.empty());

        annTalksAndBoIsFree().answeredCall();

        assertThat(pbx.joined.getLast().leg().agent()).isEqualTo(BO);
    }

    @Test
    void aCaseThatNeedsASkillWaitsForAnAgentWhoHasIt() {
        skills = new Skills(Map.of("ann", Set.of("legal")), Map.of(), Map.of("Car loan", Set.of("legal")));
        ledger.product = "Car loan";
        AnnTalks floor = annTalksAndBoIsFree();

        AttemptId needing = floor.answeredCall();
        assertThat(pbx.joined).hasSize(1);
        floor.annIsFree();

        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(needing, floor.annsLeg()));
    }

    @Test
    void whoWaitsForACertainAgentDoesNotHoldUpTheOthers() {
        ledger.pastAgents = new PastAgents(Optional.of(ANN), Optional.of(ANN));
        AnnTalks floor = annTalksAndBoIsFree();
        floor.answeredCall();
        ledger.pastAgents = PastAgents.NONE;

        AttemptId next = floor.answeredCall();

        assertThat(pbx.joined.getLast().attempt()).isEqualTo(next);
        assertThat(pbx.joined.getLast().leg().agent()).isEqualTo(BO);
    }

    private record AnnTalks(ChosenAgentsTest test, Floor floor, AttemptId first) {
        AttemptId answeredCall() {
            test.ledger.dueCases(1);
            test.look(floor);
            AttemptId attempt = test.lastDialed();
            test.tell(new PbxEvent.Answered(test.now(), attempt));
            return attempt;
        }

        LegId annsLeg() {
            return test.pbx.joined.getFirst().leg();
        }

        void annIsFree() {
            test.tell(new PbxEvent.Ended(test.now(), first, HangupCause.NORMAL));
            test.tell(new PbxEvent.AgentLegIdle(test.now(), annsLeg()));
            var unused = floor.dispose(first, ANN, WrapUp.of(Disposition.REFUSES, null));
            test.thread.runAll();
        }
    }

    private AnnTalks annTalksAndBoIsFree() {
        PastAgents wanted = ledger.pastAgents;
        String product = ledger.product;
        ledger.pastAgents = PastAgents.NONE;
        ledger.product = null;
        Floor floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId first = onlyDialed();
        tell(new PbxEvent.Answered(now(), first));
        tell(new PbxEvent.Connected(now(), first, pbx.joined.getFirst().leg()));
        clock.pass(Duration.ofMinutes(1));
        ready(floor, BO);
        pacing = FloorLoad.placing(load -> 1);
        ledger.pastAgents = wanted;
        ledger.product = product;
        return new AnnTalks(this, floor, first);
    }
}
