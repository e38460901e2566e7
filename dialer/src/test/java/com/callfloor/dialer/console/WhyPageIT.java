package com.callfloor.dialer.console;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import com.callfloor.dialer.rules.books.FactBook.Noted;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.staff.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WhyPageIT {
    private final Chromium chromium = new Chromium();
    private Stage stage;
    private ConsolePage console;

    @BeforeEach
    void openCase() throws IOException {
        stage = new Stage();
        Dossier.fill(stage);
        console = chromium.english(stage);
        console.signIn(Role.SUPERVISOR);
        console.open("/why");
    }

    @AfterEach
    void closeStage() throws IOException {
        console.close();
        stage.close();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void theNewestDecisionIsShownBesideWhatWouldBeDecidedNow() {
        ask(Dossier.CASE);

        assertThat(stored().locator("[data-test='verdict']")).hasText("Not yet");
        assertThat(stored()).containsText("3 of 3 attempts with this debtor this calendar day used");
        assertThat(stored()).containsText("Asia/Urumqi Mon 10:00:00");
        assertThat(console.part("would").locator("[data-test='verdict']")).hasText("Not yet");
        assertThat(console.complaints()).isEmpty();
    }

    @Test
    void stepsLeadToTheDecisionThatAnAttemptCameOf() {
        ask(Dossier.CASE);
        assertThat(stored()).containsText("no attempt");

        console.part("earlier").click();

        assertThat(stored().locator("[data-test='verdict']")).hasText("May be called");
        assertThat(console.part("attempt")).containsText("Call back");
        assertThat(console.part("attempt")).containsText(Cast.attempt(1).toString());
        assertThat(console.part("later")).isEnabled();
    }

    @Test
    void theDecisionInForceAtAnInstantIsFound() {
        console.part("case").fill(Dossier.CASE);
        // Shanghai's clock: two seconds after the second decision.
        console.part("instant").fill("2026-11-23T10:00:02");
        console.press("Enter");

        assertThat(stored()).containsText("10:00:00");
        assertThat(console.part("decision-2")).hasAttribute("aria-current", "true");
    }

    @Test
    void aCaseThatThereIsNotIsSaidToBeNone() {
        ask("NO-SUCH-CASE");

        assertThat(console.page.locator("main")).containsText("There is no case NO-SUCH-CASE.");
    }

    @Test
    void aFactIsNotedAndWithdrawn() {
        ask(Dossier.CASE);
        console.part("note-fact").click();
        console.part("fact-kind").selectOption("wrong_party");
        console.part("fact-evidence").fill("call of today");
        console.part("fact-save").click();
        assertThat(console.part("fact-form")).containsText("needs the whole number");

        console.part("fact-number").fill("+86 138 0000 0001");
        console.part("fact-save").click();

        assertThat(console.part("fact-4")).containsText("138****0001");
        assertThat(stage.rules().facts.getFirst().kind()).isEqualTo(FactKind.WRONG_PARTY);

        console.part("withdraw-4").click();
        console.page.locator(".el-message-box input").fill("was a typing error");
        console.page.locator(".el-message-box .el-button--primary").click();

        assertThat(console.part("fact-4")).containsText("supervisor: was a typing error");
        await().untilAsserted(() -> assertThat(stage.rules().facts.stream().map(Noted::withdrawnWhy))
                .contains("was a typing error"));
    }

    @Test
    void whoMayOnlyReadIsOfferedNoWriting() {
        console.signIn(Role.QA);
        console.open("/why?case=" + Dossier.CASE);

        assertThat(console.part("fact-1")).isVisible();
        assertThat(console.part("note-fact")).hasCount(0);
        assertThat(console.part("withdraw-1")).hasCount(0);
    }

    @Test
    void theCadenceListLeadsToTheCase() {
        console.open("/rules");
        console.part("tab-cadence").click();
        assertThat(console.part("cadence")).containsText("1 of 3");

        console.page.getByText(Dossier.CASE).click();

        assertThat(stored()).isVisible();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"zh-CN, LIGHT", "en-GB, LIGHT", "zh-CN, DARK", "en-GB, DARK"})
    void theRulesPagesFitTheUsualScreen(String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (ConsolePage window = chromium.window(stage, language, scheme)) {
            window.signIn(Role.SUPERVISOR);
            window.open("/why?case=" + Dossier.CASE);
            assertThat(window.part("fact-1")).isVisible();
            window.screenshot("why" + suffix);
            fits(window);
            window.part("facts").scrollIntoViewIfNeeded();
            window.screenshot("why-facts" + suffix);
            window.part("note-fact").click();
            assertThat(window.part("fact-form")).isVisible();
            window.screenshot("why-note" + suffix);
            window.open("/rules");
            assertThat(window.part("pack-floor-2026-10-01")).isVisible();
            window.screenshot("rules-packs" + suffix);
            fits(window);
            window.part("tab-cadence").click();
            assertThat(window.part("cadence").locator("tbody tr")).hasCount(2);
            window.screenshot("rules-cadence" + suffix);
            fits(window);
        }
    }

    private static void fits(ConsolePage window) {
        assertThat(window.page.evaluate("""
                () => [...document.querySelectorAll('main, section, table, .panel, .scroll, .packs, .texts, .cadence')]
                    .filter(part => part.scrollWidth > part.clientWidth + 1)
                    .map(part => part.tagName + '.' + part.className)""")).as("what is wider than its place")
                .isEqualTo(List.of());
    }

    private void ask(String caseRef) {
        console.part("case").fill(caseRef);
        console.press("Enter");
    }

    private Locator stored() {
        return console.part("stored");
    }
}
