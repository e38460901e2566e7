package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two campaigns share the agents; the first comes first. */
class CampaignsTest extends FloorScenario {
    @BeforeEach
    void twoCampaigns() {
        campaigns = List.of(Campaign.in("urgent", "Urgent", CampaignMode.PROGRESSIVE),
                Campaign.in("default", "Others", CampaignMode.PROGRESSIVE));
    }

    @Test
    void theFirstCampaignHasTheAgentsAsLongAsItHasCases() {
        Floor floor = openFloorWith(1, 5);
        ready(floor, ANN);
        ready(floor, BO);

        assertThat(called(floor)).containsExactly("C-101", "C-1");
        assertThat(floor.current().why()).contains("Urgent: ").contains("Others: ");
    }

    @Test
    void aPausedCampaignLeavesTheAgentsToTheOthers() {
        Floor floor = openFloorWith(3, 3);
        pause(floor, "urgent");
        ready(floor, ANN);

        assertThat(called(floor)).containsExactly("C-1");
    }

    @Test
    void aCampaignThatIsPausedWhileItsCaseIsReservedIsNotDialed() {
        List<Runnable> asked = new ArrayList<>();
        ledger.dueCases("urgent", 1);
        Floor floor = openFloor(List.of(), asked::add);
        ready(floor, ANN);
        pause(floor, "urgent");
        asked.getFirst().run();
        thread.runAll();

        assertThat(pbx.dialed).isEmpty();
        assertThat(facts).filteredOn(FloorFact.Closed.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(english(((FloorFact.Closed) fact).note()))
                        .contains("the campaign is paused"));
    }

    @Test
    void pausingAllShutsTheGateAndOneAloneDoesNot() {
        Floor floor = openFloorWith(0, 0);
        pause(floor, "urgent");
        assertThat(floor.current().why()).doesNotContain("every campaign");

        pause(floor, "default");

        assertThat(floor.current().why()).isEqualTo("every campaign is paused");
    }

    @Test
    void casesAreShownOnlyWhereNoCampaignBeforeHasOneToDial() {
        campaigns = List.of(Campaign.in("urgent", "Urgent", CampaignMode.PROGRESSIVE),
                Campaign.in("default", "Others", CampaignMode.PREVIEW));
        Floor floor = openFloorWith(1, 2);
        ready(floor, ANN);
        AttemptId dialed = onlyDialed();
        assertThat(floor.current().previews()).isEmpty();

        tell(new PbxEvent.Ended(now(), dialed, BUSY));
        clock.pass(Duration.ofMillis(10));
        thread.tick();

        assertThat(floor.current().previews().get(ANN)).isNotNull()
                .satisfies(preview -> assertThat(preview.card().caseRef()).isEqualTo("C-1"));
    }

    @Test
    void agentsChooseOnlyAmongTheCasesOfCampaignsInManualMode() {
        campaigns = List.of(Campaign.in("urgent", "Urgent", CampaignMode.PAUSED),
                Campaign.in("default", "Others", CampaignMode.MANUAL));
        Floor floor = openFloorWith(0, 0);
        ready(floor, ANN);

        FloorReply reply = answerOf(floor.call(new CaseId(7), ANN));

        assertThat(reply).isEqualTo(new FloorReply.Accepted());
        assertThat(ledger.askedOf).containsExactly("default");
    }

    private Floor openFloorWith(int urgent, int others) {
        ledger.dueCases("urgent", urgent);
        ledger.dueCases(others);
        return openFloor(List.of());
    }

    private void pause(Floor floor, String campaign) {
        var unused = floor.mode(campaign, CampaignMode.PAUSED);
        thread.runAll();
    }

    private static List<String> called(Floor floor) {
        return floor.current().calls().stream().map(call -> call.caseRef()).toList();
    }
}
