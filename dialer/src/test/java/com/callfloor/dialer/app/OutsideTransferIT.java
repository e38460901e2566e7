package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A debtor is put through to their lender, on a real PBX: the agent is free, the talk is kept, and a restart leaves it alone. */
class OutsideTransferIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RATE = 8_000;
    private static final int DEBTORS_HERTZ = 440;
    private static final int AGENTS_HERTZ = 1_000;
    private static final int LENDERS_HERTZ = 700;
    private static final double LOUD = 1_000;
    private static final double UNHEARD = 150;
    private static final PhoneNumber LEGAL = new PhoneNumber("+862160000002");
    private static final PhoneNumber CLOSED = new PhoneNumber("+862160000003");
    private static final String OUTSIDE = """
            [{name: legal, label: {en: Legal, zh: 法务部}, number: '+862160000002', trunk: '', lenders: [晨星消费金融],
              permission: agents},
             {name: closed, label: {en: Closed, zh: 已停用}, number: '+862160000003', trunk: backup, lenders: [晨星消费金融],
              permission: agents},
             {name: debtors, label: {en: A debtor, zh: 债务人}, number: '+8613900103201', trunk: '',
              lenders: [晨星消费金融], permission: agents},
             {name: others, label: {en: Others, zh: 其他}, number: '+862160000005', trunk: '', lenders: [Meadow],
              permission: agents}]""";

    @Test
    void theLenderIsCalledTalkedToAndGetsTheDebtorAndTheDialersRestartChangesNothing() throws Exception {
        var debtors = Debtors.numberedFrom(3_200)
                .with("asks", new Tone(Duration.ofMillis(300), DebtorBehaviour.UNTIL_HUNG_UP, DEBTORS_HERTZ));
        var plan = new FloorPlan("outside", 1, debtors, Map.of("FLOOR_TRANSFERS_OUTSIDE", OUTSIDE, "FLOOR_TRUNKS",
                "[{name: carrier, channels: 5, calls_per_second: 9, caller_ids: []},"
                        + " {name: backup, channels: 5, calls_per_second: 9, caller_ids: []}]"));
        try (var floor = WholeFloor.open(plan)) {
            var behaviours = new HashMap<>(debtors.behaviours());
            behaviours.put(LEGAL, new Tone(Duration.ofMillis(200), DebtorBehaviour.UNTIL_HUNG_UP, LENDERS_HERTZ));
            behaviours.put(CLOSED, new DebtorBehaviour.Busy(Duration.ofMillis(200)));
            floor.parts.carrier.behave(behaviours);
            AgentConsole ann = floor.agent(1).ready();
            String attempt = floor.call("asks", "connected").path("id").asText();
            assertThat(ann.outside(attempt).findValuesAsText("name")).containsExactly("legal", "closed", "debtors");
            recordedFor(floor, attempt, 1);

            assertThat(ann.talk(attempt, "outside", Map.of("to", "debtors")).statusCode()).isEqualTo(409);
            assertThat(ann.talk(attempt, "outside", Map.of("to", "others")).statusCode()).isEqualTo(409);
            assertThat(ann.talk(attempt, "outside", Map.of("to", "closed")).statusCode()).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> timeline(floor).findValuesAsText("kind").contains("not_put_through"));
            await().atMost(PATIENCE).until(() -> stateOf(floor).equals("connected"));

            assertThat(ann.talk(attempt, "outside", Map.of("to", "legal")).statusCode()).isEqualTo(202);
            await().atMost(PATIENCE)
                    .until(() -> ann.talk(attempt, "transfer/completion", Map.of()).statusCode() == 202);
            ann.awaitState("wrap_up");
            assertThat(stateOf(floor)).isEqualTo("outside");
            assertThat(ann.dispose(attempt, "disputes").statusCode()).isEqualTo(200);
            ann.awaitState("ready");
            recordedFor(floor, attempt, 3);
            floor.restart();
            await().atMost(PATIENCE).until(() -> stateOf(floor).equals("outside"));
            recordedFor(floor, attempt, 1);
            floor.parts.carrier.cli("channel request hangup all");

            JsonNode call = floor.call("asks", "closed");
            assertThat(call.path("outcome").asText()).isEqualTo("connected");
            assertThat(timeline(floor)).filteredOn(entry -> entry.path("kind").asText().endsWith("put_through"))
                    .extracting(entry -> entry.path("kind").asText() + " " + entry.path("code").asText())
                    .containsExactly("not_put_through closed", "put_through legal");
            StereoSound sound = floor.sound(floor.recording("asks", "stored"));
            int seconds = (int) sound.length().toSeconds();
            assertThat(StereoSound.amplitude(second(sound.right(), seconds - 2), LENDERS_HERTZ)).isGreaterThan(LOUD);
            assertThat(StereoSound.amplitude(second(sound.right(), seconds - 2), AGENTS_HERTZ)).isLessThan(UNHEARD);
            assertThat(StereoSound.amplitude(second(sound.left(), seconds - 2), DEBTORS_HERTZ)).isGreaterThan(LOUD);
        }
    }

    private static JsonNode timeline(WholeFloor floor) throws Exception {
        String caseId = floor.calls("asks").path(0).path("case_id").asText();
        return floor.api.get("/api/cases/" + caseId + "/timeline").path("items");
    }

    private static String stateOf(WholeFloor floor) {
        return floor.dialer.floor.current()
                .calls()
                .stream()
                .findFirst()
                .map(call -> call.state().code())
                .orElse("none");
    }

    private static short[] second(short[] side, int nth) {
        return Arrays.copyOfRange(side, nth * RATE, (nth + 1) * RATE);
    }

    /** So many more seconds of it are in its recording. */
    private static void recordedFor(WholeFloor floor, String attempt, int seconds) {
        var file = floor.parts.pbx.recordings().resolve(attempt + ".raw").toFile();
        long enough = file.length() + 4L * RATE * seconds;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> file.length() >= enough);
    }
}
