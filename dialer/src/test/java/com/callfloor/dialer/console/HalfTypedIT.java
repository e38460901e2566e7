package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an agent has half typed of a wrap-up is not lost by one key, nor by signing out. */
final class HalfTypedIT extends PageScenario {
    private static final String DRAFTS = "**/wrap-up";

    HalfTypedIT() throws IOException {}

    @BeforeEach
    void wrapUp() {
        stage.rules().now = cast.now();
        FloorSnapshot busy = cast.busyFloor();
        var me = cast.me(new AgentState.WrapUp(cast.ago(5), Cast.attempt(1)));
        stage.floor()
                .show(old -> new FloorSnapshot(busy.clock(), false, busy.campaigns(), busy.links(), List.of(me),
                        List.of(), Map.of(Cast.ME, cast.pop(1, true)), Map.of(), busy.today(), 0, busy.why()));
        console.signIn(Role.AGENT);
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
    }

    @Test
    void eachDispositionKeepsItsFormWhileAnotherIsLookedAt() {
        console.press("1");
        console.part("parts").fill("3");
        leaveTheForm();
        console.press("2");
        way().fill("WeChat");
        leaveTheForm();

        console.press("1");

        assertThat(console.part("parts")).hasValue("3");
        assertThat(console.part("amount-2")).hasValue("4288.16");
        await().until(() -> stage.outcomes().drafts.values()
                .stream()
                .anyMatch(kept -> kept.json().contains("WeChat") && kept.json().contains("4288.16")));
        console.page.reload();
        assertThat(console.part("amount-2")).hasValue("4288.16");
        leaveTheForm();
        console.press("2");
        assertThat(way()).hasValue("WeChat");
        console.press("Escape");
        console.press("2");
        assertThat(way()).hasValue("WeChat");
    }

    @Test
    void aKeyThatWouldEndTheWrapUpAsksBeforeItDropsWhatIsTyped() {
        console.press("2");
        way().fill("WeChat");
        leaveTheForm();

        console.press("4");

        assertThat(question()).containsText("Save as “Refuses”?");
        assertThat(question()).containsText("“Claims paid” is not part of it");
        console.screenshot("agent-leave-form-en");
        console.press("Escape");
        assertThat(way()).hasValue("WeChat");
        assertThat(stage.floor().asked).isEmpty();
        leaveTheForm();
        console.press("4");
        assertThat(question()).isVisible();
        console.press("Enter");
        await().untilAsserted(() -> assertThat(stage.floor().asked)
                .containsExactly("dispose " + Cast.attempt(1) + " 1 REFUSES null"));
    }

    @Test
    void nobodyIsAskedAboutAFormInWhichNothingIsTyped() {
        console.press("1");
        assertThat(console.part("outcome-details")).isVisible();
        leaveTheForm();

        console.press("4");

        await().untilAsserted(() -> assertThat(stage.floor().asked).hasSize(1));
    }

    @Test
    void signingOutWaitsForTheServersWordAndSaysWhenThereIsNone() {
        console.page.route(DRAFTS, Route::abort);
        console.page.locator("#note").fill("pays on Friday, if");

        console.part("sign-out").click();

        assertThat(question()).containsText("Your words are not saved.");
        console.screenshot("agent-unsaved-en");
        console.press("Escape");
        assertThat(question()).isHidden();
        assertThat(console.page.locator("#note")).hasValue("pays on Friday, if");
        assertThat(stage.outcomes().drafts.values()).isEmpty();
        console.page.unroute(DRAFTS);
        console.part("sign-out").click();
        assertThat(console.page.locator("#login")).isVisible();
        assertThat(stage.outcomes().drafts.values()).singleElement()
                .satisfies(kept -> assertThat(kept.json()).contains("pays on Friday, if"));
    }

    @Test
    void whoSignsOutAllTheSameIsGone() {
        console.page.route(DRAFTS, Route::abort);
        console.page.locator("#note").fill("pays on Friday, if");
        console.part("sign-out").click();

        question().locator(".el-button--primary").click();

        assertThat(console.page.locator("#login")).isVisible();
        await().during(Duration.ofMillis(200)).until(() -> stage.outcomes().drafts.isEmpty());
    }

    private Locator question() {
        return console.page.locator(".el-message-box");
    }

    private Locator way() {
        return console.page.getByLabel("Which way");
    }

    /** Where keys are shortcuts, not words. */
    private void leaveTheForm() {
        console.page.locator("h2").first().click();
    }
}
