package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.alerts.AlertKind;
import com.callfloor.dialer.supervision.alerts.Concern;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What supervisors are warned of and tell agents, in two windows at once. */
class SupervisionPageIT {
    private final Cast cast = new Cast(Instant.now());

    @Test
    void anAlertIsSeenAndANoticeReachesItsAgentWhoConfirmsIt() throws IOException {
        try (var stage = new Stage();
                var chromium = new Chromium();
                var supervisor = chromium.english(stage);
                var agent = chromium.english(stage)) {
            stage.floor().show(old -> cast.busyFloor());
            stage.alerts()
                    .raise(new Concern(AlertKind.ABANDONMENT, "main", "Main", true,
                            Map.of("share", 0.027, "cap", 0.03, "window", 86_400, "calls", 800)), cast.ago(40));
            agent.signIn(Role.AGENT);
            supervisor.signIn(Role.SUPERVISOR);

            assertThat(supervisor.part("alerts")).containsText(
                    "Main: 2.7% of 800 answered calls were abandoned in the last 24 hours; the cap is 3.0%.");
            supervisor.screenshot("floor-alert-en");
            supervisor.part("acknowledge").click();
            assertThat(supervisor.part("alerts")).containsText("seen by The supervisor");

            supervisor.part("agent-agent1").locator("[data-test='more']").click();
            supervisor.page.getByText("Message…").locator("visible=true").click();
            supervisor.part("notice-text").fill("Please speak slower");
            supervisor.press("Enter");
            assertThat(agent.part("notices")).containsText("Please speak slower");
            agent.screenshot("agent-notice-en");
            agent.part("confirm-notice").click();
            // It passes.
            assertThat(supervisor.page.getByText("The agent has read your message")).isVisible();
            assertThat(agent.part("notices")).hasCount(0);
            assertThat(supervisor.complaints()).isEmpty();
            assertThat(agent.complaints()).isEmpty();
        }
    }
}
