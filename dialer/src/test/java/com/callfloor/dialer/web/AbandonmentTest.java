package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Instant;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AbandonmentTest {
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        web = new WebFixture(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aCampaignsAbandonmentIsShown() {
        web.abandonment.slices.add(new Abandonment.Slice(Instant.parse("2026-03-02T01:30:00Z"), true, 97, 3, 0, 0));

        JsonObject shown = web.as(Role.QA).get("/api/campaigns/main/abandonment").json();

        assertThat(shown.getJsonObject("last_24_hours").getDouble("rate")).isEqualTo(0.03);
        assertThat(shown.getJsonObject("worst_hour").getString("from")).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(shown.getJsonArray("days").getJsonObject(0).getString("date")).isEqualTo("2026-03-02");
    }

    @Test
    void ofACampaignThatIsNoneNothingIsShown() {
        Answer answer = web.as(Role.QA).get("/api/campaigns/other/abandonment");

        assertThat(answer.status()).isEqualTo(404);
    }
}
