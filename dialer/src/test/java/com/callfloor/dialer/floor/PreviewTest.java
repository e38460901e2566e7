package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.SkipReason;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Agents look at a case before it is called. */
class PreviewTest extends FloorScenario {
    private Floor floor = open();

    private Floor open() {
        Floor opened = openFloor(List.of());
        mode(opened, CampaignMode.PREVIEW);
        return opened;
    }

    @Test
    void aFreeAgentIsShownACaseAndNothingIsReservedOrDialed() {
        Preview preview = shownTo(ANN);

        assertThat(preview.card().caseRef()).isEqualTo("C-1");
        assertThat(preview.numberMasked()).isEqualTo("138****8000");
        assertThat(preview.callsAt()).isEqualTo(now().plusSeconds(20));
        assertThat(preview.decision().allowed()).isTrue();
        assertThat(pbx.dialed).isEmpty();
        assertThat(ledger.single).isEmpty();
        assertThat(floor.current().today().attempts()).isZero();
    }

    @Test
    void theCallThatTheAgentAsksForGoesToThatAgent() {
        Preview preview = shownTo(BO);
        ready(floor, ANN);

        assertThat(call(preview, BO)).isEqualTo(new Accepted());

        assertThat(onlyDialed()).isEqualTo(preview.id());
        assertThat(seenBy(BO).calling()).isTrue();
        tell(new PbxEvent.Answered(now(), preview.id()));
        assertThat(pbx.joined).extracting(join -> join.leg().agent()).containsExactly(BO);
        assertThat(floor.current().previews()).isEmpty();
        assertThat(floor.current().pops()).containsOnlyKeys(BO);
    }

    @Test
    void theTimerPlacesTheCall() {
        Preview preview = shownTo(ANN);
        clock.pass(Duration.ofSeconds(19));
        thread.tick();
        assertThat(pbx.dialed).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        thread.tick();

        assertThat(onlyDialed()).isEqualTo(preview.id());
    }

    @Test
    void withoutATimerNothingIsPlacedByItself() {
        previewTime = Duration.ZERO;
        floor = open();
        Preview preview = shownTo(ANN);

        clock.pass(Duration.ofMinutes(20));
        thread.tick();

        assertThat(preview.callsAt()).isNull();
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void aSkippedCaseIsWrittenWithItsReasonAndTheNextOneIsShown() {
        ledger.dueCases(2);
        ready(floor, ANN);
        Preview first = seenBy(ANN);

        assertThat(answerOf(floor.skip(first.id(), ANN, SkipReason.PROMISED))).isEqualTo(new Accepted());

        assertThat(facts).contains(new FloorFact.Skipped(now(), new CaseId(1), ANN, SkipReason.PROMISED,
                now().plus(Duration.ofMinutes(10))));
        assertThat(seenBy(ANN).card().caseRef()).isEqualTo("C-2");
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void whatTheRulesDenyAtTheInstantOfDialingIsNotCalledAndTheNextCaseIsShown() {
        ledger.dueCases(2);
        ready(floor, ANN);
        ledger.denyNext = true;

        FloorReply answer = call(seenBy(ANN), ANN);

        assertThat(answer).isInstanceOf(FloorReply.Denied.class);
        assertThat(pbx.dialed).isEmpty();
        assertThat(seenBy(ANN).card().caseRef()).isEqualTo("C-2");
    }

    @Test
    void whatTheRulesDenyTheTimerIsToldToTheAgent() {
        shownTo(ANN);
        var told = new ArrayList<FloorChange>();
        floor.subscribe(told::add);
        ledger.denyNext = true;
        clock.pass(Duration.ofSeconds(20));

        thread.tick();

        assertThat(told).filteredOn(FloorChange.CallDenied.class::isInstance)
                .extracting(change -> ((FloorChange.CallDenied) change).agent())
                .containsExactly(ANN);
    }

    @Test
    void twoAgentsNeverLookAtTheSameCase() {
        ledger.dueCases(1);
        ready(floor, ANN);
        ledger.dueCases(1);
        look(floor);
        ready(floor, BO);

        assertThat(floor.current().previews()).containsOnlyKeys(ANN);
    }

    @Test
    void whoeverLeavesGivesTheCaseBack() {
        Preview preview = shownTo(ANN);

        wish(floor, ANN, new AgentWish.Break(BreakReason.REST));

        assertThat(facts).contains(
                new FloorFact.PutBack(now(), new CaseId(1), preview.since().plus(Duration.ofMinutes(60))));
        assertThat(floor.current().previews()).isEmpty();
    }

    @Test
    void anotherModeTakesTheCaseAwayAndCallsByItsOwnRule() {
        shownTo(ANN);
        ledger.dueCases(1);

        mode(floor, CampaignMode.PROGRESSIVE);
        look(floor);

        assertThat(facts).anyMatch(FloorFact.PutBack.class::isInstance);
        assertThat(pbx.dialed).hasSize(1);
    }

    @Test
    void phonesThatRingFromAnotherModeComeBeforeALook() {
        mode(floor, CampaignMode.PROGRESSIVE);
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId ringing = onlyDialed();
        ledger.dueCases(1);

        mode(floor, CampaignMode.PREVIEW);
        look(floor);

        assertThat(floor.current().previews()).isEmpty();
        tell(new PbxEvent.Answered(now(), ringing));
        assertThat(pbx.joined).hasSize(1);
    }

    @Test
    void nobodyElseCallsOrSkipsIt() {
        Preview preview = shownTo(ANN);
        ready(floor, BO);

        assertThat(refusal(call(preview, BO))).contains(Refusal.NO_SUCH_PREVIEW);
        assertThat(refusal(answerOf(floor.skip(preview.id(), BO, SkipReason.OTHER))))
                .contains(Refusal.NO_SUCH_PREVIEW);
        assertThat(pbx.dialed).isEmpty();
    }

    @Test
    void aCallThatNobodyAnswersLeavesTheAgentFreeForTheNextCase() {
        ledger.dueCases(2);
        ready(floor, ANN);
        Preview first = seenBy(ANN);
        call(first, ANN);

        tell(new PbxEvent.Ended(now(), first.id(), new HangupCause(17)));

        assertThat(seenBy(ANN).card().caseRef()).isEqualTo("C-2");
    }

    @Test
    void inModeManualTheAgentCallsACaseOfTheAgentsChoice() {
        mode(floor, CampaignMode.MANUAL);
        ledger.dueCases(1);
        ready(floor, ANN);
        assertThat(pbx.dialed).as("nothing is called by itself").isEmpty();

        assertThat(answerOf(floor.call(new CaseId(7), ANN))).isEqualTo(new Accepted());

        assertThat(ledger.single).containsExactly(new CaseId(7));
        assertThat(seenBy(ANN).card().caseRef()).isEqualTo("C-7");
        ready(floor, BO);
        tell(new PbxEvent.Answered(now(), onlyDialed()));
        assertThat(pbx.joined).extracting(join -> join.leg().agent()).containsExactly(ANN);
    }

    @Test
    void aChosenCaseThatTheRulesDenyIsNotCalled() {
        mode(floor, CampaignMode.MANUAL);
        ready(floor, ANN);
        ledger.denyNext = true;

        assertThat(answerOf(floor.call(new CaseId(7), ANN))).isInstanceOf(FloorReply.Denied.class);

        assertThat(pbx.dialed).isEmpty();
        assertThat(answerOf(floor.call(new CaseId(8), ANN))).as("the agent is free again").isEqualTo(new Accepted());
    }

    @Test
    void casesAreChosenInModeManualAndByFreeAgentsOnly() {
        ready(floor, ANN);
        assertThat(refusal(answerOf(floor.call(new CaseId(7), ANN)))).contains(Refusal.NOT_NOW);

        mode(floor, CampaignMode.MANUAL);

        assertThat(refusal(answerOf(floor.call(new CaseId(7), BO)))).contains(Refusal.NOT_NOW);
        assertThat(pbx.dialed).isEmpty();
    }

    private Preview shownTo(AgentId agent) {
        ledger.dueCases(1);
        ready(floor, agent);
        return seenBy(agent);
    }

    private Preview seenBy(AgentId agent) {
        return requireNonNull(floor.current().previews().get(agent));
    }

    private FloorReply call(Preview preview, AgentId agent) {
        return answerOf(floor.callPreviewed(preview.id(), agent));
    }

    private static Optional<Refusal> refusal(FloorReply reply) {
        return reply instanceof Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }
}
