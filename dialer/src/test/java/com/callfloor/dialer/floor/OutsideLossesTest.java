package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.PbxEvent.Snapshot;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.OutsideTransfer.Stage;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** On its way to the outside a talk loses an event, the link, a phone or its point; no line, agent or debtor is stranded. */
class OutsideLossesTest extends OutsideScenario {
    @Test
    void aLineWhoseEndNobodyHeardIsFreeWhenTheLinkIsBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = consulting(floor, call);
        var cancelled = asked(floor.talks().cancelTransfer(call, ANNS));

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        assertThat(cancelled).isDone();
        link(List.of(new LiveAttempt(call, true, List.of(legOf(ANN)), false)), pbx.rung);

        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    @Test
    void aLineWhoseEndNobodyHeardIsFreeWithTheNextList() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = consulting(floor, call);
        var cancelled = asked(floor.talks().cancelTransfer(call, ANNS));
        assertIsTakenBack(floor, call);
        assertThat(cancelled).isDone();

        clock.pass(Duration.ofSeconds(30));
        tell(list(new LiveAttempt(call, true, List.of(legOf(ANN)), false)));

        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    @Test
    void whoHasJustBeenRungMayBeMissingFromTheList() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        var unused = transfer(floor, call);
        tell(new PbxEvent.Held(now(), call));

        clock.pass(Duration.ofSeconds(1));
        tell(list(onHold(call)));

        assertThat(stage(floor)).contains(Stage.RINGING);
        assertThat(linesLeft(floor)).isEqualTo(8);
    }

    @Test
    void whoseHangingUpNobodyHeardWhileTheAgentTalksToThemBringsTheDebtorBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        List<FloorChange> told = heardBy(floor);
        OutsideLeg leg = consulting(floor, call);

        clock.pass(Duration.ofSeconds(30));
        tell(new Snapshot(now(), List.of(onHold(call)), pbx.rung, List.of(), List.of(leg)));
        assertThat(stage(floor)).contains(Stage.CONSULTING);
        tell(list(onHold(call)));

        assertThat(told).contains(new FloorChange.TransferFailed(ANN, LEGAL,
                new Words("Harbour legal hung up", "海港法务部已挂断")));
        assertIsTakenBack(floor, call);
        assertThat(linesLeft(floor)).isEqualTo(9);
    }

    private Snapshot list(LiveAttempt live) {
        return new Snapshot(now(), List.of(live), pbx.rung, List.of());
    }

    private static LiveAttempt onHold(AttemptId call) {
        return new LiveAttempt(call, true, List.of(), true);
    }
}
