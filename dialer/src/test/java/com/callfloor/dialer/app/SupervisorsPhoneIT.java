package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import com.callfloor.dialer.console.Chromium;
import com.callfloor.dialer.local.DebtorBehaviour.Echoes;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A supervisor and an agent, each in a browser of their own, and a debtor: who hears whom, through a real PBX. */
class SupervisorsPhoneIT {
    private static final int DEBTOR = 440;
    private static final int AGENT = 700;
    private static final int SUPERVISOR = 1_300;
    private static final double HEARD = 300;
    /** A quarter of a second, in samples. */
    private static final int WINDOW = 2_000;
    private static final Tone TALKS = new Tone(Duration.ofMillis(500), Duration.ofSeconds(150), DEBTOR);

    /** What this debtor says is what it has heard. */
    private static final Echoes ECHOES = new Echoes(Duration.ofMillis(500), Duration.ofSeconds(150));

    @Test
    void aSupervisorListensWhispersBargesInAndTakesOverByTheBrowsersPhone(@TempDir Path folder) throws Exception {
        var debtors = Debtors.numberedFrom(840)
                .with("listened", TALKS)
                .with("whispered", ECHOES)
                .with("barged", ECHOES)
                .with("taken", TALKS);
        try (var floor = WholeFloor.open(FloorPlan.of("supervisors-phone", 1, debtors));
                var agents = Chromium.hearing(Voice.of(AGENT, folder));
                var supervisors = Chromium.hearing(Voice.of(SUPERVISOR, folder))) {
            Page agent = agents.page("en-GB", ColorScheme.LIGHT);
            Ears agentsEars = Ears.of(agent);
            signIn(floor, agent, "agent1", "**/agent");
            part(agent, "headset-browser").click();
            Page supervisor = supervisors.page("en-GB", ColorScheme.LIGHT);
            Ears supervisorsEars = Ears.of(supervisor);
            signIn(floor, supervisor, "supervisor", "**/floor");
            part(supervisor, "headset-browser").click();
            assertThat(part(supervisor, "headset-state")).containsText("Ready");

            part(agent, "ready").click();
            assertThat(part(agent, "call-strip")).containsText("Connected");

            press(supervisor, "l");
            assertThat(part(supervisor, "headset-state")).containsText("On the line");
            supervisorsEars.awaitHearing(DEBTOR);
            supervisorsEars.awaitHearing(AGENT);
            assertThat(agentsEars.hearsWithin(SUPERVISOR, Voice.BURST_AND_PAUSE_MS)).as("listening").isFalse();
            endCall(agent);

            assertThat(part(agent, "call-strip")).containsText("Connected");
            press(supervisor, "w");
            agentsEars.awaitHearing(SUPERVISOR);
            agentsEars.awaitHearing(AGENT);
            endCall(agent);
            StereoSound whispered = floor.sound(floor.recording("whispered", "stored"));
            assertThat(loudest(whispered.left(), AGENT)).as("the debtor heard the agent").isGreaterThan(HEARD);
            assertThat(loudest(whispered.left(), SUPERVISOR)).as("and no whisper").isLessThan(HEARD / 2);

            assertThat(part(agent, "call-strip")).containsText("Connected");
            press(supervisor, "b");
            assertThat(part(supervisor, "headset-state")).containsText("On the line");
            agentsEars.awaitHearing(SUPERVISOR);
            supervisorsEars.awaitHearing(AGENT);
            // Only the debtor says it back: they come into the room last.
            supervisorsEars.awaitHearing(SUPERVISOR);
            endCall(agent);
            StereoSound barged = floor.sound(floor.recording("barged", "stored"));
            assertThat(loudest(barged.left(), SUPERVISOR)).as("the debtor heard the supervisor").isGreaterThan(HEARD);
            assertThat(loudest(barged.right(), SUPERVISOR)).as("and the recording has it").isGreaterThan(HEARD);
            assertThat(part(supervisor, "headset-state")).containsText("Ready");
            assertThat(part(agent, "call-strip")).containsText("Connected");
            assertThat(part(supervisor, "calls")).containsText("taken");
            assertThat(part(supervisor, "agent-agent1")).containsText("On call");
            press(supervisor, "t");
            assertThat(part(supervisor, "taken-call")).containsText("1,234.56");
            assertThat(part(agent, "disposition-refuses")).isEnabled();
            supervisorsEars.awaitHearing(DEBTOR);
            agentsEars.awaitSilence(DEBTOR, Voice.BURST_AND_PAUSE_MS);
            screenshot(supervisor, "real-take-over");
            part(agent, "disposition-refuses").click();
            theReloadedPageHasTheSameDebtor(floor, supervisor, supervisorsEars);
            Page other = aSecondTabTakesThePhoneInMidTalkOnlyWhenAsked(floor, supervisor);
            part(other, "taken-hang-up").click();
            assertThat(part(other, "taken-call")).hasCount(0);

            JsonNode call = floor.call("taken", "closed");
            assertThat(call.path("taken_over_by").asText()).isEqualTo("Supervisor");
            assertThat(call.path("agent_name").asText()).isEqualTo("Agent 1");
            assertThat(call.path("disposition").asText()).isEqualTo("refuses");
            StereoSound taken = floor.sound(floor.recording("taken", "stored"));
            assertThat(StereoSound.amplitude(taken.right(), SUPERVISOR)).as("the debtor heard")
                    .isGreaterThan(
                            HEARD / 3);
            short[] end = Arrays.copyOfRange(taken.left(), taken.left().length * 4 / 5, taken.left().length);
            assertThat(StereoSound.amplitude(end, DEBTOR)).as("recorded to the end").isGreaterThan(HEARD);
        }
    }

    private static void theReloadedPageHasTheSameDebtor(WholeFloor floor, Page supervisor, Ears ears) {
        supervisor.reload();

        assertThat(part(supervisor, "taken-call")).containsText("1,234.56");
        assertThat(part(supervisor, "headset-state")).containsText("On the line");
        assertThat(part(supervisor, "headset-lost")).hasCount(0);
        ears.awaitHearing(DEBTOR);
        floor.call("taken", "connected");
    }

    private static Page aSecondTabTakesThePhoneInMidTalkOnlyWhenAsked(WholeFloor floor, Page first) {
        Page second = first.context().newPage();
        Ears ears = Ears.of(second);
        second.navigate(first.url());
        assertThat(part(second, "taken-call")).containsText("1,234.56");
        assertThat(part(second, "headset-state")).containsText("In use in another tab");
        assertThat(part(first, "headset-state")).containsText("On the line");

        part(second, "headset-retry").click();

        assertThat(second.locator(".el-message-box")).containsText("Your phone is on a call in another page.");
        screenshot(second, "real-phone-in-another-tab");
        second.keyboard().press("Escape");
        assertThat(part(first, "headset-state")).containsText("On the line");
        part(second, "headset-retry").click();
        second.locator(".el-message-box .el-button--primary").click();
        assertThat(part(second, "headset-state")).containsText("On the line");
        assertThat(part(first, "headset-state")).containsText("In use in another tab");
        ears.awaitHearing(DEBTOR);
        floor.call("taken", "connected");
        return second;
    }

    /** The loudest quarter of a second. */
    private static double loudest(short[] side, int hertz) {
        double most = 0;
        for (int from = 0; from + WINDOW <= side.length; from += WINDOW / 2) {
            most = Math.max(most, StereoSound.amplitude(Arrays.copyOfRange(side, from, from + WINDOW), hertz));
        }
        return most;
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots").resolve(name + ".png")));
    }

    private static void press(Page supervisor, String key) {
        part(supervisor, "agent-agent1").focus();
        supervisor.keyboard().press(key);
    }

    private static void endCall(Page agent) {
        part(agent, "hang-up").click();
        part(agent, "disposition-refuses").click();
    }

    private static void signIn(WholeFloor floor, Page page, String login, String home) {
        page.navigate(floor.dialer.address.toString());
        page.locator("#login").fill(login);
        page.locator("#password").fill(floor.passwordOf(login));
        page.keyboard().press("Enter");
        page.waitForURL(home);
    }

    private static Locator part(Page page, String name) {
        return page.locator("[data-test='" + name + "']");
    }
}
