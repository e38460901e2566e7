package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.staff.Role;
import com.callfloor.recorder.audio.RecordingFormat;
import com.microsoft.playwright.Locator;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordingsPageIT {
    private static final int SECONDS = 20;
    /** Decodes as the player does, and measures each tone on each side by correlation. */
    private static final String LISTEN = """
            async (path) => {
              const answer = await fetch(path)
              const context = new OfflineAudioContext(2, 8000, 48000)
              const sound = await context.decodeAudioData(await answer.arrayBuffer())
              const level = (channel, hertz) => {
                const samples = sound.getChannelData(channel)
                let sine = 0
                let cosine = 0
                for (let i = 0; i < samples.length; i++) {
                  const angle = (2 * Math.PI * hertz * i) / sound.sampleRate
                  sine += samples[i] * Math.sin(angle)
                  cosine += samples[i] * Math.cos(angle)
                }
                return (2 * Math.hypot(sine, cosine)) / samples.length
              }
              return { seconds: sound.duration, debtorOwn: level(0, 440), debtorOther: level(0, 1000),
                agentOwn: level(1, 1000), agentOther: level(1, 440) }
            }""";

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
                stored ? 1000L : null, stored ? "ab".repeat(32) : null, stored ? "opus" : null, null, List.of(flaws),
                "connected",
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

    @ParameterizedTest
    @EnumSource
    void aRecordingIsPlayedSoughtAndPausedByKeysAlone(RecordingFormat format) throws IOException {
        double seconds = kept(format);
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

    @ParameterizedTest
    @EnumSource
    void theBrowserHearsEachSideWhereItBelongs_andAsLongAsItIs(RecordingFormat format) throws IOException {
        kept(format);

        var heard = (Map<?, ?>) console.page.evaluate(LISTEN, "/api/recordings/" + Cast.attempt(8) + "/audio");

        assertThat(number(heard, "seconds")).isCloseTo(SECONDS, Offset.offset(0.001));
        for (String side : List.of("debtor", "agent")) {
            String other = side.equals("debtor") ? "agent" : "debtor";
            assertThat(number(heard, side + "Own")).as("%s's tone, of 0.244", side).isBetween(0.17, 0.29);
            assertThat(number(heard, side + "Other")).as("%s heard with the %s", other, side).isLessThan(0.244 / 56);
        }
    }

    @Test
    void soundThatCannotBePlayedIsReported() {
        stage.recordings().sound = new byte[10_000];
        Arrays.fill(stage.recordings().sound, (byte) 7);
        row(5).click();

        assertThat(console.part("player")).containsText("cannot be played");
    }

    private double kept(RecordingFormat format) throws IOException {
        stage.recordings().mediaType = format.mediaType();
        stage.recordings().sound = Tone.of(SECONDS, format);
        return SECONDS;
    }

    private static double number(Map<?, ?> found, String name) {
        return ((Number) Objects.requireNonNull(found.get(name))).doubleValue();
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
