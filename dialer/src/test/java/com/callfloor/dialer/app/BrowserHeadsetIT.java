package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import com.callfloor.dialer.console.Chromium;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An agent whose headset is in the browser: real audio in both directions, through a real PBX. */
class BrowserHeadsetIT {
    static final int VOICE = 700;
    private static final int DEBTOR = 440;
    private static final double LOUD = 1_000;
    private static final double HEARD = 300;

    @Test
    void theAgentTalksAndListensInTheBrowserAndIsHeardOnlyWhileTheMicrophoneIsOn(@TempDir Path folder)
            throws Exception {
        var debtors = Debtors.numberedFrom(820)
                .with("talks", new Tone(Duration.ofMillis(500), Duration.ofSeconds(40), DEBTOR))
                .with("muted", new Tone(Duration.ofMillis(500), Duration.ofSeconds(40), DEBTOR));
        try (var floor = WholeFloor.open(FloorPlan.of("browser-headset", 1, debtors));
                var chromium = Chromium.hearing(Voice.of(VOICE, folder))) {
            Page page = signIn(floor, chromium);
            part(page, "headset-browser").click();
            assertThat(part(page, "headset-state")).containsText("Connected");

            part(page, "ready").click();

            assertThat(part(page, "headset-state")).containsText("Line is up");
            talkFor(page, 5);
            // Before the next call, which the disposition brings.
            part(page, "mute").click();
            part(page, "disposition-refuses").click();
            check(floor.sound(floor.recording("talks", "stored")), true);
            screenshot(page);

            talkFor(page, 5);
            part(page, "disposition-refuses").click();
            check(floor.sound(floor.recording("muted", "stored")), false);
            phoneOf(floor, "91001");

            part(page, "headset-phone").click();
            phoneOf(floor, "1001");
        }
    }

    private static void check(StereoSound sound, boolean heard) {
        short[] left = StereoSound.middle(sound.left());
        short[] right = StereoSound.middle(sound.right());
        double debtor = StereoSound.amplitude(left, DEBTOR);
        org.assertj.core.api.Assertions.assertThat(debtor).as("the debtor").isGreaterThan(LOUD);
        assertHeard(right, heard);
        org.assertj.core.api.Assertions.assertThat(StereoSound.amplitude(right, DEBTOR)).as("echo").isLessThan(HEARD);
    }

    /** Whether the voice of the browser's microphone is in the agent's side. */
    static void assertHeard(short[] side, boolean heard) {
        double agent = StereoSound.amplitude(side, VOICE);
        if (heard) {
            org.assertj.core.api.Assertions.assertThat(agent).as("the agent").isGreaterThan(HEARD);
        } else {
            org.assertj.core.api.Assertions.assertThat(agent).as("the muted agent").isLessThan(HEARD / 10);
        }
    }

    private static void talkFor(Page page, int seconds) {
        assertThat(part(page, "call-strip")).containsText("Connected");
        assertThat(part(page, "call-timer")).hasText(Pattern.compile("0:(0[" + seconds + "-9]|[1-9].)"));
        part(page, "hang-up").click();
    }

    /** What the page asks for is done in its own time. */
    private static void phoneOf(WholeFloor floor, String extension) {
        await().until(() -> floor.api.get("/api/agents").path("items").path(0).path("extension").asText(),
                extension::equals);
    }

    static Page signIn(WholeFloor floor, Chromium chromium) {
        Page page = chromium.page("en-GB", ColorScheme.LIGHT);
        page.navigate(floor.dialer.address.toString());
        page.locator("#login").fill("agent1");
        page.locator("#password").fill(floor.passwordOf("agent1"));
        page.keyboard().press("Enter");
        page.waitForURL("**/agent");
        return page;
    }

    static Locator part(Page page, String name) {
        return page.locator("[data-test='" + name + "']");
    }

    private static void screenshot(Page page) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots").resolve("real-browser-headset.png")));
    }
}
