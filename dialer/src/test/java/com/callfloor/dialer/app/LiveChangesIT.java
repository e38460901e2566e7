package com.callfloor.dialer.app;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A supervisor changes a campaign and a trunk of a real floor while phones ring. */
class LiveChangesIT {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AGENTS = 2;

    @Test
    void aChangeIsFeltByTheNextCallEndsNoneCanBeUndoneAndOutlivesARestart() throws Exception {
        try (WholeFloor floor = WholeFloor.open(plan())) {
            ApiClient supervisor = supervisor(floor);
            floor.agent(1).ready();
            floor.agent(2).ready();
            awaitRinging(floor, AGENTS, PATIENCE);

            // The way of pacing, and back.
            mode(supervisor, "predictive");
            await().atMost(WITHIN).until(() -> why(floor).contains("expected to answer"));
            mode(supervisor, "progressive");
            await().atMost(WITHIN).until(() -> !why(floor).contains("expected to answer"));
            mode(supervisor, "ratio");
            awaitRinging(floor, 4, WITHIN.plus(WITHIN));

            // A lower limit while four ring.
            List<String> ringing = ringing(floor);
            long lines = change(supervisor, "campaigns/default", "lines", 1);
            for (String call : ringing.subList(0, 3)) {
                assertThat(supervisor.post("/api/calls/" + call + "/hangup", Map.of()).statusCode()).isEqualTo(202);
            }
            awaitRinging(floor, 1, PATIENCE);
            assertThat(ringing(floor)).as("it rings on, and nothing new does").containsExactly(ringing.get(3));
            assertThat(why(floor)).contains("own limit is 1 calls at once");
            assertThat(causes(supervisor)).contains("campaign_limit", "due").doesNotContain("trunk_off");

            // The way back.
            undo(supervisor, lines);
            awaitRinging(floor, 4, WITHIN.plus(WITHIN));
            long off = change(supervisor, "trunks/carrier", "open", false);
            assertThat(ringing(floor)).hasSize(4);
            supervisor.post("/api/calls/" + ringing(floor).getFirst() + "/hangup", Map.of());
            awaitRinging(floor, 3, PATIENCE);
            await().atMost(PATIENCE).until(() -> why(floor).contains("trunk carrier is switched off"));
            assertThat(causes(supervisor)).startsWith("trunks_full").contains("trunk_off", "pacing");
            undo(supervisor, off);
            awaitRinging(floor, 4, PATIENCE);

            // Kept, whatever the files say.
            change(supervisor, "campaigns/default", "lines", 3);
            floor.restart();
            JsonNode campaign = supervisor(floor).get("/api/campaigns").at("/items/0");
            assertThat(campaign.path("mode").asText()).isEqualTo("ratio");
            assertThat(campaign.path("lines").asInt()).isEqualTo(3);
            assertThat(campaign.at("/changed/0/in_files").asText()).isEqualTo("progressive");
            assertThat(campaign.at("/changed/0/by").asText()).isEqualTo("supervisor");
            assertThat(supervisor(floor).get("/api/trunks").at("/items/0/open").asBoolean()).isTrue();
            assertThat(floor.api.get("/api/changes").path("items")).hasSize(8);
        }
    }

    private static FloorPlan plan() {
        Debtors debtors = Debtors.numberedFrom(1300);
        for (int i = 1; i <= 16; i++) {
            debtors.with("rings-" + i, new NoAnswer());
        }
        return new FloorPlan("live-changes", AGENTS, debtors,
                Map.of("FLOOR_DIALING_RATIO", "2", "FLOOR_DIALING_LONGEST_RING", "40s", "FLOOR_TRUNKS",
                        "[{name: carrier, channels: 30, calls_per_second: 20, caller_ids: []}]"));
    }

    private static ApiClient supervisor(WholeFloor floor) throws Exception {
        return ApiClient.signedIn(floor.dialer.address, "supervisor", floor.passwordOf("supervisor"));
    }

    private static void mode(ApiClient supervisor, String mode) throws Exception {
        HttpResponse<String> answer = supervisor.post("/api/campaigns/default/mode", Map.of("mode", mode));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The change's id. */
    private static long change(ApiClient supervisor, String what, String setting, @Nullable Object value)
            throws Exception {
        Map<String, Object> body = new HashMap<>();
        body.put("setting", setting);
        body.put("value", value);
        HttpResponse<String> answer = supervisor.post("/api/" + what + "/settings", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return supervisor.get("/api/changes").at("/items/0/id").asLong();
    }

    private static void undo(ApiClient supervisor, long change) throws Exception {
        HttpResponse<String> answer = supervisor.post("/api/changes/" + change + "/undo", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Why the campaign's calls are as many as they are, what stops them first. */
    private static List<String> causes(ApiClient who) throws Exception {
        return who.get("/api/campaigns/default/dialing").path("causes").findValuesAsText("cause");
    }

    private static String why(WholeFloor floor) throws Exception {
        return floor.api.get("/api/floor").path("why").asText();
    }

    private static void awaitRinging(WholeFloor floor, int calls, Duration within) {
        await(calls + " ring").atMost(within).until(() -> ringing(floor).size(), size -> size == calls);
    }

    /** Live calls, the oldest first. */
    private static List<String> ringing(WholeFloor floor) {
        return floor.dialer.floor.current()
                .calls()
                .stream()
                .map(call -> call.attempt().toString())
                .sorted()
                .toList();
    }
}
