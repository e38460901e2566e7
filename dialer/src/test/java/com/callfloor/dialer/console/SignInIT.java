package com.callfloor.dialer.console;

import java.io.IOException;
import java.util.regex.Pattern;

import com.callfloor.dialer.staff.Role;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInIT {
    private final Chromium chromium = new Chromium();
    private final Stage stage = new Stage();

    SignInIT() throws IOException {}

    @AfterAll
    void close() throws IOException {
        stage.close();
        chromium.close();
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichPartWasWrong() {
        try (ConsolePage console = chromium.english(stage)) {
            console.open("/sign-in").enter(Role.QA, "guess");

            assertThat(console.part("failure")).hasText("Login or password is wrong.");
            assertThat(console.page.locator("#password")).hasValue("");
        }
    }

    @Test
    void eachRoleLandsOnItsOwnPageAndIsKeptFromTheOthers() {
        try (ConsolePage console = chromium.english(stage)) {
            console.open("/floor").enter(Role.QA);
            assertThat(console.page).hasURL(Pattern.compile("/recordings$"));
        }
        try (ConsolePage console = chromium.english(stage)) {
            console.signIn(Role.ADMINISTRATOR);
            assertThat(console.page).hasURL(Pattern.compile("/floor$"));
        }
    }

    @Test
    void aPageIsReachedByItsAddressOnceSignedIn() {
        try (ConsolePage console = chromium.english(stage)) {
            console.open("/recordings").enter(Role.SUPERVISOR);

            assertThat(console.page).hasURL(Pattern.compile("/recordings$"));
        }
    }

    @Test
    void signingOutEndsTheSessionOnTheServerToo() {
        try (ConsolePage console = chromium.english(stage)) {
            console.signIn(Role.QA);
            console.part("sign-out").click();
            assertThat(console.page.locator("#login")).isVisible();

            console.open("/recordings");

            assertThat(console.page.locator("#login")).isVisible();
        }
    }

    @Test
    void theBrowsersLanguageIsSpokenAndChangedWithoutAReload() {
        try (ConsolePage console = chromium.window(stage, "zh-CN", ColorScheme.LIGHT)) {
            console.open("/sign-in");
            assertThat(console.page.locator("form")).containsText("密码");
            console.page.locator("#login").fill("half typed");

            console.part("language").click();

            assertThat(console.page.locator("form")).containsText("Password");
            assertThat(console.page.locator("#login")).hasValue("half typed");
            assertThat(console.page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void nothingOnAnyPageOffendsTheContentSecurityPolicyOrLogsAnError() {
        try (ConsolePage console = chromium.english(stage)) {
            console.signIn(Role.SUPERVISOR);
            assertThat(console.part("why")).isVisible();
            console.page.getByText("Recordings").click();
            assertThat(console.part("player")).isVisible();

            // Asking who is signed in before anybody is: the browser logs every 401.
            assertThat(console.complaints()).filteredOn(text -> !text.contains("401")).isEmpty();
        }
    }
}
