package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.OutsideRequest;
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

/** A debtor is put through to somebody outside on a real PBX: who hears whom, what is recorded, and what ends what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideIT {
    private static final int RATE = 8_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration RING = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final PhoneNumber NUMBER = new PhoneNumber("+862160000002");
    private static final PhoneNumber SHOWN = new PhoneNumber("+862160000001");
    private static final int DEBTOR = PbxRig.DEBTOR_HERTZ;
    private static final int AGENT = PbxRig.AGENT_HERTZ;
    private static final int OUTSIDE = 700;
    private static final double HEARD = 600;
    private static final double UNHEARD = 100;

    private PbxRig rig;
    private long serials;

    @BeforeAll
    void theFloorIsUp() throws IOException {
        rig = new PbxRig("pbx-outside");
    }

    @AfterEach
    void nothingIsLeft() {
        rig.clear();
    }

    @AfterAll
    void theFloorIsDown() throws IOException {
        rig.close();
    }

    /** The other says back whatever they hear, so that each ear tells of two. */
    @Test
    void agentAndOtherTalkUnheardThenDebtorAndOtherInTheSameRecordingAndTheDebtorsEndEndsIt() throws IOException {
        LegId anns = rig.agentIsUp(1);
        AttemptId call = held(anns);
        OutsideLeg leg = rung(call, new DebtorBehaviour.Echoes(Duration.ofMillis(200), DebtorBehaviour.UNTIL_HUNG_UP));
        rig.awaited(PbxEvent.OutsideAnswered.class, event -> event.leg().equals(leg));
        rig.pbx.consult(anns, leg);
        rig.awaited(PbxEvent.OutsideMet.class, event -> event.leg().equals(leg) && event.agent().equals(anns));
        Path annHears = rig.hears("1001");
        Duration consulting = rig.recorded(call);
        rig.recordedTo(call, consulting.plusSeconds(3));

        StereoSound ann = StereoSound.ofRaw(annHears);
        rig.pbx.connect(leg);
        rig.awaited(PbxEvent.OutsideConnected.class, event -> event.leg().equals(leg));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(anns));
        Duration together = rig.recorded(call);
        PbxEvent.Snapshot listed = rig.listedUntil(list -> !list.outside().isEmpty());
        rig.recordedTo(call, together.plusSeconds(4));
        assertThat(listed.outside()).containsExactly(leg);
        assertThat(listed.attempts()).singleElement().satisfies(live -> {
            assertThat(live.outside()).contains(leg);
            assertThat(live.with()).isEmpty();
            assertThat(live.held()).isFalse();
        });
        rig.pbx.hangUp(call);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(call));
        rig.awaited(PbxEvent.OutsideEnded.class, event -> event.leg().equals(leg));

        assertThat(loud(last(ann.right()), AGENT)).as("the other hears the agent, and is heard").isGreaterThan(HEARD);
        assertThat(loud(last(ann.right()), DEBTOR)).as("neither hears the debtor").isLessThan(UNHEARD);
        StereoSound sound = StereoSound.ofRaw(rig.recording(call));
        short[] unheard = part(sound.right(), consulting.plusSeconds(1), consulting.plusSeconds(3));
        assertThat(loud(unheard, AGENT)).as("the debtor hears nothing of that").isLessThan(UNHEARD);
        short[] heard = part(sound.right(), together.plusSeconds(2), together.plusSeconds(4));
        assertThat(loud(heard, DEBTOR)).as("the other hears the debtor, and is heard").isGreaterThan(HEARD);
        assertThat(loud(heard, AGENT)).as("the agent no more").isLessThan(UNHEARD);
        assertThat(loud(part(sound.left(), together.plusSeconds(2), together.plusSeconds(4)), DEBTOR))
                .as("the debtor is recorded")
                .isGreaterThan(HEARD);
    }

    @Test
    void whoDoesNotAnswerIsGivenUpAndTheDebtorComesBackToTheAgent() {
        LegId anns = rig.agentIsUp(1);
        AttemptId call = held(anns);
        OutsideLeg leg = rung(call, new DebtorBehaviour.Busy(Duration.ofMillis(300)));
        rig.awaited(PbxEvent.OutsideEnded.class, event -> event.leg().equals(leg));

        rig.told.forget();
        rig.pbx.connect(call, anns);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(call));
    }

    @Test
    void outOfATalkWithTheOtherTheAgentTakesTheDebtorBackWhoeverEndsIt() {
        LegId anns = rig.agentIsUp(1);
        AttemptId call = held(anns);
        OutsideLeg first = consulting(call, anns);
        rig.told.forget();
        rig.carrier.cli("channel request hangup " + youngest());
        rig.awaited(PbxEvent.OutsideEnded.class, event -> event.leg().equals(first));
        rig.pbx.connect(call, anns);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(call));

        rig.pbx.hold(call, MINUTE);
        rig.awaited(PbxEvent.Held.class, event -> event.attempt().equals(call));
        OutsideLeg second = consulting(call, anns);
        rig.told.forget();
        rig.pbx.connect(call, anns);
        rig.pbx.hangUp(second);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(call));
        rig.awaited(PbxEvent.OutsideEnded.class, event -> event.leg().equals(second));

        rig.pbx.hold(call, MINUTE);
        rig.awaited(PbxEvent.Held.class, event -> event.attempt().equals(call));
        OutsideLeg third = consulting(call, anns);
        rig.told.forget();
        rig.pbx.connect(third);
        rig.awaited(PbxEvent.OutsideConnected.class, event -> event.leg().equals(third));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(anns));
        rig.pbx.connect(call, anns);
        rig.pbx.hangUp(third);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(call));
        rig.awaited(PbxEvent.OutsideEnded.class, event -> event.leg().equals(third));
        assertThat(rig.toldOf(call)).as("even out of a talk with the other").doesNotContain("Ended");
    }

    private OutsideLeg consulting(AttemptId call, LegId agent) {
        OutsideLeg leg = rung(call, tone());
        rig.awaited(PbxEvent.OutsideAnswered.class, event -> event.leg().equals(leg));
        rig.pbx.consult(agent, leg);
        rig.awaited(PbxEvent.OutsideMet.class, event -> event.leg().equals(leg));
        return leg;
    }

    /** The carrier's channel of the last call. */
    private String youngest() {
        return rig.carrier.cli("core show channels concise")
                .lines()
                .filter(line -> line.contains("!"))
                .map(line -> line.substring(0, line.indexOf('!')))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Nobody tells the PBX anything from the middle of it on. */
    @Test
    void withTheDialerDeadTheOthersEndEndsTheDebtorsCallAndASecondTryIsADebtorLikeAnyOther() {
        LegId anns = rig.agentIsUp(1);
        AttemptId call = held(anns);
        OutsideLeg first = consulting(call, anns);
        rig.pbx.hangUp(first);
        rig.awaited(PbxEvent.OutsideEnded.class, event -> event.leg().equals(first));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(anns));

        OutsideLeg second = consulting(call, anns);
        rig.pbx.connect(second);
        rig.awaited(PbxEvent.OutsideConnected.class, event -> event.leg().equals(second));
        rig.pbx.close();
        rig.asterisk.cli("channel request hangup " + rig.channel("carrier"));
        await().atMost(PATIENCE).until(() -> !rig.asterisk.cli("core show channels concise").contains("carrier"));

        rig.pbx = rig.link();
        rig.told.forget();
        rig.open();
        PbxEvent.Snapshot there = rig.told.of(PbxEvent.Snapshot.class).getFirst();
        assertThat(there.attempts()).isEmpty();
        assertThat(there.outside()).isEmpty();
        assertThat(there.legs()).containsExactly(anns);
    }

    private AttemptId held(LegId agent) {
        AttemptId call = rig.connected(agent);
        rig.pbx.hold(call, MINUTE);
        rig.awaited(PbxEvent.Held.class, event -> event.attempt().equals(call));
        return call;
    }

    private OutsideLeg rung(AttemptId call, DebtorBehaviour behaviour) {
        rig.carrier.behave(Map.of(NUMBER, behaviour));
        var leg = new OutsideLeg(call, ++serials);
        rig.pbx.ringOutside(new OutsideRequest(leg, NUMBER, "carrier", SHOWN, RING));
        return leg;
    }

    private static DebtorBehaviour tone() {
        return new DebtorBehaviour.Tone(Duration.ofMillis(200), DebtorBehaviour.UNTIL_HUNG_UP, OUTSIDE);
    }

    private static double loud(short[] samples, int hertz) {
        return StereoSound.amplitude(samples, hertz);
    }

    /** The last second. */
    private static short[] last(short[] side) {
        return Arrays.copyOfRange(side, Math.max(0, side.length - RATE), side.length);
    }

    private static short[] part(short[] side, Duration from, Duration to) {
        return Arrays.copyOfRange(side, (int) from.toMillis() * RATE / 1_000, (int) to.toMillis() * RATE / 1_000);
    }
}
