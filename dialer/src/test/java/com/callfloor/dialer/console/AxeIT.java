package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.web.testing.Samples;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a screen reader or bad eyes would stumble over, as axe finds it: nothing serious on any page, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AxeIT {
    private static final Set<String> BAD = Set.of("serious", "critical");

    private final Chromium chromium = new Chromium();
    private final Cast cast = new Cast(Instant.now());
    private final Stage stage = new Stage();
    private final Map<ColorScheme, ConsolePage> administrators = new EnumMap<>(ColorScheme.class);

    AxeIT() throws IOException {
        stage.recordings().recordings.addAll(RecordingsPageIT.recordings(cast.now()));
        stage.archive().cases.add(Samples.caseView(5));
        stage.strategies().cases.add(cast.facts());
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            administrators.put(scheme, chromium.window(stage, "en-GB", scheme).signIn(Role.ADMINISTRATOR));
        }
    }

    @AfterAll
    void close() throws IOException {
        administrators.values().forEach(ConsolePage::close);
        stage.close();
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"/floor", "/cases", "/tasks", "/payments", "/imports", "/recordings", "/why", "/rules", "/reports",
            "/strategies", "/scripts", "/templates", "/campaigns", "/trunks", "/do-not-call", "/webhooks", "/people",
            "/tokens", "/audit", "/health", "/lenders", "/calendars", "/configuration"})
    void aPageOfTheSideBarHasNothingSerious(String path) {
        administrators.forEach((scheme, console) -> {
            console.open(path);
            assertThat(console.page.locator("main section, main form, main table").first()).isVisible();
            assertThat(console.page.getByText("Loading…")).hasCount(0);
            assertNothingSerious(console, path + " " + scheme);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theDoorAndTheAgentsDeskHaveNothingSerious(ColorScheme scheme) {
        try (ConsolePage console = chromium.window(stage, "zh-CN", scheme)) {
            console.open("/sign-in");
            assertThat(console.page.locator("form")).isVisible();
            assertNothingSerious(console, "sign-in " + scheme);
        }
        FloorSnapshot busy = cast.busyFloor();
        stage.floor()
                .show(old -> new FloorSnapshot(busy.clock(), false, busy.campaigns(), busy.links(),
                        List.of(cast.me(new AgentState.WrapUp(cast.ago(9), Cast.attempt(1)))), List.of(),
                        Map.of(Cast.ME, cast.pop(1, true)), busy.previews(), busy.today(), 0, busy.why()));
        try (ConsolePage console = chromium.window(stage, "zh-CN", scheme)) {
            console.signIn(Role.AGENT);
            assertThat(console.part("script-text")).isVisible();
            console.press("1");
            assertThat(console.part("outcome-details")).isVisible();
            assertNothingSerious(console, "agent " + scheme);
        }
    }

    private static void assertNothingSerious(ConsolePage console, String where) {
        List<String> found = new AxeBuilder(console.page).analyze()
                .getViolations()
                .stream()
                .filter(rule -> BAD.contains(rule.getImpact()))
                .map(AxeIT::words)
                .toList();
        assertThat(found).as(where).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList();
    }
}
