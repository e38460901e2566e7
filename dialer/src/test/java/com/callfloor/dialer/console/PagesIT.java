package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.tasks.TaskState;
import com.callfloor.dialer.web.testing.FakeSetup;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.words.Words;
import com.microsoft.playwright.options.ColorScheme;
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
            "health", "lenders", "calendars", "configuration"})
    void aPageOfTheSideBarShowsItsContent(String page) {
        console.signIn(Role.ADMINISTRATOR);
        console.part("nav-" + page).first().click();

        assertThat(console.page.locator("main h1")).isVisible();
        assertThat(console.page.getByText("Loading…")).hasCount(0);
        assertThat(console.part("problem")).hasCount(0);
    }

    @Test
    void anAddressThatIsNoPage_orNoneOfTheRole_isToldAndLeadsHome() {
        console.signIn(Role.AGENT);

        for (String path : List.of("/recordngs", "/people", "/agent/of/nobody")) {
            console.open(path);
            assertThat(console.part("nowhere")).containsText("There is no page for you at " + path);
        }
        console.part("nowhere").locator("a").click();
        assertThat(console.page).hasURL(Pattern.compile("/agent$"));
    }

    @Test
    void aCaseIsLookedForByWhatADebtorTells_andANumberStandsInNoAddress() {
        stage.archive().cases.add(Samples.caseView(5));
        console.signIn(Role.SUPERVISOR).open("/cases");
        assertThat(console.part("cases")).isVisible();

        console.part("ref").fill("D-unheard-of");
        console.press("Enter");
        assertThat(console.page.getByText("No case answers to D-unheard-of.")).isVisible();
        assertThat(console.page).hasURL(Pattern.compile("/cases\\?ref=D-unheard-of$"));

        console.part("ref").fill("+86 139 9999 9999");
        console.press("Enter");
        assertThat(console.page.getByText("No case answers to +86 139 9999 9999.")).isVisible();
        assertThat(console.page).hasURL(Pattern.compile("/cases$"));

        console.part("ref").fill(Samples.caseView(5).debtorRef());
        console.press("Enter");
        assertThat(console.page.locator("main")).containsText(Samples.caseView(5).card().debtorName());
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
    void theConfigurationIsSearchedAndTellsOfASecretOnlyThatItIsSet() {
        console.signIn(Role.AUDITOR).open("/configuration");
        assertThat(console.part("value-database.password")).containsText("set, not shown");
        assertThat(console.part("value-database.password")).containsText("FLOOR_DATABASE_PASSWORD");

        console.part("value-filter").fill("abandon_cap");

        assertThat(console.part("values-dialing")).containsText("dialing.abandon_cap");
        assertThat(console.part("values-database")).hasCount(0);
        assertThat(console.page.getByText(FakeSetup.PASSWORD)).hasCount(0);
    }

    @Test
    void lendersCalendarsAndWhichPacksApplyAreShownToASupervisor() {
        console.signIn(Role.SUPERVISOR).open("/lenders");
        assertThat(console.part("lenders")).containsText("Harbour Bank");
        assertThat(console.part("mapping-harbour")).containsText("Contract");
        assertThat(console.part("nav-configuration")).hasCount(0);

        console.open("/calendars");
        console.part("calendar").selectOption("cn");
        console.part("year").selectOption("2026");
        assertThat(console.part("days")).containsText("元旦");
        assertThat(console.part("calendar-cn")).containsText("2030");

        console.open("/rules");
        console.part("tab-assignments").click();
        assertThat(console.part("assignments")).containsText("Debtors in this region");
    }

    @Test
    void whatTheFloorRefusesIsSaidInTheLanguageInUse() {
        stage.floor().refuse(Refusal.NOT_NOW, new Words("the call is still ringing", "电话仍在振铃"));
        try (ConsolePage chinese = chromium.window(stage, "zh-CN", ColorScheme.LIGHT)) {
            chinese.signIn(Role.SUPERVISOR).open("/campaigns");
            chinese.page.locator("[data-test^='edit-']").first().click();
            chinese.part("lines").fill("5");
            chinese.part("dialog-save").click();

            assertThat(chinese.page.getByText("电话仍在振铃").first()).isVisible();
        }
    }

    @Test
    void aTaskIsToldInTheLanguageInUse() {
        stage.outcomes().tasks.add(new Task(77, new CaseId(5), "CF-77", TaskKind.PROMISE_CHECK, TaskState.OPEN,
                Instant.now(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new Words("500.00 CNY on 2026-12-03", "2026年12月3日还款 500.00元")), Instant.now(),
                Optional.empty(), Optional.empty(), Optional.empty()));
        try (ConsolePage chinese = chromium.window(stage, "zh-CN", ColorScheme.LIGHT)) {
            chinese.signIn(Role.SUPERVISOR).open("/tasks");
            assertThat(chinese.part("task-77")).containsText("2026年12月3日还款 500.00元");
        }

        console.signIn(Role.SUPERVISOR).open("/tasks");
        assertThat(console.part("task-77")).containsText("500.00 CNY on 2026-12-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void onASupervisorsPhoneNothingIsCutOffAndAgentsAreInSight(String language) {
        stage.floor().show(old -> new Cast(Instant.now()).busyFloor());
        try (ConsolePage phone = chromium.window(stage, language, ColorScheme.LIGHT)) {
            phone.page.setViewportSize(390, 844);
            phone.signIn(Role.SUPERVISOR);
            assertThat(phone.part("agents").locator("tbody tr").nth(1)).isInViewport();
            for (String page : List.of("floor", "campaigns", "lenders", "calendars", "rules")) {
                phone.open("/" + page);
                assertThat(phone.page.locator("main section").first()).isVisible();
                assertThat(phone.page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as(page)
                        .isEqualTo(0);
            }
        }
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
