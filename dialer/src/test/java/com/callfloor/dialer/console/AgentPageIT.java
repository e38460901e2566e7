package com.callfloor.dialer.console;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The agent between calls, and what becomes of the page when something ends or breaks. */
final class AgentPageIT extends AgentScenario {
    AgentPageIT() throws IOException {}

    @Test
    void theTimeInAStateCountsFromTheMomentItBegan() {
        assertThat(console.part("state")).containsText(Pattern.compile("1:(1[5-9]|[2-5]\\d)"));
    }

    @Test
    void aBreakIsTakenWithItsReasonByKeysAlone() {
        console.press("b");
        assertThat(console.page.getByText("Lunch")).isVisible();
        console.press("ArrowDown");
        console.press("Enter");
        awaitAsked("state 1 Break[reason=REST]");
        stage.floor().asked.clear();
        // One request at a time: a key that comes before the first is answered is meant to do nothing.
        assertThat(console.part("break")).isEnabled();

        console.press("b");
        console.press("3");

        awaitAsked("state 1 Break[reason=TRAINING]");
    }

    @Test
    void aBreakAskedForInACallIsShownAndCanBeTakenBack() {
        popUp(true);
        console.press("b");
        console.press("1");
        awaitAsked("state 1 Break[reason=LUNCH]");
        AgentView me = cast.me(new AgentState.OnCall(cast.now(), Cast.attempt(1)));
        agentBecomes(new AgentView(me.agent(), me.state(), me.leg(), new AgentWish.Break(BreakReason.LUNCH)));
        assertThat(console.part("next")).hasText("after this call: Break · Lunch");
        stage.floor().asked.clear();

        console.part("stay").click();

        awaitAsked("state 1 Ready[]");
    }

    @Test
    void aCaseIsLookedAtAndCalledByOneKey() {
        look();
        assertThat(console.part("preview-why")).containsText("10:00");
        assertThat(console.part("preview-timer")).containsText("is called in");
        console.screenshot("agent-preview-en");

        console.press("c");

        awaitAsked("call " + Cast.attempt(1) + " 1");
        stage.floor().tell(new FloorChange.Previewed(Cast.ME, null));
        assertThat(console.part("preview")).hasCount(0);
    }

    @Test
    void aCaseIsSkippedWithAReason() {
        look();

        console.part("skip-promised").click();

        awaitAsked("skip " + Cast.attempt(1) + " 1 PROMISED");
    }

    @Test
    void aCaseIsChosenInModeManualAndTheRulesWordsAreShownIfTheyForbidIt() {
        stage.archive().cases.add(Samples.caseView(5));
        stage.floor()
                .show(floor -> new FloorSnapshot(floor.clock(), false,
                        List.of(floor.campaigns().getFirst().with(CampaignMode.MANUAL)),
                        floor.links(), floor.agents(), floor.calls(), floor.pops(), floor.previews(), floor.today(), 0,
                        ""));
        stage.floor().tell(new FloorChange.FloorChanged());
        console.part("case-ref").fill("CF-5");
        console.press("Enter");
        stage.floor().reply = CompletableFuture.completedFuture(new FloorReply.Denied(Cast.denial()));

        console.part("call-case").click();

        awaitAsked("call case 5 1");
        assertThat(console.page.locator(".el-message")).containsText("Not called: it is 22:00");
    }

    private void look() {
        AgentView me = cast.me(new AgentState.Ready(cast.ago(75)));
        floorShows(me, null, Map.of(Cast.ME, cast.preview()));
        stage.floor().tell(new FloorChange.Previewed(Cast.ME, cast.preview()));
        assertThat(console.part("preview")).isVisible();
    }

    @Test
    void aRefusalSaysWhyInTheFloorsWords() {
        stage.floor()
                .refuse(FloorReply.Refusal.NOT_NOW,
                        new Words("A call is on its way to you: take it first.", "有来话正转给您，请先接听。"));

        console.part("sign-off").click();

        assertThat(console.page.locator(".el-message")).containsText("A call is on its way to you: take it first.");
    }

    @Test
    void aLostConnectionIsShownAndThePageComesBackWithTheWholeState() {
        stage.wire.cut();
        assertThat(console.part("connection-lost")).isVisible();
        console.screenshot("agent-connection-lost-en");

        floorShows(cast.me(new AgentState.OnCall(cast.now(), Cast.attempt(1))), cast.pop(1, true));
        stage.wire.mend();

        assertThat(console.part("connection-lost")).isHidden();
        assertThat(console.part("debtor")).hasText("陈建国");
        assertThat(console.part("state-name")).hasText("On call");
    }

    @Test
    void anEndedSessionLeadsToSignInAndShowsNothingOfTheDebtorAnyMore() {
        popUp(true);
        stage.forgetSessions();

        console.page.reload();

        assertThat(console.page.locator("#login")).isVisible();
        assertThat(console.page.content()).doesNotContain("陈建国");
    }
}
