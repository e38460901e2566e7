package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.local.DebtorBehaviour.Busy;
import com.callfloor.dialer.local.DebtorBehaviour.Congested;
import com.callfloor.dialer.local.DebtorBehaviour.HangsUp;
import com.callfloor.dialer.local.DebtorBehaviour.Mute;
import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.callfloor.dialer.local.DebtorBehaviour.NotInService;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.local.DebtorBehaviour.Voicemail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls across a real PBX to a real carrier, seen through the manager interface as the dialer sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalFloorIT {
    private static final Duration RING = Duration.ofMillis(300);
    private static final PhoneNumber DEBTOR = new PhoneNumber("+8613800000001");
    private static final double LOUD = 3_000;
    private static final double SILENT = 30;

    private LocalMachine machine;
    private Carrier carrier;
    private LocalPbx pbx;
    private SimulatedPhones phones;
    private Ami ami;

    @BeforeAll
    void theFloorIsUp() throws IOException {
        machine = TestMachine.fresh("calls");
        carrier = new Carrier(machine, CarrierSettings.lively(7));
        List<PhoneAccount> accounts = SimulatedPhones.accounts(machine.secrets(), 3);
        pbx = new LocalPbx(machine, carrier.address(), accounts);
        phones = new SimulatedPhones(machine, pbx.phonesRegisterAt(), accounts, new PhoneSpeech.Tone(1_000));
        carrier.start();
        pbx.start();
        phones.start();
        phones.awaitRegistered(Duration.ofSeconds(5));
    }

    @AfterAll
    void theFloorIsDown() {
        phones.close();
        pbx.close();
        carrier.close();
        machine.close();
        assertThat(pbx.isRunning()).isFalse();
    }

    @BeforeEach
    void theDialerIsSignedIn() throws IOException {
        ami = new Ami(pbx.manager());
    }

    @AfterEach
    void nobodyIsOnTheLine() throws IOException {
        ami.close();
        pbx.cli("channel request hangup all");
        await().until(() -> pbx.cli("core show channels count").contains("0 active channels"));
    }

    static Stream<Arguments> failures() {
        return Stream.of(Arguments.of(new Busy(Duration.ZERO), "17", false), Arguments.of(new Busy(RING), "17", true),
                Arguments.of(new NotInService(), "1", false), Arguments.of(new Congested(), "34", false),
                Arguments.of(new NoAnswer(), "19", true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aCallThatNobodyAnswersEndsWithItsCauseAndTellsWhetherItRang(DebtorBehaviour behaviour, String cause,
            boolean rang) throws IOException {
        String attempt = given(behaviour);

        Ami.Message hangup = ami.awaited(message -> message.isEvent("Hangup", attempt));

        assertThat(hangup.text("Cause")).isEqualTo(cause);
        assertThat(ami.about(attempt).stream().anyMatch(message -> message.is("ChannelStateDesc", "Ringing")))
                .isEqualTo(rang);
        assertThat(recording(attempt)).doesNotExist();
    }

    @Test
    void theCarrierLogsWhoWasCalledByWhom() throws IOException {
        String attempt = given(new Busy(Duration.ZERO));
        ami.awaited(message -> message.isEvent("Hangup", attempt));

        CarrierCall call = carrier.calls().getLast();

        assertThat(call.number()).isEqualTo(DEBTOR);
        assertThat(call.caller()).isEqualTo("4001");
        assertThat(call.behaviour()).isEqualTo("busy");
    }

    @Test
    void anAnsweredPersonWithoutAnAgentHearsTheMessageWithinTwoSecondsAndIsHungUp() throws IOException {
        String attempt = given(new Mute(RING, DebtorBehaviour.UNTIL_HUNG_UP));
        Ami.Message up = answered(attempt);

        Ami.Message message = ami.awaited(event -> event.is("UserEvent", "CallfloorMessage"));
        Ami.Message hangup = ami.awaited(event -> event.isEvent("Hangup", attempt));

        assertThat(message.text("Attempt")).isEqualTo(attempt);
        assertThat(hangup.text("Cause")).isEqualTo("16");
        StereoRecording recording = StereoRecording.read(recording(attempt));
        assertThat(StereoRecording.firstSound(recording.right())).isLessThan(Duration.ofSeconds(2));
        assertThat(StereoRecording.firstSound(recording.left())).isEqualTo(recording.length());
        assertThat(recording.length()).isCloseTo(hangup.since(up), tenthOf(hangup.since(up)));
    }

    @Test
    void oneWhoHangsUpAtOnceAndAVoicemailAreAnsweredCalls() throws IOException {
        String first = given(new HangsUp(RING));
        answered(first);
        assertThat(ami.awaited(event -> event.isEvent("Hangup", first)).text("Cause")).isEqualTo("16");

        String second = given(new Voicemail(RING, Duration.ofSeconds(1)));
        answered(second);
        ami.awaited(event -> event.isEvent("Hangup", second));
        StereoRecording recording = StereoRecording.read(recording(second));
        assertThat(StereoRecording.firstSound(recording.left())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aConnectedCallIsRecordedWithTheDebtorLeftAndTheAgentRight() throws IOException {
        Ami.Message agent = agentIsIdle("1001", "ann");
        String attempt = given(new Tone(RING, Duration.ofSeconds(3), 440));
        Ami.Message up = answered(attempt);

        bridge(up, agent);
        Ami.Message entered = ami.awaited(event -> event.isEvent("BridgeEnter", attempt));
        ami.awaited(event -> event.isEvent("Hangup", attempt));

        assertThat(entered.since(up)).isLessThan(Duration.ofMillis(500));
        StereoRecording recording = StereoRecording.read(recording(attempt));
        assertThat(StereoRecording.amplitude(recording.left(), 440)).isGreaterThan(LOUD);
        assertThat(StereoRecording.amplitude(recording.left(), 1_000)).isLessThan(SILENT);
        assertThat(StereoRecording.amplitude(recording.right(), 1_000)).isGreaterThan(LOUD);
        assertThat(StereoRecording.amplitude(recording.right(), 440)).isLessThan(SILENT);
        assertThat(recording.length()).isBetween(Duration.ofMillis(2_850), Duration.ofMillis(3_150));
    }

    @Test
    void afterACallTheAgentIsBackInTheWaitAndTheDebtorHearsNoMessage() throws IOException {
        Ami.Message agent = agentIsIdle("1001", "ann");
        String attempt = given(new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, 440));
        Ami.Message up = answered(attempt);
        bridge(up, agent);
        ami.awaited(event -> event.isEvent("BridgeEnter", attempt));

        ami.ask("Hangup", Map.of("Channel", up.text("Channel"), "Cause", "16"));
        ami.awaited(event -> event.isEvent("Hangup", attempt));

        ami.awaited(event -> event.is("UserEvent", "CallfloorAgentIdle") && event.heardNanos() > up.heardNanos());
        assertThat(ami.about(attempt)).noneMatch(event -> event.is("UserEvent", "CallfloorMessage"));
        assertThat(pbx.cli("core show channels concise")).contains("!BridgeWait!");
    }

    @Test
    void whenTheAgentsPhoneHangsUpTheDebtorIsNotLeftInSilence() throws IOException {
        Ami.Message agent = agentIsIdle("1001", "ann");
        String attempt = given(new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, 440));
        Ami.Message up = answered(attempt);
        bridge(up, agent);
        ami.awaited(event -> event.isEvent("BridgeEnter", attempt));

        phones.cli("channel request hangup all");

        Ami.Message hangup = ami.awaited(event -> event.isEvent("Hangup", attempt));
        assertThat(hangup.text("Cause")).isEqualTo("16");
        assertThat(ami.about(attempt)).noneMatch(event -> event.is("UserEvent", "CallfloorMessage"));
    }

    @Test
    void theRecordingIsCompleteWhenTheHangupIsTold() throws IOException {
        AtomicLong sizeAtHangup = new AtomicLong(-1);
        String attempt = UUID.randomUUID().toString();
        ami.onMessage(message -> {
            if (message.isEvent("Hangup", attempt)) {
                sizeAtHangup.set(recording(attempt).toFile().length());
            }
        });
        given(new Talks(RING, Duration.ofSeconds(1)), attempt);
        ami.awaited(event -> event.isEvent("Hangup", attempt));

        assertThat(sizeAtHangup).hasPositiveValue();
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(2))
                .until(() -> Files.size(recording(attempt)) == sizeAtHangup.get());
    }

    @Test
    void aSupervisorMayListenInAndTheDialerMayNotRunCommands() throws IOException {
        Ami.Message agent = agentIsIdle("1001", "ann");

        ami.ask("Originate", Map.of("Channel", "PJSIP/1002", "Application", "ChanSpy", "Data",
                agent.text("Channel") + ",q", "Async", "true"));

        Ami.Message spying = ami.awaited(event -> event.is("Event", "ChanSpyStart"));
        assertThat(spying.text("SpyeeChannel")).isEqualTo(agent.text("Channel"));
        assertThat(ami.ask("Command", Map.of("Command", "core show uptime")).text("Message"))
                .isEqualTo("Permission denied");
        assertThat(ami.ask("Originate",
                Map.of("Channel", "PJSIP/1002", "Application", "System", "Data", "id", "Async", "true"))
                .text("Response")).isEqualTo("Error");
    }

    @Test
    void nobodyCanReachAnOutsideLineByCallingIn() throws IOException {
        int before = carrier.calls().size();

        carrier.cli("channel originate PJSIP/%s/sip:13900000000@%s application Wait 1".formatted("floor",
                pbx.phonesRegisterAt()));
        phones.cli(
                "channel originate PJSIP/pbx/sip:13900000000@%s application Wait 1".formatted(pbx.phonesRegisterAt()));

        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(3))
                .until(() -> pbx.cli("core show channels count").contains("0 active channels"));
        assertThat(carrier.calls()).hasSize(before);
    }

    private String given(DebtorBehaviour behaviour) throws IOException {
        String attempt = UUID.randomUUID().toString();
        given(behaviour, attempt);
        return attempt;
    }

    private void given(DebtorBehaviour behaviour, String attempt) throws IOException {
        carrier.behave(Map.of(DEBTOR, behaviour));
        ami.dial("PJSIP/" + DEBTOR.e164() + "@carrier", attempt, "callfloor-debtor", "CALLFLOOR_LANGUAGE=zh");
    }

    private Ami.Message answered(String attempt) {
        return ami.awaited(event -> event.isEvent("Newstate", attempt) && event.is("ChannelStateDesc", "Up"));
    }

    private Ami.Message agentIsIdle(String extension, String agent) throws IOException {
        String leg = UUID.randomUUID().toString();
        ami.dial("PJSIP/" + extension, leg, "callfloor-agent", "CALLFLOOR_AGENT=" + agent);
        Ami.Message idle = ami.awaited(event -> event.is("UserEvent", "CallfloorAgentIdle"));
        assertThat(idle.text("Agent")).isEqualTo(agent);
        return idle;
    }

    private void bridge(Ami.Message debtor, Ami.Message agent) throws IOException {
        ami.ask("Bridge", Map.of("Channel1", debtor.text("Channel"), "Channel2", agent.text("Channel"), "Tone", "no"));
    }

    /** With a debtor who sends nothing the PBX's own timer is the only clock, and it lags on a crowded machine. */
    private static Duration tenthOf(Duration length) {
        return length.dividedBy(10);
    }

    private Path recording(String attempt) {
        return pbx.recordings().resolve(attempt + ".raw");
    }
}
