package com.callfloor.dialer.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.local.DebtorBehaviour.PressesKey;
import com.callfloor.dialer.rules.books.FactBook.Noted;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The only agent leaves while the debtor's phone rings; the debtor hears the message and presses the key. */
class OptOutIT {
    private static final Duration MESSAGE_BEGINS_WITHIN = Duration.ofSeconds(2);
    private static final Duration RING = Duration.ofSeconds(7);
    private static final Duration INTO_THE_MESSAGE = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KEY = 9;

    @Test
    void theNumberIsNotCalledAgainWhoeverIsWanted() throws Exception {
        var debtors = Debtors.numberedFrom(800).with("presses", new PressesKey(RING, INTO_THE_MESSAGE, KEY));
        try (var floor = WholeFloor.open(FloorPlan.of("opt-out", 1, debtors))) {
            AgentConsole agent = floor.agent(1).ready();
            floor.call("presses", "ringing");
            agent.wish("signed_out");
            JsonNode call = floor.call("presses", "closed");

            assertThat(call.path("outcome").asText()).isEqualTo("abandoned");
            StereoSound sound = floor.sound(floor.recording("presses", "stored"));
            assertThat(StereoSound.firstHeard(sound.right())).isLessThanOrEqualTo(MESSAGE_BEGINS_WITHIN);
            // Cut short by the key, then the confirmation: less than the message alone would take.
            assertThat(sound.length()).isBetween(INTO_THE_MESSAGE.plusSeconds(3), INTO_THE_MESSAGE.plusSeconds(7));
            Noted fact = awaitFact(floor.books, "presses");
            assertThat(fact.kind()).isEqualTo(FactKind.REFUSED);
            assertThat(fact.evidence().zh()).contains(call.path("id").asText());
            assertThat(fact.at()).isBetween(at(call, "answered_at").plus(INTO_THE_MESSAGE).minusSeconds(2),
                    at(call, "answered_at").plus(INTO_THE_MESSAGE).plusSeconds(2));

            floor.importCases(Debtors.numberedFrom(800)
                    .with("another-debtor", new PressesKey(RING, INTO_THE_MESSAGE, KEY)));
            agent.ready();
            assertThat(awaitDecision(floor, "another-debtor")).contains("FACT-REFUSED");

            assertThat(floor.parts.carrierCalls()).isOne();
            assertThat(kept(floor.parts)).doesNotContain(call.path("id").asText());
        }
    }

    @Test
    void aKeyPressedWhileTheDialerIsDeadIsInTheBooksAfterItsNextStart() throws Exception {
        var debtors = Debtors.numberedFrom(820).with("presses", new PressesKey(RING, INTO_THE_MESSAGE, KEY));
        try (var parts = new FloorParts(FloorPlan.of("opt-out-restart", 1, debtors))) {
            try (Books books = Books.open(parts.home, parts.config, parts.databaseSettings(), parts.clock)) {
                String attempt = killedDuringTheMessage(parts, books, debtors);
                await().atMost(PATIENCE).until(() -> kept(parts).contains(attempt));
                assertThat(books.facts.of("presses")).isEmpty();

                Process second = LoneDialer.start(parts);
                try {
                    LoneDialer.address(second);
                    assertThat(awaitFact(books, "presses").evidence().zh()).contains(attempt);
                    await().atMost(PATIENCE).until(() -> !kept(parts).contains(attempt));
                } finally {
                    second.destroyForcibly().waitFor();
                }
            }
        }
    }

    private static String killedDuringTheMessage(FloorParts parts, Books books, Debtors debtors) throws Exception {
        var staff = new DemoStaff(books.staff, parts.machine.secrets());
        staff.hire(parts.accounts, parts.home.apiToken());
        Process first = LoneDialer.start(parts);
        URI address = LoneDialer.address(first);
        ApiClient api = ApiClient.withToken(address, parts.machine.secrets().of("api-token"));
        try (var agent = new AgentConsole(address, "agent1", requireNonNull(staff.signIns().get("agent1")))) {
            api.post("/api/imports?name=test.csv", "text/csv", debtors.caseFile());
            agent.ready();
            awaitState(api, "ringing");
            agent.wish("signed_out");
            awaitState(api, "message");
        } finally {
            first.destroyForcibly().waitFor();
        }
        return books.calls.page(null, null, null, 1).getFirst().id().toString();
    }

    private static void awaitState(ApiClient api, String state) {
        await(state).atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> api.get("/api/calls?case=presses")
                        .path("items")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals(state));
    }

    private static Noted awaitFact(Books books, String caseRef) {
        await("the fact").atMost(PATIENCE).until(() -> !books.facts.of(caseRef).isEmpty());
        List<Noted> facts = books.facts.of(caseRef);
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }

    /** The ids of the rules that denied. */
    private static List<String> awaitDecision(WholeFloor floor, String caseRef) throws Exception {
        String path = "/api/decisions?case=" + caseRef;
        await("a decision on " + caseRef).atMost(PATIENCE).until(() -> !floor.api.get(path).path("items").isEmpty());
        JsonNode decision = floor.api.get(path).path("items").path(0).path("decision");
        return decision.path("rules")
                .valueStream()
                .filter(rule -> rule.path("verdict").asText().equals("deny"))
                .map(rule -> rule.path("id").asText())
                .toList();
    }

    private static Instant at(JsonNode call, String field) {
        return Instant.parse(call.path(field).asText());
    }

    /** What the PBX keeps for the dialer. */
    private static String kept(FloorParts parts) {
        return parts.pbx.cli("database show callfloor-opt-out");
    }
}
