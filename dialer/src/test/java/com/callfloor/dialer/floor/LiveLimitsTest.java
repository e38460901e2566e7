package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.trunks.TrunkLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits that are changed while calls are up. Ratio mode dials two for each free agent. */
class LiveLimitsTest extends FloorScenario {
    @Test
    void aLowerLimitEndsNoCallAndLetsNoNewOneBegin() {
        Floor floor = ringingFloor(4);

        limit(floor, CampaignLimits.NONE.withLines(1));
        look(floor);

        assertThat(pbx.hungUp).isEmpty();
        assertThat(floor.current().calls()).hasSize(4);

        endAll(3);
        assertThat(pbx.dialed).as("one is still up").hasSize(4);

        endAll(1);
        assertThat(pbx.dialed).as("a line is free").hasSize(5);
        assertThat(floor.current().why()).contains("the campaign's own limit is 1 calls at once");

        limit(floor, CampaignLimits.NONE);
        assertThat(floor.current().calls()).hasSize(4);
    }

    @Test
    void aLimitOfRingingCallsDoesNotCountTheAnswered() {
        Floor floor = openFloor(List.of());
        limit(floor, CampaignLimits.NONE.withRinging(1));
        mode(floor, CampaignMode.RATIO);
        ledger.dueCases(9);
        ready(floor, ANN);
        ready(floor, BO);
        AttemptId first = onlyDialed();

        tell(new PbxEvent.Ringing(now(), first));
        tell(new PbxEvent.Answered(now(), first));
        tell(new PbxEvent.Connected(now(), first, pbx.rung.getFirst()));

        assertThat(pbx.dialed).hasSize(2);
    }

    @Test
    void whatIsReservedWhileTheLimitFallsIsNotDialed() {
        List<Runnable> asked = new ArrayList<>();
        Floor floor = openFloor(List.of(), asked::add);
        mode(floor, CampaignMode.RATIO);
        ledger.dueCases(9);
        ready(floor, ANN);
        limit(floor, CampaignLimits.NONE.withLines(1));

        asked.getFirst().run();
        thread.runAll();

        assertThat(pbx.dialed).hasSize(1);
        assertThat(facts).filteredOn(FloorFact.Closed.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(english(((FloorFact.Closed) fact).note())).contains("own limit is 1"));
    }

    @Test
    void aCampaignAtItsLimitLeavesTheAgentsToTheOthers() {
        campaigns = List.of(Campaign.in("urgent", "Urgent", CampaignMode.PROGRESSIVE),
                Campaign.in("default", "Others", CampaignMode.PROGRESSIVE));
        ledger.dueCases("urgent", 5);
        ledger.dueCases(5);
        Floor floor = openFloor(List.of());
        var unused = floor.limits("urgent", CampaignLimits.NONE.withLines(1));
        ready(floor, ANN);
        ready(floor, BO);

        assertThat(floor.current().calls()).extracting(call -> call.caseRef()).containsExactly("C-101", "C-1");
    }

    @Test
    void anAgentWhoLooksAtACaseIsToldOfTheLimit() {
        campaigns = List.of(Campaign.in("default", "Default", CampaignMode.PREVIEW));
        previewTime = Duration.ZERO;
        Floor floor = openFloor(List.of());
        ledger.dueCases(5);
        ready(floor, ANN);
        ready(floor, BO);
        limit(floor, CampaignLimits.NONE.withLines(1));
        assertThat(answerOf(floor.callPreviewed(previewOf(floor, ANN).id(), ANN)))
                .isEqualTo(new FloorReply.Accepted());

        FloorReply reply = answerOf(floor.callPreviewed(previewOf(floor, BO).id(), BO));

        assertThat(reply).isInstanceOfSatisfying(FloorReply.Refused.class,
                refused -> assertThat(refused.why().en()).contains("own limit is 1 calls at once"));
    }

    @Test
    void theOrderOfCampaignsIsTheirPriority() {
        campaigns = List.of(Campaign.in("urgent", "Urgent", CampaignMode.PROGRESSIVE),
                Campaign.in("default", "Others", CampaignMode.PROGRESSIVE));
        ledger.dueCases("urgent", 5);
        ledger.dueCases(5);
        Floor floor = openFloor(List.of());

        assertThat(answerOf(floor.order(List.of("default", "urgent")))).isEqualTo(new FloorReply.Accepted());
        assertThat(answerOf(floor.order(List.of("default")))).isInstanceOf(FloorReply.Refused.class);
        ready(floor, ANN);

        assertThat(floor.current().calls()).extracting(call -> call.caseRef()).containsExactly("C-1");
    }

    @Test
    void aTrunkThatIsSwitchedOffCarriesItsCallsToTheirEndAndNoNewOne() {
        trunks = List.of(new Trunk("first", 30, 30, List.of()));
        Floor floor = ringingFloor(4);

        assertThat(answerOf(floor.trunkLimits("first", new TrunkLimits(30, 30, false))))
                .isEqualTo(new FloorReply.Accepted());
        endAll(2);

        assertThat(pbx.hungUp).isEmpty();
        assertThat(pbx.dialed).hasSize(4);
        assertThat(floor.current().why()).contains("trunk first is switched off");

        answerOf(floor.trunkLimits("first", new TrunkLimits(3, 30, true)));
        assertThat(floor.current().calls()).as("2 rang on, its limit is 3").hasSize(3);
    }

    private Floor ringingFloor(int calls) {
        Floor floor = openFloor(List.of());
        mode(floor, CampaignMode.RATIO);
        ledger.dueCases(20);
        ready(floor, ANN);
        ready(floor, BO);
        assertThat(floor.current().calls()).hasSize(calls);
        return floor;
    }

    private void limit(Floor floor, CampaignLimits limits) {
        assertThat(answerOf(floor.limits("default", limits))).isEqualTo(new FloorReply.Accepted());
    }

    /** So many of the calls that were dialed first, and are up, are busy. */
    private void endAll(int calls) {
        for (int i = 0; i < calls; i++) {
            tell(new PbxEvent.Ended(now(), pbx.dialed.get(ended++).attempt(), BUSY));
        }
        clock.pass(Duration.ofMillis(10));
        thread.tick();
    }

    private int ended;

    private static Preview previewOf(Floor floor, AgentId agent) {
        return Objects.requireNonNull(floor.current().previews().get(agent));
    }
}
