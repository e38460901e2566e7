package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;

import com.callfloor.dialer.staff.Role;
import com.microsoft.playwright.Download;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People, tokens, the audit log, and what is kept and taken of recordings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StaffPagesIT {
    private final Chromium chromium = new Chromium();
    private final Stage stage = new Stage();
    private ConsolePage console;

    StaffPagesIT() throws IOException {
        console = chromium.english(stage);
        stage.recordings().recordings.addAll(RecordingsPageIT.recordings(Instant.now()));
    }

    @BeforeEach
    void signIn() {
        console.signIn(Role.ADMINISTRATOR);
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
    void somebodyIsLetInWithAPasswordThatIsMadeAndShownOnce() {
        console.open("/people");
        console.part("hire").click();
        console.part("login").fill("wu.fang");
        console.part("name").fill("吴芳");
        console.part("user-extension").fill("1044");
        console.part("make-password").click();
        assertThat(console.part("secret").inputValue()).hasSizeGreaterThanOrEqualTo(12);

        console.part("dialog-save").click();

        assertThat(console.part("user-wu.fang")).containsText("1044");
    }

    @Test
    void whatIsWrongWithANewPersonIsSaidInTheForm() {
        console.open("/people");
        console.part("hire").click();
        console.part("login").fill("agent");
        console.part("name").fill("Somebody");
        console.part("user-extension").fill("1045");
        console.part("make-password").click();
        // The form grows by it, and moves what is clicked next.
        assertThat(console.part("secret")).isVisible();

        console.part("dialog-save").click();

        assertThat(console.part("problem")).isVisible();
    }

    @Test
    void aClickBesideAHalfFilledFormLosesNothing() {
        console.open("/people");
        console.part("hire").click();
        console.part("name").fill("Somebody");

        console.page.mouse().click(5, 400);

        // A dialog that is fading away takes no click.
        console.part("make-password").click();
        assertThat(console.part("secret")).isVisible();
        assertThat(console.part("name")).hasValue("Somebody");
        console.press("Escape");
        assertThat(console.part("name")).hasCount(0);
    }

    @Test
    void listeningIsLimitedToATeam() {
        stage.teams().make("Evening");
        console.open("/people");
        console.part("more-qa").click();
        console.part("limits-qa").click();
        console.page.getByLabel("Evening").check();

        console.part("dialog-save").click();

        assertThat(console.part("user-qa")).containsText("Evening");
    }

    @Test
    void aTokenIsShownOnceAndRevokedAfterBeingAskedBack() {
        console.open("/tokens");
        console.part("make-token").click();
        console.part("token-name").fill("crm-sync");
        console.part("dialog-save").click();
        assertThat(console.part("secret").inputValue()).isNotEmpty();
        console.part("dialog-save").click();
        assertThat(console.part("token-crm-sync")).containsText("read only");

        console.part("revoke-crm-sync").click();
        console.page.locator(".el-message-box .el-button--primary").click();

        assertThat(console.part("token-crm-sync")).hasCount(0);
    }

    @Test
    void theAuditLogNamesWhatWasDoneInWords() {
        console.open("/people");
        assertThat(console.part("users")).isVisible();
        console.open("/audit");

        assertThat(console.part("audit")).containsText("Read the list of people");
        console.part("operation").selectOption("USERS");

        assertThat(console.part("audit").locator("tbody tr").first()).containsText("Read the list of people");
    }

    @Test
    void anAuditorSeesPeopleAndChangesNobody() {
        console.close();
        console = chromium.english(stage);
        console.signIn(Role.AUDITOR).open("/people");

        assertThat(console.part("user-agent")).isVisible();
        assertThat(console.part("hire")).hasCount(0);
        assertThat(console.part("more-agent")).hasCount(0);
    }

    @Test
    void aRecordingIsHeldAndTheHoldLiftedWithReasons() {
        console.open("/recordings");
        console.page.waitForResponse("**/accesses?*", () -> console.part("recording-" + Cast.attempt(8)).click());
        console.part("hold").click();
        console.part("reason").fill("file 2026-118");
        console.part("dialog-save").click();
        assertThat(console.part("reason")).hasCount(0);

        console.part("tab-holds").click();
        assertThat(console.part("holds")).containsText("file 2026-118");
        console.part("lift-1").click();
        console.part("reason").fill("the file is closed");
        console.part("dialog-save").click();

        assertThat(console.page.getByText("Nothing is on hold.")).isVisible();
    }

    @Test
    void aRecordingIsTakenAwayOnlyWithAReason() throws IOException {
        stage.recordings().sound = Tone.of(2, com.callfloor.recorder.audio.RecordingFormat.OPUS);
        console.open("/recordings");
        console.page.waitForResponse("**/accesses?*", () -> console.part("recording-" + Cast.attempt(8)).click());
        console.part("download").click();
        console.part("reason").fill("short");
        console.part("dialog-save").click();
        assertThat(console.page.getByText("Say why, in 10 characters at least.")).isVisible();

        console.part("reason").fill("asked for by the lender");
        Download taken = console.page.waitForDownload(() -> console.part("dialog-save").click());

        assertThat(taken.suggestedFilename()).endsWith(".ogg");
    }

    @Test
    void whyARecordingCannotBeHeardIsExplained() {
        console.open("/recordings");

        console.part("recording-" + Cast.attempt(6)).click();

        assertThat(console.part("why-silent")).containsText("no sound of this call");
    }

    @Test
    void everybodyChangesTheirOwnPassword() {
        console.part("user-menu").click();
        console.part("own-password").click();
        console.part("current").fill("not the password at all");
        console.part("own-new").fill("a-new-password-of-mine");
        console.part("own-again").fill("another-password");
        assertThat(console.page.getByText("The two new passwords are not the same.")).isVisible();

        console.part("own-again").fill("a-new-password-of-mine");
        console.part("dialog-save").click();

        assertThat(console.part("problem")).containsText("is not your password");
    }
}
