package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserGuardTest {
    private static final String READY = "{\"state\":\"ready\"}";

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aChangeWithACookieNeedsTheHeaderThatOtherSitesCannotSet() {
        Answer forged = web.as(Role.AGENT).without("X-Requested-With").post("/api/agents/me/state", READY);

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.detail()).contains("X-Requested-With: callfloor");
        assertThat(web.floor.asked).isEmpty();
        assertThat(web.as(Role.AGENT).post("/api/agents/me/state", READY).status()).isEqualTo(200);
    }

    @Test
    void aProgramWithATokenNeedsNoSuchHeader() {
        assertThat(web.program(Role.AGENT).post("/api/agents/me/state", READY).status()).isEqualTo(200);
    }

    @Test
    void readingWithACookieNeedsNoSuchHeader() {
        assertThat(web.as(Role.AGENT).without("X-Requested-With").get("/api/floor").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1",
            "http://localhost",
            "file://", "%%%"})
    void aChangeFromAPageOfAnotherOriginIsRefused(String origin) {
        Answer forged = web.as(Role.AGENT).with("Origin", origin).post("/api/agents/me/state", READY);

        assertThat(forged.status()).isEqualTo(403);
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void thePagesThatWeServeAndThoseThatSettingsNameMayChangeThings() {
        assertThat(web.as(Role.AGENT)
                .with("Origin", "http://127.0.0.1:" + web.port)
                .post("/api/agents/me/state", READY)
                .status()).isEqualTo(200);
        assertThat(web.as(Role.AGENT)
                .with("Origin", "https://floor.example")
                .post("/api/agents/me/state", READY)
                .status()).isEqualTo(200);
    }

    @Test
    void aPageOfAnotherSiteCannotSignAnybodyIn() {
        Answer forged = web.anonymous()
                .with("Origin", "https://evil.example")
                .post("/api/session",
                        "{\"login\":\"agent\",\"password\":\"" + WebFixture.PASSWORD + "\"}");

        assertThat(forged.status()).isEqualTo(403);
    }
}
