package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.local.DebtorBehaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A real Asterisk that dies, and a link to it that breaks, while calls live. */
class AsteriskPbxLossIT {
    private PbxRig rig;

    @BeforeEach
    void theFloorIsUp() throws IOException {
        rig = new PbxRig("pbx-loss");
    }

    @AfterEach
    void theFloorIsDown() throws IOException {
        rig.close();
    }

    @Test
    void aPbxThatIsKilledMidCallIsToldOnceAndComesBackEmpty() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        rig.told.forget();

        rig.asterisk.kill();

        rig.awaited(PbxEvent.LinkDown.class, event -> true);
        rig.pbx.dial(rig.request(rig.nextAttempt()));
        rig.awaited(PbxEvent.DialFailed.class, event -> true);

        rig.asterisk.start();

        PbxEvent.Snapshot snapshot = rig.awaited(PbxEvent.Snapshot.class, event -> true);
        assertThat(snapshot.attempts()).isEmpty();
        assertThat(snapshot.legs()).isEmpty();
        assertThat(rig.told.kinds()).startsWith("LinkDown", "DialFailed", "LinkUp", "Snapshot");
        assertThat(rig.toldOf(attempt)).isEmpty();
    }

    @Test
    void aLinkThatIsCutFindsTheLiveCallWithItsAgentAgainAndHearsItsEnd() throws IOException {
        LegId leg = rig.agentIsUp(1);
        LegId idle = rig.agentIsUp(2);
        AttemptId attempt = rig.connected(leg);
        rig.told.forget();

        rig.proxy.cut();

        PbxEvent.Snapshot snapshot = rig.awaited(PbxEvent.Snapshot.class, event -> true);
        assertThat(rig.told.kinds()).startsWith("LinkDown", "LinkUp", "Snapshot");
        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(attempt, true, Optional.of(leg)));
        assertThat(snapshot.legs()).containsExactlyInAnyOrder(leg, idle);

        rig.pbx.hangUp(attempt);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(leg));
    }

    @Test
    void aDialerThatStartsAnewAdoptsTheCallThatItsPredecessorPlaced() throws IOException {
        LegId leg = rig.agentIsUp(1);
        AttemptId talking = rig.connected(leg);
        AttemptId ringing = rig.dial(new DebtorBehaviour.NoAnswer());
        rig.awaited(PbxEvent.Ringing.class, event -> event.attempt().equals(ringing));

        rig.pbx.close();
        rig.told.forget();
        rig.pbx = rig.link();
        rig.open();

        PbxEvent.Snapshot snapshot = rig.awaited(PbxEvent.Snapshot.class, event -> true);
        assertThat(snapshot.attempts()).containsExactlyInAnyOrder(new LiveAttempt(talking, true, Optional.of(leg)),
                new LiveAttempt(ringing, false, Optional.empty()));
        rig.pbx.hangUp(ringing);
        rig.pbx.hangUp(talking);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(ringing));
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(talking));
        AttemptId next = rig.connected(leg);
        assertThat(rig.toldOf(next)).endsWith("Connected");
    }

    /** Each word about the call is lost in turn; the list that is asked for tells what became of it. */
    @Test
    void whatAListTellsMakesGoodForEveryEventThatWasLost() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.nextAttempt();
        rig.carrier.behave(Map.of(PbxRig.DEBTOR, new DebtorBehaviour.Tone(Duration.ofSeconds(1),
                DebtorBehaviour.UNTIL_HUNG_UP, PbxRig.DEBTOR_HERTZ)));
        rig.proxy.lose("Event: Newstate");
        rig.pbx.dial(rig.request(attempt));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> rig.asterisk.cli("core show channels").contains("callfloor-debtor"));

        rig.proxy.lose("");
        rig.pbx.askForSnapshot();
        rig.awaited(PbxEvent.Answered.class, event -> event.attempt().equals(attempt));

        rig.proxy.lose("Event: Bridge");
        rig.pbx.connect(attempt, leg);
        rig.awaited(PbxEvent.ConnectFailed.class, event -> event.attempt().equals(attempt));
        rig.proxy.lose("");
        PbxEvent.Snapshot joined = rig.listedUntil(
                list -> list.attempts().contains(new LiveAttempt(attempt, true, Optional.of(leg))));
        assertThat(joined.legs()).containsExactly(leg);
        rig.awaited(PbxEvent.Connected.class, event -> event.attempt().equals(attempt));

        rig.proxy.lose("Event: Hangup");
        rig.pbx.hangUp(attempt);
        await().until(() -> !rig.asterisk.cli("core show channels").contains("callfloor-debtor"));
        rig.proxy.lose("");
        PbxEvent.Snapshot over = rig.listedUntil(list -> list.attempts().isEmpty());
        assertThat(over.legs()).containsExactly(leg);
        assertThat(rig.told.of(PbxEvent.Ended.class)).isEmpty();
        assertThat(rig.told.of(PbxEvent.LinkDown.class)).isEmpty();
    }

    /** Somebody placed it under our name, and every word of it was lost: the list holds it, so the floor can end it. */
    @Test
    void aChannelThatNobodyHeardOfIsListedAndCanBeEnded() {
        AttemptId stray = rig.nextAttempt();
        rig.carrier.behave(Map.of(PbxRig.DEBTOR, new DebtorBehaviour.NoAnswer()));
        try (AsteriskPbx other = rig.link()) {
            Told told = new Told();
            other.open(told);
            await().until(() -> told.kinds().contains("Snapshot"));
            rig.proxy.lose(stray.toString());
            other.dial(rig.request(stray));
            await().until(() -> !rig.carrier.calls().isEmpty());
        }
        rig.proxy.lose("");

        rig.listedUntil(list -> list.attempts().contains(new LiveAttempt(stray, false, Optional.empty())));
        rig.pbx.hangUp(stray);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> rig.asterisk.cli("core show channels count").contains("0 active channels"));
    }

    @Test
    void aLinkThatStopsForwardingIsNoticedByTheWatchdogAndReplaced() {
        rig.agentIsUp(1);
        rig.told.forget();
        long frozen = System.nanoTime();

        rig.proxy.freeze();

        await().atMost(Duration.ofSeconds(20)).until(() -> rig.told.kinds().contains("LinkDown"));
        Duration noticed = Duration.ofNanos(System.nanoTime() - frozen);
        assertThat(noticed).isLessThan(PbxRig.PING.plus(PbxRig.REPLY).plusSeconds(5));
        rig.proxy.thaw();
        PbxEvent.Snapshot snapshot = rig.awaited(PbxEvent.Snapshot.class, event -> true);
        assertThat(snapshot.legs()).hasSize(1);
        assertThat(rig.told.of(PbxEvent.LinkDown.class)).hasSize(1);
    }

    /** What the frozen way still held may reach the PBX when it thaws; then the floor must hear of the call. */
    @Test
    void aCallAskedForOnAFrozenLinkIsHeardOfIfAndOnlyIfItWasPlaced() {
        rig.told.forget();
        rig.proxy.freeze();
        AttemptId attempt = rig.dial(new DebtorBehaviour.NoAnswer());
        rig.awaited(PbxEvent.LinkDown.class, event -> true);

        rig.proxy.thaw();

        PbxEvent.Snapshot snapshot = rig.awaited(PbxEvent.Snapshot.class, event -> true);
        boolean listed = snapshot.attempts().stream().anyMatch(live -> live.attempt().equals(attempt));
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> (listed || rig.toldOf(attempt).contains("Ringing")) != rig.carrier.calls().isEmpty());
    }
}
