package com.callfloor.dialer.app;

import java.time.Duration;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The PBX loses its power in the middle of a conversation and comes back. */
class PbxRestartIT {
    private static final Duration RING = Duration.ofMillis(300);

    @Test
    void theCallIsClosedHonestlyAndTheFloorGoesOnByItself() throws Exception {
        var debtors = Debtors.numberedFrom(500)
                .with("cut-off", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, 440))
                .with("afterwards", new Talks(RING, Duration.ofSeconds(2)));
        try (var floor = WholeFloor.open(FloorPlan.of("pbx-restart", 1, debtors))) {
            AgentConsole agent = floor.agent(1).ready();
            String attempt = floor.call("cut-off", "connected").path("id").asText();
            awaitSecondsRecorded(floor, attempt, 2);

            floor.parts.pbx.kill();
            await().atMost(Duration.ofSeconds(10)).until(() -> pbxLink(floor).equals("down"));
            assertThat(floor.parts.carrierCalls()).isOne();
            floor.parts.pbx.start();

            JsonNode call = floor.call("cut-off", "closed");
            assertThat(call.path("outcome").asText()).isEqualTo("connected");
            assertThat(call.path("note").asText()).contains("gone when the link to the PBX came back");
            agent.awaitState("wrap_up");
            assertThat(agent.dispose(attempt, "call_back").statusCode()).isEqualTo(200);

            agent.awaitAgent(one -> one.path("leg").asText().equals("up"));
            assertThat(floor.call("afterwards", "closed").path("outcome").asText()).isEqualTo("connected");

            JsonNode recording = floor.recording("cut-off", "stored");
            assertThat(recording.path("length_ms").asLong()).isGreaterThan(1_000);
            assertThat(recording.path("flaws")).as("flaws").isNotEmpty();
            assertThat(floor.parts.carrierCalls()).isEqualTo(2);
        }
    }

    static void awaitSecondsRecorded(WholeFloor floor, String attempt, int seconds) {
        await().atMost(Duration.ofSeconds(20)).until(() -> secondsRecorded(floor, attempt) >= seconds);
    }

    static int secondsRecorded(WholeFloor floor, String attempt) {
        return (int) (floor.parts.pbx.recordings().resolve(attempt + ".raw").toFile().length() / 32_000);
    }

    private static String pbxLink(WholeFloor floor) throws Exception {
        return floor.api.get("/api/floor").path("link").path("pbx").asText();
    }
}
