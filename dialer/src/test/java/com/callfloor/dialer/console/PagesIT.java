package com.callfloor.dialer.console;

import java.io.IOException;
import java.util.regex.Pattern;

import com.callfloor.dialer.staff.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The way to the pages, and that each shows what the server has for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
    private final Chromium chromium = new Chromium();
    private final Stage stage = new Stage();
    private ConsolePage console;

    PagesIT() throws IOException {
        console = chromium.english(stage);
    }

    @BeforeEach
    void freshWindow() {
        console.close();
        console = chromium.english(stage);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(console.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "tasks", "payments", "imports", "reports", "strategies", "scripts", "templates",
            "campaigns", "trunks", "do-not-call", "webhooks", "reviews", "people", "tokens", "audit",
            "health"})
    void aPageOfTheSideBarShowsItsContent(String page) {
        console.signIn(Role.ADMINISTRATOR);
        console.part("nav-" + page).first().click();

        assertThat(console.page.locator("main h1")).isVisible();
        assertThat(console.page.getByText("Loading…")).hasCount(0);
        assertThat(console.part("problem")).hasCount(0);
    }

    @Test
    void anAgentHasNoSideBar_butBothPagesInTheHeader() {
        console.signIn(Role.AGENT);

        assertThat(console.part("state")).isVisible();
        assertThat(console.part("side-bar")).hasCount(0);
        console.part("nav-my-reviews").click();
        assertThat(console.page.locator("main h1")).isVisible();
    }

    @Test
    void webhooksAreTheAdministratorsOnly() {
        console.signIn(Role.SUPERVISOR);

        assertThat(console.part("nav-reports").first()).isVisible();
        assertThat(console.part("nav-webhooks")).hasCount(0);
    }

    @Test
    void theColoursAreChosenAndRemembered() {
        console.signIn(Role.SUPERVISOR);
        console.part("theme").click();
        console.part("theme").click();
        assertThat(console.page.locator("html")).hasClass(Pattern.compile("dark"));

        console.open("/reports");

        assertThat(console.part("theme")).isVisible();
        assertThat(console.page.locator("html")).hasClass(Pattern.compile("dark"));
    }

    @Test
    void whatIsWrongWithAStrategyIsSaid() {
        console.signIn(Role.SUPERVISOR).open("/strategies");
        console.part("strategy-text").fill("name: mine\nversion: [\n");
        console.part("preview").click();

        assertThat(console.part("problem")).isVisible();
    }
}
