package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.Transfer;
import com.callfloor.dialer.words.Words;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class FloorPageIT extends PageScenario {
    private final FloorSnapshot busy = cast.busyFloor();

    FloorPageIT() throws IOException {}

    private void signIn(Role role) {
        stage.floor().show(old -> busy);
        console.signIn(role);
        assertThat(console.part("why")).isVisible();
    }

    @Test
    void aSupervisorSeesAgentsCallsNumbersAndTheReasonForThePace() {
        signIn(Role.SUPERVISOR);

        assertThat(console.part("why")).hasText("2 agents are free and 2 calls are on their way to them.");
        assertThat(console.part("tile-attempts")).containsText("1,284");
        assertThat(console.part("tile-abandoned")).containsText("2.7%");
        assertThat(console.part("tile-occupancy")).containsText("76.4%");
        assertThat(console.part("agent-agent16")).containsText("Break · Lunch");
        assertThat(console.part("calls").locator("tbody tr")).hasCount(5);
        assertThat(console.part("denied")).containsText("CN-GB-TIME");
    }

    @Test
    void aDeadLinkIsShownAsSoonAsTheFloorKnows() {
        signIn(Role.SUPERVISOR);
        assertThat(console.part("lamp-pbx")).containsText("up");

        stage.floor().show(now -> with(now, now.campaigns(), new FloorSnapshot.Links(false, true)));
        stage.floor().tell(new FloorChange.FloorChanged());

        assertThat(console.part("lamp-pbx")).containsText("down");
    }

    @Test
    void pausingIsAskedBackAndResumingIsNot() {
        signIn(Role.SUPERVISOR);
        console.part("pause").click();
        assertThat(console.page.locator(".el-message-box")).containsText("Live calls go on");
        assertThat(stage.floor().asked).isEmpty();
        console.press("Enter");
        awaitAsked("mode main PAUSED");

        Campaign paused = new Campaign("main", "Main", CampaignMode.PAUSED, CampaignMode.PREDICTIVE);
        stage.floor().show(now -> with(now, List.of(paused), now.links()));
        stage.floor().tell(new FloorChange.FloorChanged());
        stage.floor().asked.clear();
        assertThat(console.part("resume")).hasText("Resume: Dialing, predictive");
        console.screenshot("floor-paused-en");
        console.part("resume").click();

        awaitAsked("mode main PREDICTIVE");
    }

    @Test
    void everyModeCanBeChosenLive() {
        signIn(Role.SUPERVISOR);

        console.part("change-mode").selectOption("preview");

        awaitAsked("mode main PREVIEW");
        assertThat(console.part("change-mode")).hasValue("");
    }

    @Test
    void listeningInRingsTheSupervisorsPhoneByOneKeyOnTheAgentsRow() {
        signIn(Role.SUPERVISOR);
        console.part("agent-agent11").focus();

        console.press("w");

        awaitAsked("listen " + stage.userId(Role.SUPERVISOR) + " 2001 11 WHISPER");
    }

    @Test
    void whatAnAgentOffersIsSaidOnEveryPageIsTakenOrLeftAndTheCaseIsSeenBefore() {
        signIn(Role.SUPERVISOR);
        AgentId me = new AgentId(stage.userId(Role.SUPERVISOR));
        String call = Cast.attempt(1).toString();
        assertThat(console.part("tile-attempts")).isVisible();

        console.part("nav-cases").click();
        stage.floor().tell(new FloorChange.ScreenPopped(me, cast.offered(1, me, Transfer.Stage.OFFERED)));
        assertThat(console.part("offer")).containsText("李静 asks you about this call");
        console.part("answer-offer").click();
        assertThat(console.part("offer")).hasCount(0);
        assertThat(console.part("taken-call")).containsText("李静 asks you about this call");
        assertThat(console.part("taken-call")).containsText("12,864.50");
        console.screenshot("floor-offered-en");
        console.part("accept-offer").click();
        awaitAsked("accept " + call + " " + me.value() + " 2001");
        stage.floor().asked.clear();
        stage.floor().tell(new FloorChange.ScreenPopped(me, cast.offered(1, me, Transfer.Stage.CONSULTING)));
        assertThat(console.part("taken-call")).containsText("You talk to 李静");
        console.part("leave-offer").click();
        awaitAsked("cancel " + call + " Supervisor[userId=" + me.value() + "]");
        stage.floor().tell(new FloorChange.Released(me, Cast.attempt(1), new Words("Su left it to you", "Su 将电话交还给您")));

        assertThat(console.part("taken-call")).hasCount(0);
    }

    @Test
    void anotherPhoneIsAskedForOnceAndRemembered() {
        signIn(Role.SUPERVISOR);
        console.part("change-extension").click();
        console.part("extension").fill("20 x");
        console.press("Enter");
        assertThat(console.page.getByRole(AriaRole.ALERT))
                .containsText("2 to 10 digits");
        console.part("extension").fill("2044");
        console.press("Enter");
        console.page.reload();

        console.part("agent-agent12").locator("[data-test='barge']").click();

        awaitAsked("barge " + stage.userId(Role.SUPERVISOR) + " 2044 12");
    }

    @Test
    void anAgentIsSentOnBreak() {
        signIn(Role.SUPERVISOR);
        console.part("agent-agent15").locator("[data-test='more']").click();

        console.page.getByText("Send on break · Training").locator("visible=true").click();

        awaitAsked("state 15 Break[reason=TRAINING]");
    }

    @Test
    void whatAnAgentInACallDoesAfterItIsShownInTheRow() {
        signIn(Role.SUPERVISOR);
        AgentView busyAgent = busy.agents().get(1);
        AgentView leaves = new AgentView(busyAgent.agent(), busyAgent.state(), busyAgent.leg(),
                new AgentWish.Break(BreakReason.LUNCH));

        stage.floor()
                .show(now -> new FloorSnapshot(now.clock(), false, now.campaigns(), now.links(), List.of(leaves),
                        now.calls(), now.pops(), now.previews(), now.today(), now.occupancy(), now.why()));
        stage.floor().tell(new FloorChange.AgentChanged(leaves));

        assertThat(console.part("agent-agent11")).containsText("On call → Break · Lunch");
    }

    @Test
    void aSupervisorPutsAnAgentsDebtorThroughToSomebodyOutside() {
        signIn(Role.SUPERVISOR);
        stage.floor().outside = List.of(new OutsideDestination("legal", new Words("Harbour legal", "海港法务部"),
                new PhoneNumber("+862160000002"), "", Set.of("Harbour"), OutsideDestination.Permission.SUPERVISORS));
        console.part("agent-agent11").locator("[data-test=more]").click();
        console.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Put through outside")).click();
        assertThat(console.part("outside").locator("option")).hasText("Harbour legal");
        console.screenshot("floor-outside-en");
        console.part("dialog-save").click();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> stage.floor().asked.contains("outside " + Cast.attempt(11) + " to legal Supervisor[userId="
                        + stage.userId(Role.SUPERVISOR) + "]"));
        assertThat(console.part("outside")).hasCount(0);
    }

    @Test
    void anAuditorLooksOnAndIsOfferedNothingToDo() {
        signIn(Role.AUDITOR);

        assertThat(console.part("agent-agent11")).isVisible();
        assertThat(console.part("pause")).hasCount(0);
        assertThat(console.part("listen")).hasCount(0);
        assertThat(console.part("more")).hasCount(0);
    }

    private static FloorSnapshot with(FloorSnapshot floor, List<Campaign> campaigns, FloorSnapshot.Links links) {
        return new FloorSnapshot(floor.clock(), floor.simulated(), campaigns, links, floor.agents(), floor.calls(),
                floor.pops(), floor.previews(), floor.today(), floor.occupancy(), floor.why());
    }

    private void awaitAsked(String request) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stage.floor().asked).containsExactly(request));
    }
}
