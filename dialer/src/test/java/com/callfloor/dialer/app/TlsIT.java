package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.console.Chromium;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.TestCertificate;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A whole floor over TLS: console, live feed and the browser's phone. */
class TlsIT {
    @Test
    void anAgentTakesACallInTheBrowserOverTls(@TempDir Path folder) throws Exception {
        TestCertificate made = TestCertificate.make(folder, "floor");
        var debtors = Debtors.numberedFrom(870)
                .with("talks", new Tone(Duration.ofMillis(500), Duration.ofSeconds(30), 440));
        var settings = Map.of("FLOOR_WEB_TLS_CERTIFICATE", made.p12().toString(), "FLOOR_WEB_TLS_PASSWORD",
                TestCertificate.PASSWORD);
        try (var floor = WholeFloor.open(new FloorPlan("tls", 1, debtors, settings));
                var chromium = Chromium.trusting()) {
            org.assertj.core.api.Assertions.assertThat(floor.dialer.address).hasScheme("https");
            org.assertj.core.api.Assertions.assertThat(floor.api.get("/health/ready").path("checks").toString())
                    .contains("certificate");
            Page page = chromium.page();
            page.navigate(floor.dialer.address.toString());
            page.locator("#login").fill("agent1");
            page.locator("#password").fill(floor.passwordOf("agent1"));
            page.keyboard().press("Enter");
            page.waitForURL("**/agent");
            org.assertj.core.api.Assertions.assertThat(page.context().cookies())
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.secure);

            part(page, "headset-browser").click();
            assertThat(part(page, "headset-state")).containsText("Connected");
            part(page, "ready").click();

            assertThat(part(page, "call-strip")).containsText("Connected");
        }
    }

    private static Locator part(Page page, String name) {
        return page.locator("[data-test='" + name + "']");
    }
}
