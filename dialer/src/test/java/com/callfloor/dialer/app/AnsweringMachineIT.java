package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Mute;
import com.callfloor.dialer.local.DebtorBehaviour.Voicemail;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The PBX listens for a machine before anybody is put through. */
class AnsweringMachineIT {
    private static final Duration RING = Duration.ofMillis(300);
    private static final Duration LISTENS = Duration.ofSeconds(30);
    private static final Duration GREETING = Duration.ofSeconds(4);
    private static final Duration SHORTEST_MESSAGE = Duration.ofSeconds(8);

    @Test
    void aMachineIsLeftTheMessageAfterItsGreetingAndNoAgentHearsIt() throws Exception {
        var debtors = Debtors.numberedFrom(840).with("machine", new Voicemail(RING, LISTENS));
        try (var floor = open("machine-message", debtors, "leave_message")) {
            AgentConsole agent = floor.agent(1).ready();
            JsonNode call = floor.call("machine", "closed");
            StereoSound sound = floor.sound(floor.recording("machine", "stored"));

            assertThat(call.path("outcome").asText()).isEqualTo("machine");
            assertThat(agent.popOf("machine")).isEmpty();
            assertThat(StereoSound.firstHeard(sound.right())).isGreaterThan(GREETING);
            assertThat(sound.length()).isGreaterThan(StereoSound.firstHeard(sound.right()).plus(SHORTEST_MESSAGE));
            JsonNode count = floor.api.get("/api/campaigns/default/abandonment").path("last_24_hours");
            assertThat(count.path("machines").asInt()).isOne();
            assertThat(count.path("answered").asDouble()).isZero();
        }
    }

    @Test
    void aMachineIsHungUpOn() throws Exception {
        var debtors = Debtors.numberedFrom(860).with("machine", new Voicemail(RING, LISTENS));
        try (var floor = open("machine-hang-up", debtors, "hang_up")) {
            floor.agent(1).ready();
            JsonNode call = floor.call("machine", "closed");
            StereoSound sound = floor.sound(floor.recording("machine", "stored"));

            assertThat(call.path("outcome").asText()).isEqualTo("machine");
            assertThat(StereoSound.firstHeard(sound.right())).isEqualTo(sound.length());
        }
    }

    @Test
    void whoSaysNothingIsPutThrough() throws Exception {
        var debtors = Debtors.numberedFrom(880).with("silent", new Mute(RING, DebtorBehaviour.UNTIL_HUNG_UP));
        try (var floor = open("machine-silence", debtors, "hang_up")) {
            AgentConsole agent = floor.agent(1).ready();
            JsonNode call = floor.call("silent", "connected");
            agent.hangUp(call.path("id").asText());

            assertThat(floor.call("silent", "closed").path("outcome").asText()).isEqualTo("connected");
        }
    }

    private static WholeFloor open(String name, Debtors debtors, String machines) throws Exception {
        return WholeFloor.open(new FloorPlan(name, 1, debtors, Map.of("FLOOR_DIALING_ANSWERING_MACHINES", machines)));
    }
}
