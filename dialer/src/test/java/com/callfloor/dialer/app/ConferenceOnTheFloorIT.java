package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A third comes into a talk: a colleague, a supervisor who is asked, one who barges in; on a real PBX, through the API. */
class ConferenceOnTheFloorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RATE = 8_000;
    private static final int DEBTOR = 440;
    private static final PhoneSpeech.OwnTones TONES = new PhoneSpeech.OwnTones(500, 300);
    private static final int ANN = TONES.of(1001);
    private static final int BO = TONES.of(1002);
    private static final int SU = TONES.of(1003);
    private static final double HEARD = 600;
    private static final double UNHEARD = 150;
    /** The third phone is a supervisor's here: its agent never signs in. */
    private static final Map<String, Object> SUPERVISORS_PHONE = Map.of("extension", "1003");

    @Test
    void aColleagueThenASupervisorAreBroughtInAndTheSupervisorTakesTheDebtor() throws Exception {
        var debtors = Debtors.numberedFrom(1_960)
                .with("shared", new Tone(Duration.ofMillis(300), DebtorBehaviour.UNTIL_HUNG_UP, DEBTOR));
        try (var floor = WholeFloor.open(new FloorPlan("conference", 3, debtors, Map.of(), TONES))) {
            AgentConsole ann = floor.agent(1).ready();
            String attempt = floor.call("shared", "connected").path("id").asText();
            AgentConsole bo = floor.agent(2).ready();
            AgentConsole su = floor.supervisor();
            long bos = bo.agent().path("id").asLong();

            assertThat(ann.talk(attempt, "transfer", Map.of("to", bos, "kind", "warm")).statusCode()).isEqualTo(202);
            assertThat(ann.talk(attempt, "conference", Map.of()).statusCode()).isEqualTo(202);
            double withBo = recorded(floor, attempt);
            recordedFor(floor, attempt, 3);
            su.awaitLive(call -> call.path("conference").path("third_id").asLong() == bos);
            assertThat(bo.leave(attempt)).isEqualTo(202);
            bo.awaitState("ready");
            double withoutBo = recorded(floor, attempt);
            recordedFor(floor, attempt, 3);

            assertThat(ann.receivers(attempt).findValuesAsText("role")).containsExactly("agent", "supervisor");
            long sus = ann.receivers(attempt).path(1).path("id").asLong();
            assertThat(su.post("/api/agents/" + ann.agent().path("id").asLong() + "/listen",
                    Map.of("mode", "barge", "extension", "1003"))).isEqualTo(202);
            su.awaitLive(call -> call.path("conference").path("barged").asBoolean());
            double barged = recorded(floor, attempt);
            recordedFor(floor, attempt, 3);
            assertThat(su.leave(attempt)).isEqualTo(202);
            su.awaitLive(call -> call.path("conference").isNull());
            recordedFor(floor, attempt, 1);

            assertThat(ann.talk(attempt, "transfer", Map.of("to", sus, "kind", "warm")).statusCode()).isEqualTo(202);
            su.awaitPop("shared", pop -> pop.path("transfer").path("stage").asText().equals("offered"));
            assertThat(su.post("/api/calls/" + attempt + "/transfer/acceptance", SUPERVISORS_PHONE)).isEqualTo(202);
            su.awaitPop("shared", pop -> pop.path("transfer").path("stage").asText().equals("consulting"));
            recordedFor(floor, attempt, 2);
            assertThat(ann.talk(attempt, "transfer/completion", Map.of()).statusCode()).isEqualTo(202);
            ann.awaitState("wrap_up");
            double taken = recorded(floor, attempt);
            recordedFor(floor, attempt, 4);
            assertThat(ann.dispose(attempt, "disputes").statusCode()).isEqualTo(200);
            assertThat(su.hangUp(attempt).statusCode()).isEqualTo(202);

            JsonNode call = floor.call("shared", "closed");
            assertThat(call.path("taken_over_by").asText()).isEqualTo("Supervisor");
            assertThat(call.path("agent_name").asText()).isEqualTo("Agent 1");
            assertThat(floor.api.get("/api/cases/" + call.path("case_id").asText() + "/timeline").path("items"))
                    .filteredOn(entry -> entry.path("kind").asText().matches("conference.*|transferred"))
                    .extracting(entry -> entry.path("kind").asText() + " " + entry.path("code").asText())
                    .containsExactly("conference asked", "conference_ended left", "conference barged",
                            "conference_ended left", "transferred warm");
            StereoSound sound = floor.sound(floor.recording("shared", "stored"));
            assertHeard(sound, withBo, ANN, BO, SU);
            assertHeard(sound, barged, ANN, SU, BO);
            assertThat(amplitude(sound.right(), withoutBo + 2, BO)).as("Bo is out").isLessThan(UNHEARD);
            assertThat(amplitude(sound.right(), taken + 2, SU)).as("the supervisor has the debtor")
                    .isGreaterThan(HEARD);
            assertThat(amplitude(sound.right(), taken + 2, ANN)).as("and Ann not any more").isLessThan(UNHEARD);
        }
    }

    /** In the second from one second after {@code at}. */
    private static void assertHeard(StereoSound sound, double at, int one, int other, int nobody) {
        assertThat(amplitude(sound.left(), at + 1, DEBTOR)).as("the debtor").isGreaterThan(HEARD);
        assertThat(amplitude(sound.right(), at + 1, one)).as("%d hertz at the debtor", one).isGreaterThan(HEARD);
        assertThat(amplitude(sound.right(), at + 1, other)).as("%d hertz at the debtor", other).isGreaterThan(HEARD);
        assertThat(amplitude(sound.right(), at + 1, nobody)).as("%d hertz at the debtor", nobody).isLessThan(UNHEARD);
    }

    private static double amplitude(short[] side, double from, int hertz) {
        int start = (int) (from * RATE);
        return StereoSound.amplitude(Arrays.copyOfRange(side, start, start + RATE), hertz);
    }

    /** In seconds. */
    private static double recorded(WholeFloor floor, String attempt) {
        return floor.parts.pbx.recordings().resolve(attempt + ".raw").toFile().length() / 4.0 / RATE;
    }

    private static void recordedFor(WholeFloor floor, String attempt, double seconds) {
        double enough = recorded(floor, attempt) + seconds;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> recorded(floor, attempt) >= enough);
    }
}
