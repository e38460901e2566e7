package com.callfloor.dialer.app;

import java.time.Duration;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Mute;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The only agent leaves while the debtor's phone rings. */
class AbandonedCallIT {
    private static final Duration MESSAGE_BEGINS_WITHIN = Duration.ofSeconds(2);

    @Test
    void theDebtorHearsTheMessageAtOnceAndTheCallCountsAsAbandoned() throws Exception {
        var debtors = Debtors.numberedFrom(200)
                .with("waits", new Mute(Duration.ofSeconds(8), DebtorBehaviour.UNTIL_HUNG_UP));
        try (var floor = WholeFloor.open(FloorPlan.of("abandoned", 1, debtors))) {
            AgentConsole agent = floor.agent(1).ready();
            floor.call("waits", "ringing");

            agent.wish("signed_out");
            JsonNode call = floor.call("waits", "closed");
            StereoSound sound = floor.sound(floor.recording("waits", "stored"));

            assertThat(call.path("outcome").asText()).isEqualTo("abandoned");
            assertThat(call.path("connected_at").isNull()).isTrue();
            assertThat(StereoSound.firstHeard(sound.right())).isLessThanOrEqualTo(MESSAGE_BEGINS_WITHIN);
            assertThat(StereoSound.firstHeard(sound.left())).isEqualTo(sound.length());
            assertThat(agent.popOf("waits")).isEmpty();
            assertThat(floor.api.get("/api/floor").path("today").path("abandoned").asInt()).isOne();
        }
    }
}
