package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import com.callfloor.dialer.console.Chromium;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The three pages on a real floor: a real call, seen by its agent, by the supervisor and afterwards by QA. */
class ConsoleOnTheFloorIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration TALK = Duration.ofSeconds(12);

    @Test
    void oneCallIsSeenByAgentSupervisorAndQa() throws Exception {
        var debtors = Debtors.numberedFrom(700).with("seen", new Tone(Duration.ofMillis(500), TALK, 440));
        try (var floor = WholeFloor.open(FloorPlan.of("console", 1, debtors)); var chromium = new Chromium()) {
            Page supervisor = signIn(floor, chromium, "supervisor", "en-GB");
            Page agent = signIn(floor, chromium, "agent1", "zh-CN");

            part(agent, "ready").click();

            assertThat(part(agent, "debtor")).hasText("张伟");
            assertThat(part(agent, "screen-pop")).containsText("139****0701");
            assertThat(part(supervisor, "agent-agent1")).containsText("On call");
            assertThat(part(supervisor, "calls")).containsText("seen");
            screenshot(agent, "real-agent-call");
            screenshot(supervisor, "real-floor");

            assertThat(part(agent, "call-timer")).hasText(Pattern.compile("0:0[3-9]"));
            part(agent, "hang-up").click();
            part(agent, "disposition-promise_to_pay").click();
            part(agent, "outcome-save").click();

            assertThat(part(agent, "state-name")).hasText("就绪");
            org.assertj.core.api.Assertions.assertThat(floor.call("seen", "closed").path("disposition").asText())
                    .isEqualTo("promise_to_pay");
            String recording = floor.recording("seen", "stored").path("id").asText();
            Page qa = signIn(floor, chromium, "qa", "en-GB");
            part(qa, "recording-" + recording).click();
            assertThat(part(qa, "player")).isVisible();
            qa.locator("audio").evaluate("audio => audio.play()");
            await("it plays").atMost(Duration.ofSeconds(20))
                    .until(() -> ((Number) qa.locator("audio").evaluate("audio => audio.currentTime"))
                            .doubleValue() > 0.5);
            screenshot(qa, "real-recordings");
            aCaseIsLookedAtBeforeItIsCalled(floor, supervisor, agent);
            aCaseIsChosenAndTheRulesForbidIt(supervisor, agent);
        }
    }

    private static void aCaseIsLookedAtBeforeItIsCalled(WholeFloor floor, Page supervisor, Page agent)
            throws Exception {
        part(supervisor, "change-mode").selectOption("preview");
        assertThat(part(supervisor, "mode")).hasText("Dialing, preview");

        floor.importCases(Debtors.numberedFrom(710).with("looked-at", new Tone(Duration.ofMillis(500), TALK, 440)));

        assertThat(part(agent, "preview")).containsText("139****0711");
        assertThat(part(agent, "preview-why")).containsText("Asia/Shanghai");
        screenshot(agent, "real-agent-preview");
        org.assertj.core.api.Assertions.assertThat(floor.calls("looked-at")).isEmpty();
        agent.keyboard().press("c");
        assertThat(part(agent, "call-strip")).containsText("已接通");
        part(agent, "hang-up").click();
        part(agent, "disposition-refuses").click();
        org.assertj.core.api.Assertions.assertThat(floor.call("looked-at", "closed").path("agent_name").asText())
                .isEqualTo("Agent 1");
    }

    private static void aCaseIsChosenAndTheRulesForbidIt(Page supervisor, Page agent) {
        part(supervisor, "change-mode").selectOption("manual");
        part(agent, "case-ref").fill("seen");
        part(agent, "find-case").click();

        part(agent, "call-case").click();

        assertThat(agent.locator(".el-message--error")).containsText("未拨打：");
        screenshot(agent, "real-agent-manual");
    }

    private static Page signIn(WholeFloor floor, Chromium chromium, String login, String language) {
        Page page = chromium.page(language, ColorScheme.LIGHT);
        page.navigate(floor.dialer.address.toString());
        page.locator("#login").fill(login);
        page.locator("#password").fill(floor.passwordOf(login));
        page.keyboard().press("Enter");
        page.waitForURL("**/" + home(login));
        return page;
    }

    private static String home(String login) {
        return switch (login) {
            case "supervisor" -> "floor";
            case "qa" -> "recordings";
            default -> "agent";
        };
    }

    private static Locator part(Page page, String name) {
        return page.locator("[data-test='" + name + "']");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
