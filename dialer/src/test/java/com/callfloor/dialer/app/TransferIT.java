package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One debtor goes from agent to agent, on a real PBX, and the recording goes on. */
class TransferIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RATE = 8_000;
    private static final int DEBTORS_HERTZ = 440;
    private static final int AGENTS_HERTZ = 1_000;
    private static final double LOUD = 1_000;
    private static final double UNHEARD = 150;

    @Test
    void warmToTheOtherAndBlindBackTheDebtorHearsNoConsultationAndIsRecordedThroughout() throws Exception {
        var debtors = Debtors.numberedFrom(1_900)
                .with("wanders", new Tone(Duration.ofMillis(300), DebtorBehaviour.UNTIL_HUNG_UP, DEBTORS_HERTZ));
        try (var floor = WholeFloor.open(FloorPlan.of("transfer", 2, debtors))) {
            AgentConsole ann = floor.agent(1).ready();
            String attempt = floor.call("wanders", "connected").path("id").asText();
            AgentConsole bo = floor.agent(2).ready();
            long anns = ann.agent().path("id").asLong();
            long bos = bo.agent().path("id").asLong();
            assertThat(ann.receivers(attempt).findValuesAsText("id")).containsExactly(Long.toString(bos));
            recordedFor(floor, attempt, 1);

            assertThat(ann.talk(attempt, "transfer", Map.of("to", bos, "kind", "warm")).statusCode()).isEqualTo(202);
            assertThat(bo.awaitPop("wanders").path("transfer").path("from_id").asLong()).isEqualTo(anns);
            recordedFor(floor, attempt, 4);
            assertThat(ann.talk(attempt, "transfer/completion", Map.of()).statusCode()).isEqualTo(202);
            ann.awaitState("wrap_up");
            assertThat(bo.agent().path("state").asText()).isEqualTo("on_call");
            recordedFor(floor, attempt, 2);
            assertThat(ann.dispose(attempt, "disputes").statusCode()).isEqualTo(200);
            ann.awaitState("ready");

            assertThat(bo.talk(attempt, "transfer", Map.of("to", anns, "kind", "blind")).statusCode()).isEqualTo(202);
            bo.awaitState("wrap_up");
            assertThat(bo.dispose(attempt, "refuses").statusCode()).isEqualTo(200);
            recordedFor(floor, attempt, 2);
            assertThat(ann.hangUp(attempt).statusCode()).isEqualTo(202);
            ann.awaitState("wrap_up");
            assertThat(ann.dispose(attempt, "promise_to_pay").statusCode()).isEqualTo(200);

            JsonNode call = floor.call("wanders", "closed");
            assertThat(call.path("agent_id").asLong()).isEqualTo(anns);
            await().atMost(PATIENCE)
                    .until(() -> floor.call("wanders", "closed").path("disposition").asText().equals("promise_to_pay"));
            assertThat(call.path("held_ms").asLong()).isGreaterThan(2_000);
            assertThat(floor.api.get("/api/cases/" + call.path("case_id").asText() + "/timeline").path("items"))
                    .filteredOn(entry -> entry.path("kind").asText().equals("transferred"))
                    .extracting(entry -> entry.path("code").asText())
                    .containsExactly("warm", "blind");
            assertSound(floor.sound(floor.recording("wanders", "stored")));
        }
    }

    /** In parts of half a second: the debtor in all, the agents before and after, and a while in which neither is heard. */
    private static void assertSound(StereoSound sound) {
        int parts = (int) (sound.length().toMillis() / 500);
        int unheard = 0;
        for (int part = 1; part < parts - 1; part++) {
            assertThat(StereoSound.amplitude(half(sound.left(), part), DEBTORS_HERTZ)).as("the debtor in part %s", part)
                    .isGreaterThan(LOUD);
            unheard += StereoSound.amplitude(half(sound.right(), part), AGENTS_HERTZ) < UNHEARD ? 1 : 0;
        }
        assertThat(unheard).as("half seconds without any agent at the debtor").isBetween(4, 16);
        assertThat(StereoSound.amplitude(half(sound.right(), 1), AGENTS_HERTZ)).isGreaterThan(LOUD);
        assertThat(StereoSound.amplitude(half(sound.right(), parts - 2), AGENTS_HERTZ)).isGreaterThan(LOUD);
    }

    private static short[] half(short[] side, int part) {
        return Arrays.copyOfRange(side, part * RATE / 2, (part + 1) * RATE / 2);
    }

    /** So many more seconds of it are in its recording. */
    private static void recordedFor(WholeFloor floor, String attempt, int seconds) {
        var file = floor.parts.pbx.recordings().resolve(attempt + ".raw").toFile();
        long enough = file.length() + 4L * RATE * seconds;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> file.length() >= enough);
    }
}
