package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The dialer's process is killed with SIGKILL in the middle of a conversation, and another one is started. */
class DialerRestartIT {
    private static final Duration RING = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SECONDS_WITHOUT_DIALER = 4;
    private static final long BYTES_A_SECOND = 32_000;

    private @Nullable FloorParts parts;
    private @Nullable Process dialer;
    private URI address = URI.create("http://127.0.0.1");

    @AfterEach
    void end() {
        if (dialer != null) {
            dialer.destroyForcibly();
        }
        if (parts != null) {
            parts.close();
        }
    }

    @Test
    void theConversationLivesOnAndIsAdopted() throws Exception {
        var debtors = Debtors.numberedFrom(600)
                .with("long-talk", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, 440))
                .with("next", new Tone(RING, Duration.ofSeconds(1), 440));
        var around = new FloorParts(FloorPlan.of("dialer-restart", 1, debtors));
        parts = around;
        DemoStaff staff = hire(around);
        String password = requireNonNull(staff.signIns().get("agent1"));

        String attempt;
        try (var agent = new AgentConsole(startDialer(around), "agent1", password)) {
            ApiClient api = program(around);
            api.post("/api/imports?name=test.csv", "text/csv", debtors.caseFile());
            agent.ready();
            attempt = call(api, "long-talk", "connected").path("id").asText();
        }
        requireNonNull(dialer).destroyForcibly().waitFor();
        String channels = around.pbx.cli("core show channels concise");
        long recorded = recorded(around, attempt);

        assertThat(channels.lines()).hasSize(2).allMatch(line -> line.contains("!Up!"));
        assertThat(around.pbx.cli("bridge show all")).contains("simple_bridge");
        await().atMost(PATIENCE)
                .until(() -> recorded(around, attempt) > recorded + SECONDS_WITHOUT_DIALER * BYTES_A_SECOND);

        try (var agent = new AgentConsole(startDialer(around), "agent1", password)) {
            ApiClient api = program(around);
            agent.awaitPop("long-talk");
            assertThat(call(api, "long-talk", "connected").path("id").asText()).isEqualTo(attempt);
            assertThat(agent.hangUp(attempt).statusCode()).isEqualTo(202);
            JsonNode ended = call(api, "long-talk", "closed");
            agent.awaitState("wrap_up");
            assertThat(agent.dispose(attempt, "call_back").statusCode()).isEqualTo(200);

            assertThat(ended.path("outcome").asText()).isEqualTo("connected");
            assertFullLength(api, ended);
            call(api, "next", "closed");
            assertThat(around.carrier.calls()).extracting(one -> one.number())
                    .containsExactlyInAnyOrderElementsOf(debtors.behaviours().keySet());
        }
    }

    private static void assertFullLength(ApiClient api, JsonNode call) throws Exception {
        await().atMost(PATIENCE).until(() -> recording(api).path("state").asText().equals("stored"));
        Duration talked = Duration.between(Instant.parse(call.path("answered_at").asText()),
                Instant.parse(call.path("ended_at").asText()));
        // A busy machine drops some audio and learns late of the end, but never for as long as the dialer was away.
        assertThat(Duration.ofMillis(recording(api).path("length_ms").asLong())).isCloseTo(talked,
                Duration.ofSeconds(SECONDS_WITHOUT_DIALER / 2));
    }

    private static JsonNode recording(ApiClient api) throws IOException, InterruptedException {
        return api.get("/api/recordings?case=long-talk").path("items").path(0);
    }

    private static JsonNode call(ApiClient api, String caseRef, String state) throws Exception {
        String path = "/api/calls?case=" + caseRef;
        await(caseRef + " is " + state).atMost(PATIENCE)
                .until(() -> api.get(path).path("items").path(0).path("state").asText().equals(state));
        JsonNode calls = api.get(path).path("items");
        assertThat(calls).hasSize(1);
        return calls.path(0);
    }

    private static long recorded(FloorParts parts, String attempt) {
        return parts.pbx.recordings().resolve(attempt + ".raw").toFile().length();
    }

    private static DemoStaff hire(FloorParts parts) throws Exception {
        try (Books books = Books.open(parts.home, parts.config, parts.databaseSettings(), parts.clock)) {
            var staff = new DemoStaff(books.staff, parts.machine.secrets());
            staff.hire(parts.accounts, parts.home.apiToken());
            return staff;
        }
    }

    private URI startDialer(FloorParts around) throws IOException {
        Process started = LoneDialer.start(around);
        dialer = started;
        address = LoneDialer.address(started);
        return address;
    }

    private ApiClient program(FloorParts around) {
        return ApiClient.withToken(address, around.machine.secrets().of("api-token"));
    }
}
