package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Samples;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What came of a talk, written down by keys, and never lost. */
final class AgentWrapUpIT extends AgentScenario {
    AgentWrapUpIT() throws IOException {}

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

    private void aPromiseIsChosen() {
        stage.rules().now = cast.now();
        popUp(true);
        callEnds();
        assertThat(console.part("disposition-promise_to_pay")).isEnabled();
        console.press("1");
    }
}
