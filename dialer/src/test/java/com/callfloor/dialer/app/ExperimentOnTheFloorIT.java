package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A real call in an experiment: what the agent is shown is what is noted, and the reports know of it. */
class ExperimentOnTheFloorIT {
    private static final String EXPERIMENTS = "[{name: softer, lenders: [], start: '2026-03-01', end: '2026-03-31', seed: x, "
            + "arms: [{name: usual, weight: 1, strategy: '', scripts: {}}, "
            + "{name: soft, weight: 1, strategy: default, scripts: {}}]}]";

    @Test
    void aCallCountsInItsCampaignUnderItsStrategyItsScriptAndItsArm() throws Exception {
        var debtors = Debtors.numberedFrom(940).with("talks", new Talks(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        var plan = new FloorPlan("experiment", 1, debtors, Map.of("FLOOR_EXPERIMENTS", EXPERIMENTS));
        try (var floor = WholeFloor.open(plan)) {
            var manager = ApiClient.signedIn(floor.dialer.address, "supervisor", floor.passwordOf("supervisor"));
            floor.agent(1).disposingEverything("complaint").ready();
            floor.call("talks", "closed");
            long id = manager.get("/api/cases?ref=talks").path("items").path(0).path("id").asLong();
            JsonNode shown = manager.get("/api/cases/" + id + "/script").path("script");

            assertThat(groups(manager, "script")).containsExactly(shown.path("name").asText() + " "
                    + shown.path("language").asText() + " " + shown.path("version").asText());
            assertThat(groups(manager, "strategy")).containsExactly("default 2026-11-29");
            assertThat(groups(manager, "campaign")).containsExactly("default");
            JsonNode one = manager.get(report("stage")).path("items").path(0);
            assertThat(one.path("conversations").asInt()).isOne();
            assertThat(one.path("cost").path("minor").asLong()).isPositive();
            JsonNode cell = manager.get("/api/reports/heatmap?from=2026-03-01&to=2026-03-31").path("items").path(0);
            assertThat(cell.path("answer_rate").asDouble()).isOne();

            JsonNode experiment = manager.get("/api/reports/experiments/softer");
            assertThat(experiment.path("arms")).extracting(arm -> arm.path("people").asInt())
                    .containsExactlyInAnyOrder(0, 1);
            assertThat(experiment.path("final").asBoolean()).isFalse();
            assertThat(experiment.path("warnings").path(0).asText()).contains("nobody yet");
        }
    }

    private static List<String> groups(ApiClient manager, String by) throws Exception {
        return manager.get(report(by)).path("items").findValuesAsText("group");
    }

    private static String report(String by) {
        return "/api/reports/effect?from=2026-03-01&to=2026-03-31&by=" + by;
    }
}
