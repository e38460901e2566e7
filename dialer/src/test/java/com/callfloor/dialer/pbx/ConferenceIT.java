package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.testing.StereoSound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three in a talk on a real PBX: who hears whom, what is recorded, and what becomes of it without a dialer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConferenceIT {
    private static final int RATE = 8_000;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final PhoneSpeech.OwnTones TONES = new PhoneSpeech.OwnTones(500, 300);
    private static final int ANN = TONES.of(1001);
    private static final int BO = TONES.of(1002);
    private static final int CY = TONES.of(1003);
    private static final int DEBTOR = PbxRig.DEBTOR_HERTZ;
    private static final double HEARD = 600;
    private static final double UNHEARD = 100;

    private PbxRig rig;

    @BeforeAll
    void theFloorIsUp() throws IOException {
        rig = new PbxRig("pbx-conference", null, TONES);
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
    void outOfAConsultationAllThreeHearEachOtherAndTheRecordingHasThemAll() throws IOException {
        LegId anns = rig.agentIsUp(1);
        LegId bos = rig.agentIsUp(2);
        AttemptId call = rig.connected(anns);
        rig.pbx.hold(call, MINUTE);
        rig.awaited(PbxEvent.Held.class, event -> event.attempt().equals(call));
        rig.pbx.consult(anns, bos);
        rig.awaited(PbxEvent.AgentsMet.class, event -> true);

        rig.told.forget();
        rig.pbx.confer(call, anns, bos);
        connected(call, anns);
        connected(call, bos);
        Path annHears = rig.hears("1001");
        Path boHears = rig.hears("1002");
        Duration together = rig.recorded(call);
        rig.recordedTo(call, together.plusSeconds(3));
        StereoSound all = StereoSound.ofRaw(rig.recording(call));
        StereoSound ann = StereoSound.ofRaw(annHears);
        StereoSound bo = StereoSound.ofRaw(boHears);
        rig.told.forget();
        rig.pbx.part(bos);
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(bos));
        Duration two = rig.recorded(call);
        rig.recordedTo(call, two.plusSeconds(3));
        rig.pbx.hangUp(call);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(call));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(anns));

        short[] debtorHears = from(all.right(), together.plusMillis(500));
        assertThat(loud(debtorHears, ANN)).as("the debtor hears Ann").isGreaterThan(HEARD);
        assertThat(loud(debtorHears, BO)).as("the debtor hears Bo").isGreaterThan(HEARD);
        assertThat(loud(from(all.left(), together.plusMillis(500)), DEBTOR)).as("the debtor").isGreaterThan(HEARD);
        assertThat(loud(last(ann.right()), DEBTOR)).as("Ann hears the debtor").isGreaterThan(HEARD);
        assertThat(loud(last(ann.right()), BO)).as("Ann hears Bo").isGreaterThan(HEARD);
        assertThat(loud(last(bo.right()), DEBTOR)).as("Bo hears the debtor").isGreaterThan(HEARD);
        assertThat(loud(last(bo.right()), ANN)).as("Bo hears Ann").isGreaterThan(HEARD);
        assertThat(rig.toldOf(call)).contains("Ended");
        StereoSound end = StereoSound.ofRaw(rig.recording(call));
        assertThat(loud(from(end.right(), two.plusSeconds(2)), ANN)).as("Ann goes on").isGreaterThan(HEARD);
        assertThat(loud(from(end.right(), two.plusSeconds(2)), BO)).as("Bo is out").isLessThan(UNHEARD);
    }

    /** The debtor is not let go for an instant, whoever comes and goes. */
    @Test
    void outOfATalkAThirdComesInTheFirstLeavesAndAnotherTakesOver() throws IOException {
        LegId anns = rig.agentIsUp(1);
        LegId bos = rig.agentIsUp(2);
        LegId cys = rig.agentIsUp(3);
        AttemptId call = rig.connected(anns);

        rig.told.forget();
        rig.pbx.confer(call, anns, cys);
        connected(call, anns);
        connected(call, cys);
        Duration together = rig.recorded(call);
        rig.recordedTo(call, together.plusSeconds(2));
        PbxEvent.LiveAttempt three = rig.listedUntil(list -> list.attempts().getFirst().with().size() == 2)
                .attempts()
                .getFirst();
        assertThat(three.with()).containsExactlyInAnyOrder(anns, cys);
        rig.pbx.part(anns);
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(anns));
        rig.told.forget();
        rig.pbx.confer(call, cys, anns);
        connected(call, cys);
        connected(call, anns);
        rig.pbx.part(anns);
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(anns));
        rig.pbx.connect(call, bos);
        connected(call, bos);
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(cys));
        Duration taken = rig.recorded(call);
        rig.recordedTo(call, taken.plusSeconds(3));
        rig.told.forget();
        rig.pbx.hold(call, MINUTE);
        rig.awaited(PbxEvent.Held.class, event -> event.attempt().equals(call));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(bos));
        rig.pbx.connect(call, bos);
        connected(call, bos);
        rig.pbx.hangUp(call);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(call));

        StereoSound sound = StereoSound.ofRaw(rig.recording(call));
        short[] barged = part(sound.right(), together.plusMillis(500), together.plusSeconds(2));
        assertThat(loud(barged, CY)).as("who came in is recorded").isGreaterThan(HEARD);
        assertThat(loud(barged, ANN)).as("beside the agent").isGreaterThan(HEARD);
        // On a busy machine the file lags behind what is said.
        short[] after = part(sound.right(), taken.plusSeconds(2), taken.plusSeconds(3));
        assertThat(loud(after, BO)).isGreaterThan(HEARD);
        assertThat(loud(after, CY)).isLessThan(UNHEARD);
        assertThat(loud(after, ANN)).isLessThan(UNHEARD);
    }

    /** Nobody tells the PBX anything from the middle of it on. */
    @Test
    void withTheDialerDeadWhoeverIsThereTalksOnAndTheDebtorEndsItForAll() throws IOException {
        LegId anns = rig.agentIsUp(1);
        LegId bos = rig.agentIsUp(2);
        AttemptId call = rig.connected(anns);
        rig.pbx.confer(call, anns, bos);
        connected(call, bos);
        rig.pbx.close();
        rig.told.forget();
        rig.pbx = rig.link();
        rig.open();
        assertThat(rig.told.of(PbxEvent.Snapshot.class).getFirst().attempts()).as("a new dialer sees all three")
                .singleElement()
                .satisfies(live -> assertThat(live.with()).containsExactlyInAnyOrder(anns, bos));
        rig.pbx.close();

        rig.asterisk.cli("channel request hangup " + rig.channel("1002"));
        Duration one = rig.recorded(call);
        rig.recordedTo(call, one.plusSeconds(3));
        assertThat(loud(from(StereoSound.ofRaw(rig.recording(call)).right(), one.plusSeconds(2)), ANN))
                .as("Ann talks on")
                .isGreaterThan(HEARD);
        rig.carrier.cli("channel request hangup all");
        await().atMost(PATIENCE).until(() -> !rig.asterisk.cli("core show channels concise").contains("carrier"));
        rig.pbx = rig.link();
        rig.told.forget();
        rig.open();

        PbxEvent.Snapshot there = rig.told.of(PbxEvent.Snapshot.class).getFirst();
        assertThat(there.attempts()).isEmpty();
        assertThat(there.legs()).as("Ann is back in the wait").containsExactly(anns);
        AttemptId next = rig.connected(anns);
        assertThat(rig.toldOf(next)).contains("Connected");
    }

    private void connected(AttemptId call, LegId leg) {
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(call) && event.leg().equals(leg));
    }

    private static double loud(short[] samples, int hertz) {
        return StereoSound.amplitude(samples, hertz);
    }

    /** The last second. */
    private static short[] last(short[] side) {
        return Arrays.copyOfRange(side, Math.max(0, side.length - RATE), side.length);
    }

    private static short[] from(short[] side, Duration from) {
        return Arrays.copyOfRange(side, (int) from.toMillis() * RATE / 1_000, side.length);
    }

    private static short[] part(short[] side, Duration from, Duration to) {
        return Arrays.copyOfRange(side, (int) from.toMillis() * RATE / 1_000, (int) to.toMillis() * RATE / 1_000);
    }
}
