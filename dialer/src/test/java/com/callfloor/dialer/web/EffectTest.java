package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;

import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTest {
    private static final String WEEK = "?from=2026-11-16&to=2026-11-22&by=lender";

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
    void managersSeeWhatCallingBrought() {
        web.effect.put("=Harbour", some());

        JsonObject shown = web.as(Role.ADMINISTRATOR).get("/api/reports/effect" + WEEK).items().getJsonObject(0);

        assertThat(shown.getString("group")).isEqualTo("=Harbour");
        assertThat(shown.getDouble("right_party_rate")).isEqualTo(0.2);
        assertThat(shown.getValue("kept_rate")).isNull();
        assertThat(shown.getJsonArray("recovered").getJsonObject(0).getString("text")).isEqualTo("7.00");
    }

    @Test
    void aSpreadsheetGetsTheSameAndNoFormula() {
        web.effect.put("=Harbour", some());

        String csv = web.as(Role.AUDITOR).get("/api/reports/effect.csv" + WEEK).text();

        assertThat(csv).startsWith("\uFEFFgroup,attempts,").contains("\r\n'=Harbour,20,10,0.5,").contains("7.00 CNY");
    }

    @Test
    void aPeriodThatCannotBeMeantIsRefusedWithWhatToMend() {
        Answer answer = web.as(Role.SUPERVISOR).get("/api/reports/effect?from=2026-11-22&to=2026-11-16&by=month");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("must be one of lender, campaign, agent, bucket, hour")
                .contains("must be 2026-11-22 or at most 366 days later");
    }

    private static Effect some() {
        return new Effect(new Effect.Calls(20, 10, 6, 2, 4, 1, 3, Duration.ofMinutes(1), Duration.ofSeconds(30),
                Duration.ofSeconds(90)), Effect.Decided.NONE, Map.of(Currency.getInstance("CNY"), 700L));
    }
}
