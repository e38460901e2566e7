package com.callfloor.dialer.floor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideDestination.Permission;
import com.callfloor.dialer.supervision.OutsideTransfer.Stage;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.trunks.CallerId;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** A floor whose first lender has a legal department outside it, and the words for a transfer to there. */
abstract class OutsideScenario extends FloorScenario {
    static final Requester SUE = new Requester.Supervisor(9);
    static final Words LEGAL = new Words("Harbour legal", "海港法务部");
    static final PhoneNumber SHOWN = new PhoneNumber("+862160000001");

    @BeforeEach
    void harbourHasALegalDepartment() {
        trunks = List.of(new Trunk("carrier", 10, 100, List.of(new CallerId(SHOWN, Set.of(CallerId.ANYWHERE)))));
        outside = List.of(destination("legal", LEGAL, "+862160000002", Permission.AGENTS),
                destination("board", new Words("Board", "董事会"), "+862160000003", Permission.SUPERVISORS));
        ledger.lender = "Harbour";
    }

    static OutsideDestination destination(String name, Words label, String number, Permission permission) {
        return new OutsideDestination(name, label, new PhoneNumber(number), "", Set.of("Harbour"), permission);
    }

    CompletableFuture<FloorReply> transfer(Floor floor, AttemptId call) {
        return asked(floor.talks().transferOutside(call, ANNS, "legal"));
    }

    OutsideLeg rung() {
        return pbx.outside.getLast().leg();
    }

    OutsideLeg consulting(Floor floor, AttemptId call) {
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));
        tell(new PbxEvent.OutsideAnswered(now(), rung()));
        tell(new PbxEvent.OutsideMet(now(), rung(), legOf(ANN)));
        return rung();
    }

    OutsideLeg putThrough(Floor floor, AttemptId call) {
        OutsideLeg leg = consulting(floor, call);
        var unused = asked(floor.talks().completeTransfer(call, ANNS));
        tell(new PbxEvent.OutsideConnected(now(), leg));
        return leg;
    }

    void assertIsTakenBack(Floor floor, AttemptId call) {
        assertThat(pbx.joined.getLast()).isEqualTo(new FakePbx.Join(call, legOf(ANN)));
        tell(new PbxEvent.Connected(now(), call, legOf(ANN)));
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(live(floor).state()).isInstanceOf(CallState.Connected.class);
        assertThat(stage(floor)).isEmpty();
    }

    static List<LiveAttempt> with(AttemptId call, OutsideLeg leg) {
        return List.of(new LiveAttempt(call, true, List.of(), false, Optional.of(leg)));
    }

    List<String> names(Floor floor, AttemptId call, Requester by) {
        var reply = floor.talks().outsideDestinations(call, by).toCompletableFuture();
        thread.runAll();
        return reply.join().stream().map(OutsideDestination::name).toList();
    }

    int linesLeft(Floor floor) {
        var view = floor.trunks().toCompletableFuture();
        thread.runAll();
        return view.join().getFirst().room();
    }

    static Optional<Stage> stage(Floor floor) {
        return Optional.ofNullable(floor.current().pops().get(ANN))
                .flatMap(pop -> Optional.ofNullable(pop.outside()))
                .map(outside -> outside.stage());
    }
}
