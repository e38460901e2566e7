package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.supervision.ListenMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls through a real Asterisk, as the floor hears of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsteriskPbxCallsIT {
    private static final Duration RING = Duration.ofMillis(300);
    private static final double LOUD = 2_000;
    private static final double SILENT = 50;

    private PbxRig rig;

    @BeforeAll
    void theFloorIsUp() throws IOException {
        rig = new PbxRig("pbx-calls");
        rig.told.forget();
    }

    @AfterAll
    void theFloorIsDown() throws IOException {
        rig.close();
    }

    @AfterEach
    void nobodyIsOnTheLine() {
        rig.clear();
    }

    @Test
    void aBrowserPhonesSecretIsInThePbxWhenThatIsTold() throws IOException {
        for (long request = 1; request <= 20; request++) {
            long asked = request;
            rig.pbx.admitPhone(asked, new Extension("91001"), "Secret" + asked);

            rig.awaited(PbxEvent.PhoneAdmitted.class, event -> event.request() == asked);
            assertThat(rig.asterisk.cli("pjsip show auth 91001")).contains("Secret" + asked);
        }
    }

    private record Story(DebtorBehaviour behaviour, int cause, List<String> told) {}

    private static final List<Story> STORIES = List.of(
            new Story(new DebtorBehaviour.Busy(Duration.ZERO), 17, List.of("Ended")),
            new Story(new DebtorBehaviour.Busy(RING), 17, List.of("Ringing", "Ended")),
            new Story(new DebtorBehaviour.NotInService(), 1, List.of("Ended")),
            new Story(new DebtorBehaviour.Congested(), 34, List.of("Ended")),
            new Story(new DebtorBehaviour.Refused(Duration.ZERO, 22), 22, List.of("Ended")),
            new Story(new DebtorBehaviour.Refused(RING, 21), 21, List.of("Ringing", "Ended")),
            new Story(new DebtorBehaviour.Announced(34), 34, List.of("EarlyMedia", "Ended")),
            new Story(new DebtorBehaviour.NoAnswer(), 19, List.of("Ringing", "Ended")),
            new Story(new DebtorBehaviour.HangsUp(RING), 16, List.of("Ringing", "Answered", "Ended")),
            new Story(new DebtorBehaviour.Voicemail(RING, Duration.ofSeconds(30)), 16,
                    List.of("Ringing", "Answered", "MessageStarted", "Ended")),
            new Story(new DebtorBehaviour.Mute(RING, DebtorBehaviour.UNTIL_HUNG_UP), 16,
                    List.of("Ringing", "Answered", "MessageStarted", "Ended")));

    @Test
    void everyOutcomeIsToldOnceInOrderWithItsCause() {
        Map<PhoneNumber, Story> debtors = new LinkedHashMap<>();
        STORIES.forEach(story -> debtors.put(new PhoneNumber("+86138000000" + (10 + debtors.size())), story));
        rig.carrier.behave(debtors.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().behaviour)));
        Map<AttemptId, Story> attempts = new LinkedHashMap<>();

        debtors.forEach((number, story) -> attempts.put(rig.dial(number), story));

        attempts.forEach((attempt, story) -> {
            PbxEvent.Ended ended = rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
            assertThat(ended.cause().q850()).as(story.toString()).isEqualTo(story.cause);
        });
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(attempts).allSatisfy(
                        (attempt, story) -> assertThat(rig.toldOf(attempt)).as(story.toString())
                                .isEqualTo(story.told)));
    }

    @Test
    void aTrunkThatThePbxDoesNotKnowIsAFailureToDial() {
        AttemptId attempt = rig.nextAttempt();

        rig.pbx.dial(rig.request(attempt, "nosuch"));

        PbxEvent.DialFailed failed = rig.awaited(PbxEvent.DialFailed.class, event -> event.attempt().equals(attempt));
        assertThat(failed.trunksFault()).isTrue();
        await().during(Duration.ofMillis(200)).until(() -> rig.toldOf(attempt).equals(List.of("DialFailed")));
    }

    @Test
    void anAttemptIsPlacedAgainUnderItsIdAsSoonAsItsFirstTrunkRefusedIt() {
        AttemptId attempt = rig.nextAttempt();
        rig.carrier.behave(Map.of(PbxRig.DEBTOR, new DebtorBehaviour.RefusedFirst(34, RING)));
        rig.carrier.cli("database deltree calls");
        rig.told.react(event -> {
            if (event instanceof PbxEvent.Ended ended && ended.cause().q850() == 34) {
                rig.pbx.dial(rig.request(attempt));
            }
        });

        rig.pbx.dial(rig.request(attempt));

        rig.awaited(PbxEvent.Answered.class, event -> event.attempt().equals(attempt));
        assertThat(rig.toldOf(attempt)).startsWith("Ended", "Ringing", "Answered");
        rig.told.react(event -> {
        });
        rig.pbx.hangUp(attempt);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt) && event.cause().q850() != 34);
        assertThat(rig.toldOf(attempt)).filteredOn("Ended"::equals).hasSize(2);
        assertThat(rig.toldOf(attempt)).doesNotContain("DialFailed");
    }

    @Test
    void anAttemptThatOneTrunkCannotPlaceIsPlacedThroughAnother() {
        AttemptId attempt = rig.nextAttempt();
        rig.carrier.behave(Map.of(PbxRig.DEBTOR, new DebtorBehaviour.Busy(RING)));
        rig.told.react(event -> {
            if (event instanceof PbxEvent.DialFailed) {
                rig.pbx.dial(rig.request(attempt));
            }
        });

        rig.pbx.dial(rig.request(attempt, "nosuch"));

        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        rig.told.react(event -> {
        });
        assertThat(rig.toldOf(attempt)).containsExactly("DialFailed", "Ringing", "Ended");
    }

    @Test
    void aCallThatIsHungUpWhileItRingsEnds() {
        AttemptId attempt = rig.dial(new DebtorBehaviour.NoAnswer());
        rig.awaited(PbxEvent.Ringing.class, event -> event.attempt().equals(attempt));

        rig.pbx.hangUp(attempt);

        PbxEvent.Ended ended = rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        assertThat(ended.cause().q850()).isEqualTo(16);
    }

    @Test
    void aCallThatIsHungUpInTheSameBreathAsItIsDialedEnds() {
        AttemptId attempt = rig.dial(new DebtorBehaviour.NoAnswer());

        rig.pbx.hangUp(attempt);

        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        await().until(() -> rig.asterisk.cli("core show channels count").contains("0 active channels"));
    }

    @Test
    void debtorAndAgentHearEachOtherAndTheLegIsIdleAfterwards() throws IOException {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> rig.recording(attempt).toFile().length() > 32_000);

        rig.pbx.hangUp(attempt);

        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(leg));
        assertThat(rig.toldOf(attempt)).containsExactly("Ringing", "Answered", "Connected", "Ended");
        StereoTones debtors = StereoTones.of(rig.recording(attempt), PbxRig.DEBTOR_HERTZ);
        StereoTones agents = StereoTones.of(rig.recording(attempt), PbxRig.AGENT_HERTZ);
        assertThat(debtors.left()).isGreaterThan(LOUD);
        assertThat(debtors.right()).isLessThan(SILENT);
        assertThat(agents.right()).isGreaterThan(LOUD);
        assertThat(agents.left()).isLessThan(SILENT);
    }

    @Test
    void aLegTakesOneCallAfterTheOther() {
        LegId leg = rig.agentIsUp(1);
        for (int call = 0; call < 3; call++) {
            AttemptId attempt = rig.connected(leg);
            rig.told.forget();
            rig.pbx.hangUp(attempt);
            rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(leg));
            rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
            assertThat(rig.told.of(PbxEvent.AgentLegIdle.class)).hasSize(1);
        }
    }

    @Test
    void anAgentWhoTalksIsNotGivenASecondDebtor() {
        LegId leg = rig.agentIsUp(1);
        AttemptId first = rig.connected(leg);
        AttemptId second = rig.dial(new DebtorBehaviour.Mute(RING, Duration.ofSeconds(3)));
        rig.awaited(PbxEvent.Answered.class, event -> event.attempt().equals(second));

        rig.pbx.connect(second, leg);

        rig.awaited(PbxEvent.ConnectFailed.class, event -> event.attempt().equals(second));
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(second));
        assertThat(rig.toldOf(first)).doesNotContain("Ended");
    }

    @Test
    void aSecondLegTakesTheDebtorOverAndTheFirstOneWaitsAgain() throws IOException {
        LegId first = rig.agentIsUp(1);
        LegId second = rig.agentIsUp(2);
        AttemptId attempt = rig.connected(first);
        rig.told.forget();

        rig.pbx.connect(attempt, second);

        rig.awaited(PbxEvent.Connected.class, event -> event.leg().equals(second));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(first));
        rig.pbx.hangUp(attempt);
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(second));
        assertThat(rig.told.of(PbxEvent.AgentLegDown.class)).isEmpty();
    }

    @Test
    void aDebtorWhoIsGoneCannotBeConnected() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.dial(new DebtorBehaviour.HangsUp(RING));
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));

        rig.pbx.connect(attempt, leg);

        rig.awaited(PbxEvent.ConnectFailed.class, event -> event.attempt().equals(attempt));
    }

    @Test
    void anAgentsHeadsetThatHangsUpIsDownOnceAndItsDebtorIsNotLeftBehind() {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);

        rig.phones.cli("channel request hangup all");

        rig.awaited(PbxEvent.AgentLegDown.class, event -> event.leg().equals(leg));
        rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
        assertThat(rig.told.of(PbxEvent.AgentLegDown.class)).hasSize(1);
    }

    @Test
    void aHeadsetThatIsNotRegisteredIsDownOnce() {
        LegId leg = new LegId(new AgentId(77), 1);

        rig.pbx.ringAgent(leg, new Extension("1077"));

        rig.awaited(PbxEvent.AgentLegDown.class, event -> event.leg().equals(leg));
        await().during(Duration.ofMillis(200)).until(() -> rig.told.all().size() == 1);
    }

    @ParameterizedTest
    @EnumSource(ListenMode.class)
    void aSupervisorListensInUntilTheLegEnds(ListenMode mode) {
        LegId leg = rig.agentIsUp(1);

        rig.pbx.listenIn(new AgentId(9), new Extension("1002"), leg, mode);

        await().until(() -> rig.asterisk.cli("core show channels concise").contains("!ChanSpy!"));
        await().during(Duration.ofMillis(500))
                .until(() -> rig.asterisk.cli("core show channels concise").contains("!ChanSpy!"));
        rig.pbx.hangUp(leg);
        await().untilAsserted(() -> assertThat(rig.asterisk.cli("core show channels concise")).isBlank());
        assertThat(rig.told.kinds()).doesNotContain("ListeningFailed");
    }

    @Test
    void aLegThatEndsBeforeTheListeningBeginsLeavesNoPhoneBehind() {
        LegId leg = rig.agentIsUp(1);

        rig.pbx.listenIn(new AgentId(9), new Extension("1002"), leg, ListenMode.LISTEN);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> rig.asterisk.cli("core show channels concise").contains("PJSIP/1002"));
        rig.pbx.hangUp(leg);

        await().untilAsserted(() -> assertThat(rig.asterisk.cli("core show channels concise")).isBlank());
    }

    @Test
    void listeningFromAPhoneThatIsNotThereFails() {
        LegId leg = rig.agentIsUp(1);

        rig.pbx.listenIn(new AgentId(9), new Extension("1077"), leg, ListenMode.LISTEN);

        rig.awaited(PbxEvent.ListeningFailed.class, event -> event.leg().equals(leg));
    }
}
