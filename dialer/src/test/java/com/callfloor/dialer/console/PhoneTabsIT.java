package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;

import com.callfloor.dialer.staff.Role;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Two tabs of one browser, and the supervisor's phone in it. The PBX never answers here. */
class PhoneTabsIT {
    private static final String ADMITTED = "admit 92001";

    @Test
    void oneTabIsThePhoneAndAnotherSaysSoUntilItIsAsked() throws IOException {
        var cast = new Cast(Instant.now());
        try (var stage = new Stage(); var chromium = Chromium.trusting()) {
            stage.floor().show(old -> cast.busyFloor());
            var first = chromium.window(stage, "en-GB", ColorScheme.LIGHT).signIn(Role.SUPERVISOR);
            first.part("headset-browser").click();
            assertThat(first.part("headset-state")).hasText("Connecting to the PBX…");
            assertThat(stage.floor().asked).containsOnlyOnce(ADMITTED);

            var second = new ConsolePage(stage, first.page.context().newPage()).open("/floor");
            assertThat(second.part("headset-state")).hasText("In use in another tab or browser");
            second.page.reload();
            assertThat(second.part("headset-state")).hasText("In use in another tab or browser");
            assertThat(first.part("headset-state")).hasText("Connecting to the PBX…");
            assertThat(stage.floor().asked).containsOnlyOnce(ADMITTED);

            second.part("headset-retry").click();
            assertThat(second.part("headset-state")).hasText("Connecting to the PBX…");
            assertThat(first.part("headset-state")).hasText("In use in another tab or browser");

            second.page.reload();
            assertThat(second.part("headset-state")).hasText("Connecting to the PBX…");
            assertThat(first.part("headset-state")).hasText("In use in another tab or browser");

            second.page.close();
            first.page.reload();
            assertThat(first.part("headset-state")).hasText("Connecting to the PBX…");
        }
    }
}
