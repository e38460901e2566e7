package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.testing.StereoSound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a debtor on hold hears, and what becomes of one whose agent does not come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldIT {
    private static final int RATE = 8_000;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double LOUD = 1_500;
    private static final double UNHEARD = 150;

    private PbxRig rig;

    @BeforeAll
    void theFloorIsUp() throws IOException {
        rig = new PbxRig("pbx-hold");
    }

    @AfterEach
    void nothingIsLeft() {
        rig.clear();
    }

    @AfterAll
    void theFloorIsDown() throws IOException {
        rig.close();
    }

    @Test
    void theDebtorHearsMusicAndNoAgentAndTheRecordingGoesOnThroughTheHold() throws IOException {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        rig.recordedTo(attempt, Duration.ofSeconds(2));

        Duration from = held(attempt, MINUTE);
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(leg));
        rig.recordedTo(attempt, from.plusSeconds(4));
        rig.pbx.connect(attempt, leg);
        await().atMost(PATIENCE).until(() -> rig.told.of(PbxEvent.Connected.class).size() == 2);
        Duration to = rig.recorded(attempt);
        rig.recordedTo(attempt, to.plusSeconds(2));
        rig.pbx.hangUp(leg);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));

        StereoSound sound = StereoSound.ofRaw(rig.recording(attempt));
        assertThat(agent(sound, Duration.ofSeconds(1), from.minusMillis(300))).isGreaterThan(LOUD);
        // The file lags behind what is told.
        Duration music = from.plusSeconds(2);
        assertThat(agent(sound, music, to.minusMillis(500))).as("the agent, at the debtor on hold").isLessThan(UNHEARD);
        assertThat(loudness(part(sound.right(), music, to.minusMillis(500)))).as("the music").isGreaterThan(UNHEARD);
        assertThat(agent(sound, to.plusMillis(500), to.plusMillis(1_500))).as("the agent, after").isGreaterThan(LOUD);
        for (Duration at = Duration.ofSeconds(1); at.compareTo(to.plusSeconds(1)) < 0; at = at.plusMillis(500)) {
            assertThat(StereoSound.amplitude(part(sound.left(), at, at.plusMillis(500)), PbxRig.DEBTOR_HERTZ))
                    .as("the debtor at %s", at)
                    .isGreaterThan(LOUD);
        }
    }

    @Test
    void aDebtorWhoHangsUpOnHoldIsGone() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        held(attempt, MINUTE);

        rig.carrier.cli("channel request hangup all");

        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        assertThat(rig.told.of(PbxEvent.AgentLegDown.class)).isEmpty();
    }

    /** The dialer is gone: the PBX itself tells the debtor, and nobody hangs in music. */
    @Test
    void aDebtorWhomNobodyTakesBackIsToldSoAndLetGo() throws IOException {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        Duration from = held(attempt, Duration.ofSeconds(2));
        rig.pbx.close();

        await().atMost(PATIENCE).until(() -> !rig.asterisk.cli("core show channels concise").contains("carrier"));
        rig.pbx = rig.link();
        rig.told.forget();
        rig.open();

        assertThat(rig.told.of(PbxEvent.Snapshot.class).getFirst().attempts()).isEmpty();
        assertThat(rig.told.of(PbxEvent.Snapshot.class).getFirst().legs()).containsExactly(leg);
        StereoSound sound = StereoSound.ofRaw(rig.recording(attempt));
        assertThat(sound.length()).as("the words come after the music").isGreaterThan(from.plusSeconds(4));
        assertThat(loudness(part(sound.right(), from.plusMillis(2_500), from.plusSeconds(4)))).isGreaterThan(UNHEARD);
    }

    /** The agent's phone was lost, and nobody takes the debtor back. */
    @Test
    void aDebtorWhoIsLeftAloneOnHoldHearsTheMessageAndIsLetGo() throws IOException {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        Duration from = held(attempt, MINUTE);

        rig.pbx.leaveAlone(attempt);

        rig.awaited(PbxEvent.LeftAlone.class, event -> event.attempt().equals(attempt));
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        StereoSound sound = StereoSound.ofRaw(rig.recording(attempt));
        assertThat(loudness(part(sound.right(), from.plusSeconds(1), from.plusSeconds(3)))).isGreaterThan(UNHEARD);
    }

    @Test
    void aNewLinkIsToldWhoIsOnHold() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        held(attempt, MINUTE);
        rig.pbx.close();
        rig.told.forget();

        rig.pbx = rig.link();
        rig.open();

        PbxEvent.LiveAttempt live = rig.told.of(PbxEvent.Snapshot.class).getFirst().attempts().getFirst();
        assertThat(live.attempt()).isEqualTo(attempt);
        assertThat(live.held()).isTrue();
        assertThat(live.with()).isEmpty();
        rig.pbx.connect(attempt, leg);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(attempt));
        assertThat(rig.listedUntil(list -> !list.attempts().isEmpty()).attempts().getFirst().held()).isFalse();
    }

    @Test
    void keysArriveAtTheCarrierInOrder() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.dial(new DebtorBehaviour.Keypad(Duration.ofMillis(200), 9));
        rig.awaited(PbxEvent.Answered.class, event -> event.attempt().equals(attempt));
        rig.pbx.connect(attempt, leg);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(attempt));

        rig.pbx.press(attempt, new Digits("10*2266BD"));

        await().atMost(PATIENCE)
                .until(() -> rig.carrier.cli("database get keys " + PbxRig.DEBTOR.e164().substring(1))
                        .contains("Value"));
        assertThat(rig.carrier.cli("database get keys " + PbxRig.DEBTOR.e164().substring(1))).contains("10*2266BD");
    }

    @Test
    void aCallThatIsNotThereCannotBeHeldAndThatIsToldAtOnce() {
        AttemptId nobody = rig.nextAttempt();

        rig.pbx.hold(nobody, MINUTE);

        assertThat(rig.awaited(PbxEvent.HoldFailed.class, event -> event.attempt().equals(nobody)).why().en())
                .contains("not up");
    }

    /** When, in the recording, the debtor was on hold. */
    private Duration held(AttemptId attempt, Duration atMost) {
        rig.pbx.hold(attempt, atMost);
        rig.awaited(PbxEvent.Held.class, event -> event.attempt().equals(attempt));
        return rig.recorded(attempt);
    }

    private static double agent(StereoSound sound, Duration from, Duration to) {
        return StereoSound.amplitude(part(sound.right(), from, to), PbxRig.AGENT_HERTZ);
    }

    private static short[] part(short[] side, Duration from, Duration to) {
        return Arrays.copyOfRange(side, (int) from.toMillis() * RATE / 1_000, (int) to.toMillis() * RATE / 1_000);
    }

    private static double loudness(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += Math.abs(sample);
        }
        return sum / samples.length;
    }
}
