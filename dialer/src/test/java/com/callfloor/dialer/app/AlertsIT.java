package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the wall warns of on a real floor. */
class AlertsIT {
    @Test
    void anAgentWhoWrapsUpForTooLongIsAnAlertUntilTheWrapUpIsOver() throws Exception {
        var debtors = Debtors.numberedFrom(880)
                .with("long", new Tone(Duration.ofMillis(300), Duration.ofSeconds(60), 440));
        try (var floor = WholeFloor.open(new FloorPlan("alerts", 1, debtors,
                Map.of("FLOOR_ALERTS_LONGEST_WRAP_UP", "1s", "FLOOR_ALERTS_CALM", "1s")))) {
            ApiClient supervisor = ApiClient.signedIn(floor.dialer.address, "supervisor",
                    floor.passwordOf("supervisor"));
            AgentConsole agent = floor.agent(1).ready();
            String attempt = agent.awaitPop("long").path("attempt_id").asText();
            floor.call("long", "connected");
            agent.hangUp(attempt);
            agent.awaitState("wrap_up");

            JsonNode alert = await().atMost(Duration.ofSeconds(30))
                    .until(() -> alertOf(supervisor, "agent_state"), found -> !found.isMissingNode());

            assertThat(alert.path("name").asText()).isEqualTo("Agent 1");
            assertThat(alert.path("figures").path("state").asText()).isEqualTo("wrap_up");
            assertThat(alert.path("figures").path("allowed").asInt()).isEqualTo(1);
            assertThat(supervisor.post("/api/alerts/" + alert.path("id").asLong() + "/acknowledgement", Map.of())
                    .statusCode()).isEqualTo(204);

            agent.dispose(attempt, "refuses");

            JsonNode over = await().atMost(Duration.ofSeconds(30))
                    .until(() -> alertOf(supervisor, "agent_state"), found -> !found.path("cleared_at").isNull());
            assertThat(over.path("acknowledged_by").asText()).isEqualTo("Supervisor");
        }
    }

    private static JsonNode alertOf(ApiClient api, String kind) throws Exception {
        for (JsonNode alert : api.get("/api/alerts").path("items")) {
            if (alert.path("kind").asText().equals(kind)) {
                return alert;
            }
        }
        return MissingNode.getInstance();
    }
}
