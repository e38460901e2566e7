package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.PressesKey;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The agent ends the talk, and the debtor who is still there says by a key how satisfied they are. */
class SatisfactionIT {
    private static final Duration RING = Duration.ofMillis(400);
    /** Into the question, which follows a talk of a second or two. */
    private static final Duration UNTIL_THE_KEY = Duration.ofSeconds(9);
    private static final Map<String, String> ASKING = Map.of("FLOOR_CAMPAIGNS",
            "[{id: default, name: Asking, mode: \"\", lenders: [], products: [], satisfaction: true}]");

    @Test
    void whoIsStillOnTheLineIsAskedWhileTheAgentWrapsUpAndTheAnswerIsTheCalls() throws Exception {
        var debtors = Debtors.numberedFrom(900).with("presses-4", new PressesKey(RING, UNTIL_THE_KEY, 4));
        try (var floor = WholeFloor.open(new FloorPlan("satisfaction", 1, debtors, ASKING))) {
            AgentConsole agent = floor.agent(1).ready();
            String attempt = floor.call("presses-4", "connected").path("id").asText();
            assertThat(agent.hangUp(attempt).statusCode()).isEqualTo(202);

            agent.awaitState("wrap_up");
            assertThat(agent.dispose(attempt, "promise_to_pay").statusCode()).isEqualTo(200);
            JsonNode call = floor.call("presses-4", "closed");

            assertThat(call.path("outcome").asText()).isEqualTo("connected");
            assertThat(call.path("satisfaction").asInt()).isEqualTo(4);
            assertThat(call.path("disposition").asText()).isEqualTo("promise_to_pay");
            Duration asked = Duration.between(at(call, "talk_ended_at"), at(call, "ended_at"));
            assertThat(asked).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
            agent.awaitState("ready");
            StereoSound sound = floor.sound(floor.recording("presses-4", "stored"));
            assertThat(sound.length()).as("the recording goes on until the line is down")
                    .isGreaterThan(UNTIL_THE_KEY.minusSeconds(1));
            LocalDate day = LocalDate.ofInstant(at(call, "ended_at"), ZoneOffset.UTC);
            ApiClient manager = ApiClient.signedIn(floor.dialer.address, "admin", floor.passwordOf("admin"));
            JsonNode effect = manager
                    .get("/api/reports/effect?by=agent&from=" + day.minusDays(1) + "&to=" + day.plusDays(1))
                    .path("items")
                    .path(0);
            assertThat(effect.path("ratings").asInt()).isOne();
            assertThat(effect.path("satisfaction").asDouble()).isEqualTo(4);
        }
    }

    @Test
    void whoHangsUpFirstIsAskedNothing() throws Exception {
        var debtors = Debtors.numberedFrom(920).with("leaves", new Talks(RING, Duration.ofSeconds(2)));
        try (var floor = WholeFloor.open(new FloorPlan("satisfaction-none", 1, debtors, ASKING))) {
            AgentConsole agent = floor.agent(1).ready();
            JsonNode call = floor.call("leaves", "closed");
            agent.awaitState("wrap_up");

            assertThat(call.path("outcome").asText()).isEqualTo("connected");
            assertThat(call.path("talk_ended_at").isNull()).isTrue();
            assertThat(call.path("satisfaction").isNull()).isTrue();
        }
    }

    private static Instant at(JsonNode call, String field) {
        return Instant.parse(call.path(field).asText());
    }
}
