package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.recorder.audio.RecordingFormat;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Pictures of every page for people to look at, in {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreenshotsIT {
    private static final List<String> PAGES = List.of("cases", "tasks", "payments", "imports", "why", "rules",
            "reports", "strategies", "scripts", "templates", "campaigns", "trunks", "do-not-call", "webhooks", "people",
            "tokens", "audit", "health", "lenders", "calendars", "configuration");
    private static final Pattern LOADING = Pattern.compile("Loading…|加载中…");

    private final Chromium chromium = new Chromium();
    private final Cast cast = new Cast(Instant.now());
    private final Stage stage = new Stage();

    ScreenshotsIT() throws IOException {
        stage.recordings().recordings.addAll(RecordingsPageIT.recordings(cast.now()));
        stage.archive().cases.add(Samples.caseView(5));
        stage.strategies().cases.add(cast.facts());
        stage.recordings().sound = Tone.of(20, RecordingFormat.OPUS);
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
        chromium.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"zh-CN, LIGHT", "en-GB, LIGHT", "zh-CN, DARK", "en-GB, DARK"})
    void everyPageShowsItsContentInEveryLanguageAndScheme(String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (ConsolePage console = chromium.window(stage, language, scheme)) {
            console.open("/sign-in");
            assertThat(console.page.locator("form")).isVisible();
            console.screenshot("sign-in" + suffix);
        }
        floor(suffix, language, scheme);
        recordings(suffix, language, scheme);
        pages(suffix, language, scheme);
        agent("agent-ready", new AgentState.Ready(cast.ago(42)), null, suffix, language, scheme);
        agent("agent-call", new AgentState.OnCall(cast.ago(95), Cast.attempt(1)), cast.pop(1, true), suffix, language,
                scheme);
        agent("agent-wrap-up", new AgentState.WrapUp(cast.ago(9), Cast.attempt(1)), cast.pop(1, true), suffix,
                language, scheme);
    }

    private void floor(String suffix, String language, ColorScheme scheme) {
        try (ConsolePage console = chromium.window(stage, language, scheme)) {
            FloorSnapshot busy = cast.busyFloor();
            stage.floor()
                    .show(old -> new FloorSnapshot(Instant.parse("2026-11-23T02:14:05Z"), true, busy.campaigns(),
                            busy.links(), new Cast(Instant.parse("2026-11-23T02:14:05Z")).busyFloor().agents(),
                            new Cast(Instant.parse("2026-11-23T02:14:05Z")).busyFloor().calls(), busy.pops(),
                            busy.previews(),
                            busy.today(), busy.occupancy(), busy.why()));
            console.signIn(Role.SUPERVISOR);
            assertThat(console.part("calls").locator("tbody tr")).hasCount(5);
            console.screenshot("floor" + suffix);
        }
    }

    private void recordings(String suffix, String language, ColorScheme scheme) {
        try (ConsolePage console = chromium.window(stage, language, scheme)) {
            console.signIn(Role.QA);
            console.part("recording-" + Cast.attempt(8)).click();
            assertThat(console.part("player").locator("audio")).isVisible();
            console.screenshot("recordings" + suffix);
        }
    }

    /** Every page of the side bar that has no pictures of its own. */
    private void pages(String suffix, String language, ColorScheme scheme) {
        try (ConsolePage console = chromium.window(stage, language, scheme)) {
            console.signIn(Role.ADMINISTRATOR);
            for (String page : PAGES) {
                console.open("/" + page);
                assertThat(console.page.locator("main section, main form").first()).isVisible();
                assertThat(console.page.getByText(LOADING)).hasCount(0);
                console.screenshot(page + suffix);
            }
        }
    }

    private void agent(String name, AgentState state, @Nullable ScreenPop pop, String suffix, String language,
            ColorScheme scheme) {
        AgentView me = cast.me(state);
        FloorSnapshot busy = cast.busyFloor();
        stage.floor()
                .show(old -> new FloorSnapshot(Instant.now(), false, busy.campaigns(), busy.links(), List.of(me),
                        List.of(), pop == null ? Map.of() : Map.of(Cast.ME, pop), busy.previews(), busy.today(), 0,
                        busy.why()));
        try (ConsolePage console = chromium.window(stage, language, scheme)) {
            console.signIn(Role.AGENT);
            assertThat(console.part("state")).isVisible();
            if (pop != null) {
                assertThat(console.part("script-text")).isVisible();
            }
            console.screenshot(name + suffix);
        }
    }
}
