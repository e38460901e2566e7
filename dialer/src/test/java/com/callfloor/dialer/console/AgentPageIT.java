package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideTransfer;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class AgentPageIT extends PageScenario {
    AgentPageIT() throws IOException {}

    @BeforeEach
    void signIn() {
        floorShows(cast.me(new AgentState.Ready(cast.ago(75))), null);
        console.signIn(Role.AGENT);
        assertThat(console.part("state-name")).hasText("Ready");
    }

    @Test
    void theTimeInAStateCountsFromTheMomentItBegan() {
        assertThat(console.part("state")).containsText(Pattern.compile("1:(1[5-9]|[2-5]\\d)"));
    }

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
    void aCallIsWrappedUpByANoteAndOneKey() {
        popUp(true);
        assertThat(console.part("disposition-promise_to_pay")).isDisabled();
        callEnds();
        assertThat(console.part("call-strip")).containsText("choose a disposition");

        console.press("n");
        console.page.keyboard().type("pays 2000 on the 25th");
        console.press("Escape");
        console.press("4");

        awaitAsked("dispose " + Cast.attempt(1) + " 1 REFUSES pays 2000 on the 25th");
        agentBecomes(cast.me(new AgentState.Ready(cast.now())));
        assertThat(console.part("screen-pop")).hasCount(0);
    }

    @Test
    void aPromiseIsSavedWithItsDayAndAmount() {
        stage.rules().now = cast.now();
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();

        console.press("1");
        assertThat(console.part("outcome-details")).isVisible();
        console.part("amount-1").fill("2000");
        console.press("Enter");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stage.floor().asked).singleElement()
                        .asString()
                        .contains("PROMISE_TO_PAY", "2000.00 CNY on "));
    }

    @Test
    void aPromiseInInstalmentsIsWorkedOutAndAddsUp() {
        aPromiseIsChosen();

        console.part("parts").fill("3");

        assertThat(console.part("amount-1")).hasValue("4288.16");
        assertThat(console.part("amount-3")).hasValue("4288.18");
        assertThat(console.part("sum")).containsText("12,864.50");
    }

    @Test
    void aPromiseBeyondTheOffersSaysThatItNeedsApproval() {
        stage.archive().cases.add(Samples.caseView(5));
        stage.strategies().cases.add(cast.facts());
        stage.rules().now = cast.now();
        popUp(true);
        assertThat(console.part("offers")).isVisible();
        assertThat(console.part("script-text")).isVisible();
        callEnds();
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
        console.press("1");
        assertThat(console.part("needs-approval")).hasCount(0);

        console.part("parts").fill("60");

        assertThat(console.part("needs-approval")).containsText("a supervisor decides");
        assertThat(console.part("outcome-save")).containsText("ask for approval");
    }

    @Test
    void aCallBackIsPickedByKeysFromACalendarOfLawfulTimes() {
        stage.rules().now = cast.now();
        stage.archive().cases.add(Samples.caseView(5));
        stage.rules().answers.put("CF-5", Map.of(new PhoneNumber("+8613800000001"), new Decision(cast.now(),
                new Verdict.Allow(), List.of(), Set.of(ZoneId.of("Asia/Shanghai")))));
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
        console.press("3");
        assertThat(console.part("call-back-times")).containsText("Asia/Shanghai");
        assertThat(console.page.locator("input[name='call-back-day']:focus")).hasCount(1);

        console.press("Tab");
        console.press("Space");
        assertThat(console.page.locator("input[name='call-back-time']:checked")).hasCount(1);
        console.press("Enter");

        await().until(() -> stage.floor().asked.stream().anyMatch(asked -> asked.contains("CALL_BACK")));
    }

    @Test
    void theFloorsOwnDispositionsHaveButtonsAndKeysOfTheirOwn() {
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-pays_at_branch")).isEnabled();
        assertThat(console.part("disposition-pays_at_branch")).containsText("Pays at a branch");

        console.press("a");

        assertThat(console.part("outcome-details")).containsText("Pays at a branch");
        assertThat(console.part("parts")).isVisible();
    }

    @Test
    void aDigitInTheNoteIsNoDisposition() {
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-refuses")).isEnabled();

        console.press("n");
        console.page.keyboard().type("1234");

        assertThat(console.page.locator("#note")).hasValue("1234");
        assertThat(stage.floor().asked).isEmpty();
    }

    @Test
    void theNoteOutlivesAReloadOfThePage() {
        popUp(true);
        console.page.locator("#note").fill("half a sentence");

        console.page.reload();

        assertThat(console.part("call-strip")).containsText("Connected");
        assertThat(console.page.locator("#note")).hasValue("half a sentence");
    }

    @Test
    void aHalfWrittenWrapUpComesBackAfterAReloadAndInAnotherTab() {
        aPromiseIsChosen();
        console.part("parts").fill("3");
        console.part("amount-1").fill("5000");
        console.page.locator("#note").fill("half a sentence");

        console.page.reload();

        assertThat(console.part("amount-1")).hasValue("5000");
        assertThat(console.part("amount-2")).hasValue("4288.16");
        assertThat(console.page.locator("#note")).hasValue("half a sentence");
        console.part("parts").fill("2");
        await().until(() -> stage.outcomes().drafts.values().stream().anyMatch(kept -> kept.json().contains("6432")));
        console.close();
        console = chromium.english(stage);
        console.signIn(Role.AGENT);
        assertThat(console.part("amount-2")).hasValue("6432.25");
        assertThat(console.part("parts")).hasValue("2");
        assertThat(console.page.locator("#note")).hasValue("half a sentence");
        console.part("outcome-save").click();
        await().until(() -> stage.floor().asked.stream().anyMatch(asked -> asked.contains("PROMISE_TO_PAY")));
    }

    @Test
    void aHalfTypedClaimComesBackAndACancelledOneDoesNot() {
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
        console.press("2");
        console.page.getByLabel("Which way").fill("WeChat");
        console.page.reload();
        assertThat(console.page.getByLabel("Which way")).hasValue("WeChat");

        console.press("Escape");
        console.page.reload();

        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
        assertThat(console.part("outcome-details")).hasCount(0);
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

    @Test
    void aBreakIsTakenWithItsReasonByKeysAlone() {
        console.press("b");
        assertThat(console.page.getByText("Lunch")).isVisible();
        console.press("ArrowDown");
        console.press("Enter");
        awaitAsked("state 1 Break[reason=REST]");
        stage.floor().asked.clear();

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

    private void popUp(boolean connected) {
        popUp(cast.pop(1, connected));
    }

    private void popUp(ScreenPop pop) {
        floorShows(cast.me(new AgentState.OnCall(cast.now(), pop.attempt())), pop);
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, pop));
        agentBecomes(cast.me(new AgentState.OnCall(cast.now(), pop.attempt())));
        assertThat(console.part("screen-pop")).isVisible();
    }

    private void aPromiseIsChosen() {
        stage.rules().now = cast.now();
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
        console.press("1");
    }

    private void callEnds() {
        AgentView me = cast.me(new AgentState.WrapUp(cast.now(), Cast.attempt(1)));
        floorShows(me, cast.pop(1, true));
        CallState closed = new CallState.Closed(cast.now(), Outcome.CONNECTED);
        stage.floor()
                .tell(new FloorChange.CallChanged(
                        new LiveCall(Cast.attempt(1), closed, "CF-2026-000418", "138****0001", me.agent(), null,
                                null)));
        agentBecomes(me);
    }

    private void agentBecomes(AgentView me) {
        stage.floor().tell(new FloorChange.AgentChanged(me));
    }

    private void floorShows(AgentView me, @Nullable ScreenPop pop) {
        floorShows(me, pop, Map.of());
    }

    private void floorShows(AgentView me, @Nullable ScreenPop pop, Map<AgentId, Preview> previews) {
        FloorSnapshot busy = cast.busyFloor();
        stage.floor()
                .show(old -> new FloorSnapshot(busy.clock(), false, busy.campaigns(), busy.links(), List.of(me),
                        List.of(), pop == null ? Map.of() : Map.of(Cast.ME, pop), previews, busy.today(), 0,
                        busy.why()));
    }

    private void awaitAsked(String request) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stage.floor().asked).containsExactly(request));
    }
}
