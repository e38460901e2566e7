package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import com.callfloor.dialer.console.Chromium;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.dialer.app.BrowserHeadsetIT.part;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An agent's page goes away in mid-talk and comes back, or does not: the debtor is not hung up on. */
class ReloadInCallIT {
    private static final int SECOND = 8_000;
    private static final int DEBTOR = 440;
    private static final int DESK_PHONE = 1_000;
    private static final Duration RING = Duration.ofMillis(300);

    @Test
    void theTalkOutlivesThePage(@TempDir Path folder) throws Exception {
        var debtors = Debtors.numberedFrom(840)
                .with("reloaded", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, DEBTOR))
                .with("taken-over", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, DEBTOR));
        var plan = new FloorPlan("reload-in-call", 2, debtors, Map.of("FLOOR_AGENTS_BACK_WITHIN", "15s"));
        try (var floor = WholeFloor.open(plan);
                var chromium = Chromium.hearing(Voice.of(BrowserHeadsetIT.VOICE, folder))) {
            Page page = BrowserHeadsetIT.signIn(floor, chromium);
            part(page, "headset-browser").click();
            assertThat(part(page, "headset-state")).containsText("Connected");
            part(page, "ready").click();

            theReloadedPageIsBackInTheSameTalk(floor, page);
            page = aSecondPageTakesTheTalkOver(page);
            anotherAgentTakesOver(floor, page);
            nobodyIsLeftToTakeOver(floor, floor.agent(2));
        }
    }

    private static void theReloadedPageIsBackInTheSameTalk(WholeFloor floor, Page page) throws Exception {
        talkFor(page, 3);
        page.locator("#note").fill("pays on Friday, if");
        page.reload();

        assertThat(part(page, "headset-state")).containsText("Line is up");
        assertThat(part(page, "call-strip")).containsText("Connected");
        assertThat(page.locator(".pop")).containsText("reloaded");
        assertThat(part(page, "headset-lost")).hasCount(0);
        assertThat(page.locator("#note")).hasValue("pays on Friday, if");
        assertThat(part(page, "call-timer")).hasText(Pattern.compile("0:(1[4-9]|[2-9].)"));
        aReloadOnHoldComesBackToTheHold(page);
        String attempt = floor.call("reloaded", "connected").path("id").asText();
        PbxRestartIT.awaitSecondsRecorded(floor, attempt, 4 + PbxRestartIT.secondsRecorded(floor, attempt));
        part(page, "hang-up").click();
        aReloadInTheWrapUpComesBackToTheHalfWrittenForm(page);

        JsonNode call = floor.call("reloaded", "closed");
        assertThat(call.path("outcome").asText()).isEqualTo("connected");
        assertThat(call.path("note").asText("")).as("the end was wanted").doesNotContain("lost");
        StereoSound sound = floor.sound(floor.recording("reloaded", "stored"));
        assertThat(sound.length()).as("one recording of all of it").isGreaterThan(Duration.ofSeconds(8));
        assertThat(StereoSound.amplitude(sound.left(), DEBTOR)).as("the debtor, all the time").isGreaterThan(1_000);
        BrowserHeadsetIT.assertHeard(Arrays.copyOfRange(sound.right(), SECOND, 3 * SECOND), true);
        int end = sound.right().length;
        BrowserHeadsetIT.assertHeard(Arrays.copyOfRange(sound.right(), end - 3 * SECOND, end - SECOND), true);
    }

    private static void aReloadOnHoldComesBackToTheHold(Page page) {
        part(page, "hold").click();
        assertThat(part(page, "call-strip")).containsText("On hold");

        page.reload();

        assertThat(part(page, "headset-state")).containsText("Line is up");
        assertThat(part(page, "call-strip")).containsText("On hold");
        part(page, "hold").click();
        assertThat(part(page, "call-strip")).containsText("Connected");
    }

    private static void aReloadInTheWrapUpComesBackToTheHalfWrittenForm(Page page) {
        part(page, "disposition-claims_paid").click();
        page.getByLabel("Which way").fill("by bank");

        page.reload();

        assertThat(page.getByLabel("Which way")).hasValue("by bank");
        part(page, "outcome-details").press("Escape");
        part(page, "disposition-refuses").click();
    }

    private static Page aSecondPageTakesTheTalkOver(Page first) {
        talkFor(first, 1);
        Page second = first.context().newPage();
        second.navigate(first.url());
        assertThat(part(second, "elsewhere")).containsText("127.0.0.1");
        assertThat(part(second, "call-strip")).hasCount(0);

        part(second, "take-over").click();

        assertThat(part(second, "call-strip")).containsText("Connected");
        assertThat(part(first, "elsewhere")).isVisible();
        assertThat(part(second, "headset-state")).containsText("Line is up");
        assertThat(part(second, "headset-lost")).hasCount(0);
        return second;
    }

    private static void anotherAgentTakesOver(WholeFloor floor, Page page) throws Exception {
        AgentConsole other = floor.agent(2).ready();

        page.close();

        other.awaitPop("taken-over");
        String attempt = floor.call("taken-over", "connected").path("id").asText();
        other.awaitCall(attempt, "connected");
        PbxRestartIT.awaitSecondsRecorded(floor, attempt, 2 + PbxRestartIT.secondsRecorded(floor, attempt));
        assertThat(floor.api.get("/api/calls/" + attempt).path("agent_id")).isEqualTo(other.agent().path("id"));
        assertThat(other.hangUp(attempt).statusCode()).isEqualTo(202);
        other.awaitState("wrap_up");
        StereoSound sound = floor.sound(floor.recording("taken-over", "stored"));
        int end = sound.right().length;
        assertThat(StereoSound.amplitude(Arrays.copyOfRange(sound.right(), end - SECOND, end), DESK_PHONE))
                .as("the second agent")
                .isGreaterThan(300);
        assertThat(other.dispose(attempt, "call_back").statusCode()).isEqualTo(200);
    }

    private static void nobodyIsLeftToTakeOver(WholeFloor floor, AgentConsole agent) throws Exception {
        floor.importCases(Debtors.numberedFrom(845)
                .with("left-alone", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, DEBTOR)));
        floor.call("left-alone", "connected");
        agent.wish("break");
        floor.parts.phones.close();

        JsonNode call = floor.call("left-alone", "closed");
        assertThat(call.path("outcome").asText()).isEqualTo("connected");
        assertThat(call.path("note").asText()).contains("did not come back within 15 s");
        agent.awaitState("wrap_up");
    }

    private static void talkFor(Page page, int seconds) {
        assertThat(part(page, "call-strip")).containsText("Connected");
        assertThat(part(page, "call-timer")).hasText(Pattern.compile("0:(0[" + seconds + "-9]|[1-9].)"));
    }
}
