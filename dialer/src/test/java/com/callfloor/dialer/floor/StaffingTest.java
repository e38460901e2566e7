package com.callfloor.dialer.floor;

import java.util.List;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** People come and go while the floor runs. */
class StaffingTest extends FloorScenario {
    private static final Agent CY = new Agent(new AgentId(77), "cy", "Cy", new Extension("1077"));
    private static final Agent ANN_HERSELF = new Agent(ANN, "ann", "Ann", new Extension("1001"));

    private final Floor floor = openFloor(List.of());

    @Test
    void aNewAgentTakesCallsWithoutARestart() {
        ledger.dueCases(1);

        staffIs(ANN_HERSELF, CY);
        ready(floor, CY.id());

        assertThat(pbx.dialed).hasSize(1);
        assertThat(floor.current().agents()).extracting(view -> view.agent().login()).contains("cy");
    }

    @Test
    void anotherPhoneIsRungFromTheNextTimeOn() {
        staffIs(new Agent(ANN, "ann", "Ann", new Extension("1099")));

        ready(floor, ANN);

        assertThat(floor.current().agents().getFirst().agent().extension()).isEqualTo(new Extension("1099"));
    }

    @Test
    void whoeverLeavesIsSignedOutAndFromACallOnlyAfterIt() {
        ledger.dueCases(1);
        ready(floor, ANN);
        LegId leg = pbx.rung.getLast();
        AttemptId attempt = onlyDialed();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, leg));
        ready(floor, BO);

        staffIs();

        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.SignedOut.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(floor.current().agents().getFirst().next()).isNotNull();
    }

    @Test
    void whoeverChoosesAnotherHeadsetIsRungOnThatOneAndKeepsItWhenTheStaffChanges() {
        ready(floor, ANN);
        LegId before = pbx.rung.getLast();

        assertThat(answerOf(floor.headset(ANN, new Extension("91001")))).isEqualTo(new Accepted());
        staffIs(ANN_HERSELF, CY);

        assertThat(pbx.legsHungUp).containsExactly(before);
        assertThat(floor.current().agents().getFirst().agent().extension()).isEqualTo(new Extension("91001"));
    }

    @Test
    void theHeadsetStaysWhatItIsDuringACall() {
        ledger.dueCases(1);
        ready(floor, ANN);
        LegId leg = pbx.rung.getLast();
        tell(new PbxEvent.Answered(now(), onlyDialed()));
        tell(new PbxEvent.Connected(now(), onlyDialed(), leg));

        assertThat(answerOf(floor.headset(ANN, new Extension("91001")))).isInstanceOf(Refused.class);
        assertThat(pbx.legsHungUp).isEmpty();
    }

    @Test
    void aChoiceIsForgottenWithTheDeskPhoneItWasMadeFor() {
        var unused = floor.headset(ANN, new Extension("91001"));
        thread.runAll();

        staffIs(new Agent(ANN, "ann", "Ann", new Extension("1055")));

        assertThat(floor.current().agents().getFirst().agent().extension()).isEqualTo(new Extension("1055"));
    }

    private void staffIs(Agent... agents) {
        floor.staffChanged(List.of(agents));
        thread.runAll();
    }
}
