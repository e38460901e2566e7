package com.callfloor.dialer.app;

import java.time.Duration;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The database is away for twenty seconds while one agent talks and another one's call still rings. */
class DatabaseOutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration RING = Duration.ofMillis(300);

    @Test
    void callsGoOnNobodyIsDialedAndNoFactIsLost() throws Exception {
        var debtors = Debtors.numberedFrom(700)
                .with("talking", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, 440))
                .with("ringing", new Tone(Duration.ofSeconds(6), Duration.ofSeconds(4), 440))
                .with("not-yet-1", new Talks(RING, Duration.ofSeconds(1)))
                .with("not-yet-2", new Talks(RING, Duration.ofSeconds(1)));
        try (var floor = WholeFloor.open(FloorPlan.of("database-outage", 2, debtors))) {
            AgentConsole first = floor.agent(1).ready();
            AgentConsole second = floor.agent(2);
            String talking = floor.call("talking", "connected").path("id").asText();
            second.ready();
            String ringing = floor.call("ringing", "ringing").path("id").asText();

            floor.parts.database.kill();
            long away = System.nanoTime();
            second.awaitPop("ringing");
            second.awaitState("on_call");
            second.awaitState("wrap_up");
            first.hangUp(talking);
            first.awaitState("wrap_up");
            assertThat(first.dispose(talking, "promise_to_pay").statusCode()).isEqualTo(200);
            assertThat(second.dispose(ringing, "refuses").statusCode()).isEqualTo(200);
            assertThat(first.awaitState("ready").path("leg").asText()).isEqualTo("up");
            await().during(OUTAGE.minusNanos(System.nanoTime() - away))
                    .atMost(OUTAGE.multipliedBy(2))
                    .until(() -> floor.parts.carrierCalls() == 2);
            floor.parts.database.start();

            first.disposingEverything("call_back");
            second.disposingEverything("call_back");
            for (String caseRef : debtors.caseRefs()) {
                assertThat(floor.call(caseRef, "closed").path("outcome").asText()).as(caseRef).isEqualTo("connected");
                assertThat(floor.calls(caseRef)).as(caseRef).hasSize(1);
                assertThat(floor.recording(caseRef, "stored").path("length_ms").asLong()).as(caseRef).isPositive();
            }
            assertThat(floor.recording("talking", "stored").path("length_ms").asLong()).isGreaterThan(2_000);
            assertDisposed(floor, "talking", "promise_to_pay", "Agent 1");
            assertDisposed(floor, "ringing", "refuses", "Agent 2");
            assertThat(floor.parts.carrier.calls()).extracting(call -> call.number())
                    .containsExactlyInAnyOrderElementsOf(debtors.behaviours().keySet());
        }
    }

    private static void assertDisposed(WholeFloor floor, String caseRef, String disposition, String agent)
            throws Exception {
        JsonNode call = floor.calls(caseRef).path(0);
        assertThat(call.path("disposition").asText()).isEqualTo(disposition);
        assertThat(call.path("agent_name").asText()).isEqualTo(agent);
        assertThat(call.path("connected_at").asText()).isNotEmpty();
    }
}
