package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.staff.Role;
import com.microsoft.playwright.Locator;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordingsPageIT {
    private final Chromium chromium = new Chromium();
    private final Stage stage = new Stage();
    private ConsolePage console;

    RecordingsPageIT() throws IOException {
        console = chromium.english(stage);
        stage.recordings().recordings.addAll(recordings(Instant.now()));
    }

    static List<RecordingView> recordings(Instant now) {
        return List.of(recording(9, now, "CF-5", "expected", null),
                recording(8, now, "CF-5", "stored", 61_250L),
                recording(7, now, "CF-7", "stored", 187_000L, "agent_silent", "too_short"),
                recording(6, now, "CF-9", "missing", null),
                recording(5, now, "CF-5", "stored", 9_400L));
    }

    private static RecordingView recording(int serial, Instant now, String caseRef, String state,
            @Nullable Long millis, String... flaws) {
        boolean stored = millis != null;
        return new RecordingView(Cast.attempt(serial), new CaseId(serial), caseRef, "李静",
                now.minusSeconds(600L * (10 - serial)), state, millis == null ? null : Duration.ofMillis(millis),
                stored ? 1000L : null, stored ? "ab".repeat(32) : null, null, List.of(flaws), "connected",
                "promise_to_pay");
    }

    @BeforeEach
    void signIn() {
        console.signIn(Role.QA);
        assertThat(rows()).hasCount(5);
    }

    @AfterEach
    void freshWindow() {
        console.close();
        console = chromium.english(stage);
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
        chromium.close();
    }

    @Test
    void everyRecordingShowsItsLengthAndItsFlaws() {
        assertThat(row(8)).containsText("1:01");
        assertThat(row(8)).containsText("No flaws");
        assertThat(row(7)).containsText("Agent silent");
        assertThat(row(6)).containsText("Missing");
        assertThat(row(9)).containsText("Being taken in");
    }

    @Test
    void aCaseWithoutRecordingsIsSaidToHaveNone() {
        console.part("filter").fill("NO-SUCH-CASE");
        console.press("Enter");

        assertThat(console.part("recordings")).containsText("No recording for case NO-SUCH-CASE.");
    }

    @Test
    void aRecordingIsPlayedSoughtAndPausedByKeysAlone() {
        double seconds = Tone.fill(stage.recordings().sound);
        row(9).focus();
        console.press("ArrowDown");
        console.press("Enter");
        await().untilAsserted(() -> assertThat(number("audio.duration")).isCloseTo(seconds, Offset.offset(0.1)));
        await().until(() -> number("audio.currentTime") > 0.1);

        console.press("Space");
        await().until(() -> truth("audio.paused"));
        double before = number("audio.currentTime");
        console.press("ArrowRight");

        await().untilAsserted(
                () -> assertThat(number("audio.currentTime")).isCloseTo(before + 5, Offset.offset(0.05)));
        console.press("ArrowLeft");
        await().untilAsserted(() -> assertThat(number("audio.currentTime")).isCloseTo(before, Offset.offset(0.05)));
    }

    @Test
    void soundThatCannotBePlayedIsReported() {
        Arrays.fill(stage.recordings().sound, (byte) 7);
        row(5).click();

        assertThat(console.part("player")).containsText("cannot be played");
    }

    private Locator rows() {
        return console.part("recordings").locator("tbody tr");
    }

    private Locator row(int serial) {
        return console.part("recording-" + Cast.attempt(serial));
    }

    private double number(String expression) {
        return ((Number) evaluate(expression)).doubleValue();
    }

    private boolean truth(String expression) {
        return (Boolean) evaluate(expression);
    }

    private Object evaluate(String expression) {
        return console.page.evaluate("() => { const audio = document.querySelector('audio'); return " + expression
                + " }");
    }
}
