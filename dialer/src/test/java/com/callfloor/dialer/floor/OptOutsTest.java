package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who finds no agent presses the key. Every case of the fake ledger has the same number. */
class OptOutsTest extends FloorScenario {
    @Test
    void itIsWrittenWithTheTimeOfThePressAndForgottenByThePbxOnceItIsOnDisk() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = abandoned(floor);
        Instant pressed = now().minusSeconds(2);

        tell(new PbxEvent.OptedOut(pressed, attempt));

        assertThat(facts).contains(new FloorFact.OptedOut(pressed, attempt));
        assertThat(pbx.optOutsForgotten).isEmpty();
        written(floor, attempt);
        assertThat(pbx.optOutsForgotten).containsExactly(attempt);
    }

    @Test
    void nobodyIsDialedBeforeThePbxHasToldWhoOptedOutWhileTheDialerWasAway() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        ledger.dueCases(1);

        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new PbxEvent.Snapshot(now(), List.of(), pbx.rung, List.of()));
        look(floor);
        assertThat(pbx.dialed).isEmpty();
        tell(new PbxEvent.OptOutsTold(now()));

        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void whileAnOptOutIsBeingWrittenNothingIsReserved() {
        Floor floor = openFloor(List.of());
        ready(floor, ANN);
        AttemptId longOver = AttemptId.next(now().minusSeconds(600), new Random(5));
        tell(new PbxEvent.OptedOut(now().minusSeconds(590), longOver));
        ledger.dueCases(1);
        look(floor);
        assertThat(pbx.dialed).isEmpty();

        written(floor, longOver);

        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void whileAnOptOutIsBeingWrittenNoAgentCallsACaseOfTheirChoiceEither() {
        Floor floor = openFloor(List.of());
        mode(floor, CampaignMode.MANUAL);
        ready(floor, ANN);
        AttemptId longOver = AttemptId.next(now().minusSeconds(600), new Random(5));
        tell(new PbxEvent.OptedOut(now().minusSeconds(590), longOver));

        assertThat(answerOf(floor.call(new CaseId(1), ANN))).isInstanceOf(FloorReply.Refused.class);
        assertThat(ledger.single).isEmpty();

        written(floor, longOver);
        assertThat(answerOf(floor.call(new CaseId(1), ANN))).isEqualTo(new FloorReply.Accepted());
    }

    @Test
    void oneThatWasPressedWhileTheDialerWasAwayIsWrittenToo() {
        openFloor(List.of());
        AttemptId longOver = AttemptId.next(now().minusSeconds(600), new Random(5));

        tell(new PbxEvent.OptedOut(now().minusSeconds(590), longOver));

        assertThat(facts).contains(new FloorFact.OptedOut(now().minusSeconds(590), longOver));
    }

    @Test
    void aReservationThatWasMadeBeforeTheFactWasOnDiskIsNotDialed() {
        var reservations = new ArrayList<Runnable>();
        Floor floor = floor(List.of(), Map.of(), reservations::add);
        floor.open();
        thread.runAll();
        link(List.of(), List.of());
        ledger.dueCases(1);
        ready(floor, ANN);
        run(reservations);
        AttemptId attempt = onlyDialed();
        wish(floor, ANN, new AgentWish.SignedOut());
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.MessageStarted(now(), attempt));
        ledger.dueCases(1);
        ready(floor, BO);

        tell(new PbxEvent.OptedOut(now(), attempt));
        written(floor, attempt);
        run(reservations);

        assertThat(pbx.dialed).hasSize(1);
        assertThat(facts).anySatisfy(fact -> assertThat(fact).isInstanceOfSatisfying(FloorFact.Closed.class,
                closed -> assertThat(english(closed.note())).contains("opted out")));
    }

    @Test
    void afterwardsTheRulesAloneDecide() {
        Floor floor = openFloor(List.of());
        AttemptId attempt = abandoned(floor);
        tell(new PbxEvent.OptedOut(now(), attempt));
        written(floor, attempt);
        tell(new PbxEvent.Ended(now(), attempt, HangupCause.NORMAL));
        clock.pass(Duration.ofSeconds(4));
        ledger.dueCases(1);

        ready(floor, BO);

        assertThat(pbx.dialed).hasSize(2);
        assertThat(closed(attempt).outcome()).isEqualTo(Outcome.ABANDONED);
    }

    private AttemptId abandoned(Floor floor) {
        AgentId agent = ANN;
        ledger.dueCases(1);
        ready(floor, agent);
        AttemptId attempt = lastDialed();
        wish(floor, agent, new AgentWish.SignedOut());
        tell(new PbxEvent.Answered(now(), attempt));
        tell(new PbxEvent.MessageStarted(now(), attempt));
        return attempt;
    }

    private void written(Floor floor, AttemptId attempt) {
        floor.written(new FloorFact.OptedOut(now(), attempt));
        thread.runAll();
    }

    private void run(List<Runnable> reservations) {
        List<Runnable> due = List.copyOf(reservations);
        reservations.clear();
        due.forEach(Runnable::run);
        thread.runAll();
    }
}
