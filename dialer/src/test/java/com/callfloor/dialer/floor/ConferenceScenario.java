package com.callfloor.dialer.floor;

import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;

import static org.assertj.core.api.Assertions.assertThat;

/** Ann talks to a debtor; Bo is asked in, or the supervisor Su comes in. */
abstract class ConferenceScenario extends FloorScenario {
    static final Agent SU = new Agent(new AgentId(9), "su", "Su", new Extension("92001"));

    LegId annsLeg = new LegId(ANN, 0);
    LegId bosLeg = new LegId(BO, 0);

    AttemptId consulting(Floor floor) {
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        ready(floor, BO);
        bosLeg = pbx.rung.getLast();
        consulted(floor, call);
        return call;
    }

    void consulted(Floor floor, AttemptId call) {
        var unused = asked(floor.talks().transfer(call, ANNS, BO, TransferKind.WARM));
        tell(new PbxEvent.Held(now(), call));
        tell(new PbxEvent.AgentsMet(now(), annsLeg, bosLeg));
    }

    AttemptId three(Floor floor) {
        AttemptId call = consulting(floor);
        together(floor, call);
        return call;
    }

    void together(Floor floor, AttemptId call) {
        CompletableFuture<FloorReply> reply = asked(floor.talks().confer(call, ANNS));
        tell(new PbxEvent.Connected(now(), call, bosLeg));
        tell(new PbxEvent.Connected(now(), call, annsLeg));
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        pbx.parted.clear();
    }

    LegId barged(Floor floor, AttemptId call) {
        assertThat(asked(floor.bargeIn(ANN, SU)).join()).isInstanceOf(Accepted.class);
        LegId sus = pbx.rung.getLast();
        assertThat(sus.agent()).isEqualTo(SU.id());
        tell(new PbxEvent.AgentLegUp(now(), sus));
        tell(new PbxEvent.Connected(now(), call, sus));
        tell(new PbxEvent.Connected(now(), call, annsLeg));
        return sus;
    }
}
