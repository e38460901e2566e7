package com.callfloor.dialer.floor;

import java.util.List;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an agent in a call asks for begins when the call is wrapped up. */
class LeavingAfterTheCallTest extends FloorScenario {
    private static final AgentWish LUNCH = new AgentWish.Break(BreakReason.LUNCH);

    private List<BusyAgent> busy = List.of();
    private final Floor floor;
    private final AttemptId attempt;

    LeavingAfterTheCallTest() {
        pacing = (picture, campaign) -> {
            busy = picture.busy();
            return new Pace(picture.free(), () -> Words.same("one call for each free agent"));
        };
        floor = openFloor(List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        attempt = onlyDialed();
        LegId leg = pbx.rung.getLast();
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.Connected(now(), attempt, leg));
    }

    @Test
    void aBreakAskedForInACallIsShownAtOnceAndBeginsWithTheDisposition() {
        assertThat(wish(floor, ANN, LUNCH)).isEqualTo(new Accepted());

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.OnCall.class);
        assertThat(floor.current().agents().getFirst().next()).isEqualTo(LUNCH);
        hangUpAndDispose();
        assertThat(stateOf(floor, ANN)).isEqualTo(new AgentState.OnBreak(now(), "lunch"));
        assertThat(floor.current().agents().getFirst().next()).isNull();
    }

    @Test
    void aSignOutAskedForInWrapUpDropsTheHeadsetAfterIt() {
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));

        wish(floor, ANN, new AgentWish.SignedOut());
        dispose();

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.SignedOut.class);
        assertThat(pbx.legsHungUp).containsExactly(pbx.rung.getLast());
    }

    @Test
    void itCanBeTakenBack() {
        wish(floor, ANN, LUNCH);

        wish(floor, ANN, new AgentWish.Ready());
        hangUpAndDispose();

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void pacingDoesNotCountOnWhoLeaves() {
        look(floor);
        assertThat(busy).extracting(BusyAgent::leaves).containsExactly(false);

        wish(floor, ANN, LUNCH);
        look(floor);

        assertThat(busy).extracting(BusyAgent::leaves).containsExactly(true);
    }

    private void hangUpAndDispose() {
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        dispose();
    }

    private void dispose() {
        var reply = floor.dispose(attempt, ANN, WrapUp.of(Disposition.REFUSES, null)).toCompletableFuture();
        thread.runAll();
        assertThat(reply.join()).isEqualTo(new Accepted());
    }
}
