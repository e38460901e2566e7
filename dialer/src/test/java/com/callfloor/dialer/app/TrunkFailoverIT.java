package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.local.DebtorBehaviour.Announced;
import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.callfloor.dialer.local.DebtorBehaviour.Refused;
import com.callfloor.dialer.local.DebtorBehaviour.RefusedFirst;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/** Three trunks on a real PBX: one that it does not know, and two to a carrier that refuses some calls. */
@TestInstance(Lifecycle.PER_CLASS)
class TrunkFailoverIT {
    private static final Duration RING = Duration.ofMillis(400);
    private static final String TRUNKS = """
            [{name: unknown, channels: 10, calls_per_second: 10, caller_ids: []},
             {name: carrier, channels: 10, calls_per_second: 10, caller_ids: []},
             {name: backup, channels: 10, calls_per_second: 10, caller_ids: [
                {number: "+862160000001", regions: [CN-SH]}, {number: "+862160000002", regions: [CN-ZJ]},
                {number: "+862160000003", regions: ["*"]}]}]""";

    private final Debtors debtors = Debtors.numberedFrom(700)
            .with("full-once", new RefusedFirst(34, RING))
            .with("full-always", new Refused(Duration.ZERO, 38))
            .with("rang-then-full", new Refused(RING, 34))
            .with("announced-then-full", new Announced(34))
            .with("no-such-number", new Refused(Duration.ZERO, 1))
            .with("nobody-home", new NoAnswer());
    private WholeFloor floor;

    @BeforeAll
    void everyCaseIsCalledOnce() throws Exception {
        floor = WholeFloor.open(new FloorPlan("failover", 1, debtors, Map.of("FLOOR_TRUNKS", TRUNKS)));
        AgentConsole agent = floor.agent(1).disposingEverything("call_back").ready();
        floor.call("full-once", "connected");
        agent.hangUp(agent.awaitPop("full-once").path("attempt_id").asText());
        for (String caseRef : debtors.caseRefs()) {
            floor.call(caseRef, "closed");
        }
    }

    @AfterAll
    void close() {
        floor.close();
    }

    @Test
    void aCallThatItsTrunksRefuseIsAnsweredThroughTheNextAsTheSameAttempt() throws Exception {
        JsonNode call = floor.call("full-once", "closed");

        assertThat(floor.calls("full-once")).hasSize(1);
        assertThat(call.path("trunk").asText()).isEqualTo("backup");
        assertThat(call.path("answered_at").asText()).isNotEmpty();
        assertThat(calls("full-once")).isEqualTo(2);
        assertThat(floor.parts.carrier.calls().stream().filter(each -> each.number().equals(number("full-once"))))
                .last()
                .satisfies(each -> assertThat(each.caller()).as("the number local to the debtor")
                        .isEqualTo("862160000002"));
        assertThat(call.path("caller_id").asText()).isEqualTo("+862160000002");
    }

    @Test
    void whereEveryTrunkRefusesTheAttemptIsClosedAndSaysSo() {
        JsonNode call = floor.call("full-always", "closed");

        assertThat(call.path("outcome").asText()).isEqualTo("congestion");
        assertThat(call.path("cause").asInt()).isEqualTo(38);
        assertThat(call.path("rang").asBoolean()).isFalse();
        assertThat(call.path("note").asText()).contains("trunk carrier refused it: cause 38");
        assertThat(calls("full-always")).isEqualTo(2);
    }

    @Test
    void aPhoneThatRangOrMayHaveIsNotCalledThroughTheNext() {
        for (String caseRef : new String[]{"rang-then-full", "announced-then-full"}) {
            JsonNode call = floor.call(caseRef, "closed");
            assertThat(call.path("outcome").asText()).as(caseRef).isEqualTo("no_answer");
            assertThat(call.path("rang").asBoolean()).as(caseRef).isTrue();
            assertThat(calls(caseRef)).as(caseRef).isEqualTo(1);
        }
    }

    @Test
    void aNumberThatDoesNotExistIsNotTriedThroughTheNext() {
        assertThat(floor.call("no-such-number", "closed").path("outcome").asText()).isEqualTo("invalid");
        assertThat(calls("no-such-number")).isEqualTo(1);
    }

    @Test
    void theTrunkThatThePbxDoesNotKnowIsShownWithItsTrouble() throws Exception {
        JsonNode trunks = floor.api.get("/api/trunks").path("items");

        assertThat(trunks).extracting(trunk -> trunk.path("name").asText())
                .containsExactly("unknown", "carrier", "backup");
        assertThat(trunks.path(0).path("why").asText()).contains("could not place it");
        assertThat(trunks.path(1).path("why").isNull()).isTrue();
        assertThat(trunks).allSatisfy(trunk -> assertThat(trunk.path("in_use").asInt()).isZero());
        assertThat(trunks.path(2).path("caller_ids").path(1).path("calls").asInt()).isEqualTo(1);
    }

    private PhoneNumber number(String caseRef) {
        return debtors.number(caseRef);
    }

    private long calls(String caseRef) {
        return floor.parts.carrier.calls().stream().filter(call -> call.number().equals(number(caseRef))).count();
    }
}
