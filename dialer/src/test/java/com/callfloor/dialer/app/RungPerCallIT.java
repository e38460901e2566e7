package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.Busy;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Phones on hook between calls, on a real PBX, in mode progressive. */
class RungPerCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RING = Duration.ofMillis(300);
    private static final Duration TALK = Duration.ofSeconds(3);
    private static final Duration MESSAGE_BEGINS_WITHIN = Duration.ofSeconds(2);
    private static final int DEBTORS_HERTZ = 440;
    private static final int AGENTS_HERTZ = 1_000;
    private static final double LOUD = 1_000;

    /** The hand takes longer than a debtor would wait, and no debtor waits for it. */
    @Test
    void agentsWhoTakeTheirTimeToPickUpGetRecordedConversationsAndNoPhoneIsLeftOffItsHook() throws Exception {
        var debtors = Debtors.numberedFrom(1_000)
                .with("first", new Tone(RING, TALK, DEBTORS_HERTZ))
                .with("second", new Tone(RING, TALK, DEBTORS_HERTZ))
                .with("engaged", new Busy(Duration.ZERO))
                .with("third", new Tone(RING, TALK, DEBTORS_HERTZ))
                .with("fourth", new Tone(RING, TALK, DEBTORS_HERTZ));
        try (var floor = open("rung-per-call", debtors)) {
            picksUpAfter(floor, "1001", 3);
            picksUpAfter(floor, "1002", 3);
            AgentConsole ann = floor.agent(1).disposingEverything("call_back");
            AgentConsole bo = floor.agent(2).disposingEverything("call_back");
            ann.wish("ready");
            bo.wish("ready");

            assertThat(floor.call("engaged", "closed").path("outcome").asText()).isEqualTo("busy");
            for (String caseRef : List.of("first", "second", "third", "fourth")) {
                JsonNode call = floor.call(caseRef, "closed");
                assertThat(call.path("outcome").asText()).isEqualTo("connected");
                assertThat(Duration.between(at(call, "answered_at"), at(call, "connected_at")))
                        .isLessThan(MESSAGE_BEGINS_WITHIN);
                StereoSound sound = floor.sound(floor.recording(caseRef, "stored"));
                assertThat(StereoSound.amplitude(StereoSound.middle(sound.left()), DEBTORS_HERTZ)).isGreaterThan(LOUD);
                assertThat(StereoSound.amplitude(StereoSound.middle(sound.right()), AGENTS_HERTZ)).isGreaterThan(LOUD);
            }

            awaitOnHook(ann);
            awaitOnHook(bo);
            awaitNothingOnThePbx(floor);
            assertThat(floor.parts.carrierCalls()).isEqualTo(debtors.caseRefs().size());
        }
    }

    @Test
    void whoDoesNotPickUpIsOnBreakAndTheDebtorIsCalledForAnotherAgent() throws Exception {
        var debtors = Debtors.numberedFrom(1_050).with("wanted", new Tone(RING, TALK, DEBTORS_HERTZ));
        try (var floor = open("rung-in-vain", debtors)) {
            neverPicksUp(floor, "1001");
            AgentConsole ann = floor.agent(1).disposingEverything("call_back");
            ann.wish("ready");
            ann.awaitAgent(agent -> agent.path("leg").asText().equals("ringing"));

            assertThat(ann.awaitState("break").path("reason").asText()).isEqualTo("no_answer");
            awaitOnHook(ann);
            awaitNothingOnThePbx(floor);
            assertThat(floor.parts.carrierCalls()).isZero();
            assertThat(floor.calls("wanted")).isEmpty();

            AgentConsole bo = floor.agent(2).disposingEverything("call_back");
            bo.wish("ready");
            JsonNode call = floor.call("wanted", "closed");
            assertThat(call.path("outcome").asText()).isEqualTo("connected");
            assertThat(call.path("agent_id").asLong()).isNotEqualTo(ann.agent().path("id").asLong());

            bo.wish("signed_out");
            picksUpAgain(floor, "1001");
            ann.wish("ready");
            floor.importCases(Debtors.numberedFrom(1_060).with("later", new Tone(RING, TALK, DEBTORS_HERTZ)));
            ann.awaitPop("later");
            floor.recording("later", "stored");
            awaitNothingOnThePbx(floor);
        }
    }

    @Test
    void whereTheFloorDialsAheadThePhonesAreUpBeforeAndUntilTheBreak() throws Exception {
        var debtors = Debtors.numberedFrom(1_100)
                .with("one", new Tone(RING, TALK, DEBTORS_HERTZ))
                .with("two", new Busy(Duration.ZERO))
                .with("three", new Tone(RING, TALK, DEBTORS_HERTZ));
        try (var floor = open("rung-ahead", debtors)) {
            picksUpAfter(floor, "1001", 5);
            floor.dialer.floor.mode("default", CampaignMode.RATIO).toCompletableFuture().join();
            AgentConsole ann = floor.agent(1).disposingEverything("call_back");
            ann.wish("ready");
            ann.awaitAgent(agent -> agent.path("leg").asText().equals("ringing"));
            assertThat(floor.parts.carrierCalls()).isZero();

            for (String caseRef : List.of("one", "three")) {
                assertThat(floor.call(caseRef, "closed").path("outcome").asText()).isIn("connected", "abandoned");
                floor.recording(caseRef, "stored");
            }
            ann.awaitState("ready");
            assertThat(ann.agent().path("leg").asText()).isEqualTo("up");
            ann.wish("signed_out");
            awaitNothingOnThePbx(floor);
        }
    }

    private static WholeFloor open(String name, Debtors debtors) throws Exception {
        return WholeFloor.open(new FloorPlan(name, 2, debtors,
                Map.of("FLOOR_AGENTS_HEADSETS", "rung_per_call", "FLOOR_AGENTS_LONGEST_RING", "6s")));
    }

    private static void picksUpAfter(WholeFloor floor, String extension, int seconds) {
        dialplan(floor, extension, "Ringing()", "Wait(" + seconds + ")", "Answer()",
                "Playtones(" + AGENTS_HERTZ + ")", "Wait(3600)");
    }

    private static void neverPicksUp(WholeFloor floor, String extension) {
        dialplan(floor, extension, "Ringing()", "Wait(3600)");
    }

    /** Goes before what the simulated phones do otherwise. */
    private static void dialplan(WholeFloor floor, String extension, String... steps) {
        for (int i = 0; i < steps.length; i++) {
            String said = floor.parts.phones
                    .cli("dialplan add extension %s,%d,%s into phones".formatted(extension, i + 1, steps[i]));
            assertThat(said).contains("added");
        }
    }

    private static void picksUpAgain(WholeFloor floor, String extension) {
        assertThat(floor.parts.phones.cli("dialplan remove extension " + extension + "@phones")).contains("removed");
    }

    private static void awaitOnHook(AgentConsole agent) {
        agent.awaitAgent(seen -> seen.path("leg").asText().equals("on_hook"));
    }

    private static void awaitNothingOnThePbx(WholeFloor floor) {
        await("no channel").atMost(PATIENCE)
                .until(() -> floor.parts.pbx.cli("core show channels concise").isBlank());
    }

    private static Instant at(JsonNode call, String what) {
        return Instant.parse(call.path(what).asText());
    }
}
