package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingHoldsTest {
    private static final String OF_CASE = "/api/cases/5/recording-hold";
    private static final String REASON = "{\"reason\":\"court file 3 O 17/26\"}";

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
    void aCasesRecordingsAreHeldWithReasonAndName() {
        Answer placed = web.as(Role.AUDITOR).post(OF_CASE, REASON);

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.json()).isEqualTo(new JsonObject("""
                {"id":1,"case_id":5,"recording_id":null,"reason":"court file 3 O 17/26",
                "placed_at":"2026-03-02T02:00:00Z","placed_by":"auditor","lifted_at":null,"lifted_by":null,
                "lifted_why":null}"""));
        assertThat(web.as(Role.SUPERVISOR).get("/api/recording-holds").items()).containsExactly(placed.json());
    }

    @Test
    void oneRecordingIsHeldAndTheHoldLiftedOnce() {
        String recording = Samples.attempt(7).toString();
        web.as(Role.ADMINISTRATOR).post("/api/recordings/" + recording + "/hold", REASON);

        Answer lifted = web.as(Role.ADMINISTRATOR).post("/api/recording-holds/1/lift", "{\"reason\":\"settled\"}");
        Answer again = web.as(Role.ADMINISTRATOR).post("/api/recording-holds/1/lift", "{\"reason\":\"settled\"}");

        assertThat(lifted.status()).isEqualTo(200);
        assertThat(lifted.json().getString("recording_id")).isEqualTo(recording);
        assertThat(lifted.json().getString("lifted_why")).isEqualTo("settled");
        assertThat(again.status()).isEqualTo(409);
        assertThat(web.as(Role.AUDITOR).get("/api/recording-holds").items()).isEmpty();
        assertThat(web.as(Role.AUDITOR).get("/api/recording-holds?state=any").items()).containsExactly(lifted.json());
    }

    @Test
    void whoMayNotAndWhatIsNotThereIsRefused() {
        assertThat(web.as(Role.SUPERVISOR).post(OF_CASE, REASON).status()).isEqualTo(403);
        assertThat(web.as(Role.AUDITOR).post("/api/cases/6/recording-hold", REASON).status()).isEqualTo(404);
        assertThat(web.as(Role.AUDITOR).post("/api/recording-holds/9/lift", REASON).status()).isEqualTo(404);
        assertThat(web.as(Role.AUDITOR).post(OF_CASE, "{\"reason\":\" \"}").fields()).contains("reason");
        assertThat(web.as(Role.AUDITOR).get("/api/recording-holds?state=x").status()).isEqualTo(400);
    }
}
