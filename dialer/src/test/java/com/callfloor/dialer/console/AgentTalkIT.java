package com.callfloor.dialer.console;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideTransfer;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The agent and a debtor on the line. */
final class AgentTalkIT extends AgentScenario {
    AgentTalkIT() throws IOException {}

    @Test
    void aDebtorWhoAnswersPopsUpAndTheConnectionIsUnmistakable() {
        popUp(false);
        assertThat(console.part("debtor")).hasText("陈建国");
        assertThat(console.part("amount")).hasText("CN¥12,864.50");
        assertThat(console.part("screen-pop")).containsText("138****0001");
        assertThat(console.part("call-strip")).containsText("Connecting");

        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.pop(1, true)));

        assertThat(console.part("call-strip")).containsText("Connected");
        assertThat(console.page).hasTitle("● Connected · 陈建国");
    }

    @Test
    void aListedContactOnTheLineIsUnmistakable() {
        popUp(cast.pop(1, true, Purpose.INFORMATION));
        assertThat(console.part("contact-banner")).containsText("Say nothing about the debt");

        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.pop(1, true)));

        assertThat(console.part("contact-banner")).hasCount(0);
    }

    @Test
    void aDebtorOnHoldIsUnmistakableAndKeysArePressedInOrder() {
        popUp(true);
        String call = Cast.attempt(1).toString();
        console.press("Shift+KeyO");
        await().until(() -> stage.floor().asked.contains("hold " + call + " OwnAgent[id=AgentId[value=1]]"));
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.held(1)));

        assertThat(console.part("call-strip")).containsText("On hold");
        assertThat(console.part("hold")).containsText("Take back");
        console.screenshot("agent-held-en");
        console.press("Shift+KeyO");
        await().until(() -> stage.floor().asked.contains("resume " + call + " OwnAgent[id=AgentId[value=1]]"));
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.pop(1, true)));
        console.press("Shift+KeyK");
        console.part("key-4").click();
        console.press("2");
        console.press("#");

        assertThat(console.part("pressed")).hasText("42#");
        await().until(() -> stage.floor().asked.stream().filter(asked -> asked.startsWith("press")).count() == 3);
        assertThat(stage.floor().asked.stream().filter(asked -> asked.startsWith("press")))
                .extracting(asked -> asked.substring(6, 7))
                .containsExactly("4", "2", "#");
        console.screenshot("agent-keys-en");
    }

    @Test
    void aTalkIsGivenToWhoIsReadyAfterAWordWithThem() {
        popUp(true);
        AgentView fang = cast.agent(new AgentId(2), "王芳", new AgentState.Ready(cast.ago(9)));
        LiveCall live = cast.live(1, new CallState.Connected(cast.ago(9)), "CF-2026-000418", 1, "李静");
        stage.floor()
                .show(now -> new FloorSnapshot(now.clock(), false, now.campaigns(), now.links(),
                        List.of(now.agents().getFirst(), fang), List.of(live), now.pops(), now.previews(), now.today(),
                        0, now.why()));
        String call = Cast.attempt(1).toString();
        console.press("Shift+KeyT");
        assertThat(console.part("receiver").locator("option")).hasText("王芳");
        console.screenshot("agent-transfer-en");
        console.part("dialog-save").click();
        await().until(() -> stage.floor().asked
                .contains("transfer " + call + " to 2 WARM OwnAgent[id=AgentId[value=1]]"));
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.consulting(1)));
        assertThat(console.part("call-strip")).containsText("You talk to 王芳");
        console.screenshot("agent-consulting-en");

        console.press("Shift+KeyT");
        await().until(() -> stage.floor().asked.contains("complete " + call + " OwnAgent[id=AgentId[value=1]]"));
        stage.floor()
                .tell(new FloorChange.TransferFailed(Cast.ME, "王芳",
                        new Words("a headset was disconnected", "有一方的耳机已断开")));

        assertThat(console.page.getByText("did not take the call: a headset was disconnected")).isVisible();
    }

    @Test
    void aDebtorIsPutThroughToSomebodyOutsideWhoseNumberNobodySees() {
        popUp(true);
        LiveCall live = cast.live(1, new CallState.Connected(cast.ago(9)), "CF-2026-000418", 1, "李静");
        stage.floor()
                .show(now -> new FloorSnapshot(now.clock(), false, now.campaigns(), now.links(), now.agents(),
                        List.of(live), now.pops(), now.previews(), now.today(), 0, now.why()));
        stage.floor().outside = List.of(new OutsideDestination("legal", new Words("Harbour legal", "海港法务部"),
                new PhoneNumber("+862160000002"), "", Set.of("Harbour"), OutsideDestination.Permission.AGENTS));
        String call = Cast.attempt(1).toString();
        console.press("Shift+KeyT");
        console.part("receiver").selectOption("outside:legal");
        assertThat(console.part("outside-first")).isVisible();
        assertThat(console.part("transfer-kind")).hasCount(0);
        console.screenshot("agent-outside-en");
        console.part("dialog-save").click();
        await().until(() -> stage.floor().asked
                .contains("outside " + call + " to legal OwnAgent[id=AgentId[value=1]]"));

        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.outside(1, OutsideTransfer.Stage.RINGING)));
        assertThat(console.part("call-strip")).containsText("Harbour legal is being called");
        assertThat(console.part("hand-over")).hasCount(0);
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.outside(1, OutsideTransfer.Stage.CONSULTING)));
        assertThat(console.part("call-strip")).containsText("You talk to Harbour legal");
        assertThat(console.part("bring-together")).hasCount(0);
        console.press("Shift+KeyT");
        await().until(() -> stage.floor().asked.contains("complete " + call + " OwnAgent[id=AgentId[value=1]]"));

        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.outside(1, OutsideTransfer.Stage.TAKEN)));
        callEnds();
        assertThat(console.part("call-strip")).containsText("Handed over to Harbour legal");
    }

    @Test
    void aColleagueIsBroughtIntoTheCallAndLetGo() {
        popUp(true);
        String call = Cast.attempt(1).toString();
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.consulting(1)));
        assertThat(console.part("bring-together")).isVisible();

        console.press("Shift+KeyB");
        await().until(() -> stage.floor().asked.contains("confer " + call + " OwnAgent[id=AgentId[value=1]]"));
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.shared(1)));

        assertThat(console.part("call-strip")).containsText("王芳 is in the call");
        assertThat(console.part("hold")).hasCount(0);
        console.screenshot("agent-conference-en");
        console.part("let-go").click();
        await().until(() -> stage.floor().asked.contains("cancel " + call + " OwnAgent[id=AgentId[value=1]]"));
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.pop(1, true)));
        assertThat(console.part("hold")).isVisible();
    }

    @Test
    void whoIsAThirdInACallLeavesItAndDoesNotEndIt() {
        popUp(true);
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, cast.visited(1)));

        assertThat(console.part("call-strip")).containsText("You are in the call of 王芳");
        assertThat(console.part("hang-up")).hasCount(0);
        console.part("leave").click();
        await().until(() -> stage.floor().asked
                .contains("cancel " + Cast.attempt(1) + " OwnAgent[id=AgentId[value=1]]"));
    }

    @Test
    void theCallIsHungUpByItsButtonOrKey() {
        popUp(true);
        console.part("hang-up").click();
        awaitAsked("hangup " + Cast.attempt(1) + " OwnAgent[id=AgentId[value=1]]");
        stage.floor().asked.clear();
        // One request at a time: a key that comes before the first is answered is meant to do nothing.
        assertThat(console.part("hang-up")).isEnabled();

        console.press("Shift+H");

        awaitAsked("hangup " + Cast.attempt(1) + " OwnAgent[id=AgentId[value=1]]");
    }
}
