package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.dialer.local.DebtorBehaviour.Mute;
import com.callfloor.dialer.local.DebtorBehaviour.PressesKey;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.testing.StereoSound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The dialplan's contract with the dialer, from the answer to the end of the call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweredCallIT {
    private static final double LOUD = 3_000;
    private static final double SILENT = 30;
    /** Whole waves in each packet: where a starved machine leaves one out, the tone goes on in its phase. */
    private static final int DEBTOR_HERTZ = 450;

    private TestFloor floor;

    @BeforeAll
    void up() throws IOException {
        floor = new TestFloor("answered");
    }

    @AfterEach
    void clear() throws IOException {
        floor.clear();
    }

    @AfterAll
    void down() throws IOException {
        floor.close();
    }

    @Test
    void anAnsweredPersonWithoutAnAgentHearsTheMessageWithinTwoSecondsAndIsHungUp() throws IOException {
        String attempt = floor.dial(new Mute(TestFloor.RING, DebtorBehaviour.UNTIL_HUNG_UP));
        Ami.Message up = floor.answered(attempt);

        Ami.Message message = floor.ami().awaited(event -> event.is("UserEvent", "CallfloorMessage"));
        Ami.Message hangup = floor.ended(attempt);

        assertThat(message.text("Attempt")).isEqualTo(attempt);
        assertThat(hangup.text("Cause")).isEqualTo("16");
        StereoSound recording = StereoSound.ofRaw(floor.recording(attempt));
        assertThat(StereoSound.firstHeard(recording.right())).isLessThan(Duration.ofSeconds(2));
        assertThat(StereoSound.firstHeard(recording.left())).isEqualTo(recording.length());
        // This debtor sends nothing, so the PBX's own timer is the only clock, and it lags on a crowded machine.
        Duration length = hangup.since(up);
        assertThat(recording.length()).isCloseTo(length, length.dividedBy(10));
    }

    @Test
    void theKeyStillOptsOutInTheSecondsAfterTheMessage() throws IOException {
        Duration afterTheMessage = StereoSound.ofWav(Files.readAllBytes(floor.sound("pbx/en/information")))
                .length()
                .plusSeconds(4);
        floor.carrier().behave(Map.of(TestFloor.DEBTOR, new PressesKey(TestFloor.RING, afterTheMessage, 9)));
        String attempt = floor.dial(TestFloor.DEBTOR, "CALLFLOOR_LANGUAGE=en");
        Ami.Message up = floor.answered(attempt);

        Ami.Message optOut = floor.ami().awaited(event -> event.is("UserEvent", "CallfloorOptOut"));
        Ami.Message hangup = floor.ended(attempt);

        assertThat(optOut.text("Attempt")).isEqualTo(attempt);
        assertThat(optOut.since(up)).isGreaterThan(afterTheMessage);
        // The confirmation takes four seconds.
        assertThat(hangup.since(optOut)).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void anotherKeyOptsNobodyOut() throws IOException {
        String attempt = floor.dial(new PressesKey(TestFloor.RING, Duration.ofSeconds(4), 1));
        floor.ended(attempt);

        assertThat(floor.ami().about(attempt)).anyMatch(event -> event.is("UserEvent", "CallfloorMessage"))
                .noneMatch(event -> event.is("UserEvent", "CallfloorOptOut"));
        assertThat(floor.pbx().cli("database show callfloor-opt-out")).doesNotContain(attempt);
    }

    @Test
    void aConnectedCallIsRecordedWithTheDebtorLeftAndTheAgentRight() throws IOException {
        Ami.Message agent = floor.agentIsIdle("1001");
        String attempt = floor.dial(new Tone(TestFloor.RING, Duration.ofSeconds(3), DEBTOR_HERTZ));
        Ami.Message up = floor.answered(attempt);

        floor.bridge(up, agent);
        Ami.Message entered = floor.ami().awaited(event -> event.isEvent("BridgeEnter", attempt));
        floor.ended(attempt);

        // A machine that is starved takes its time; nobody waits for the message.
        assertThat(entered.since(up)).isLessThan(Duration.ofMillis(1_500));
        StereoSound recording = StereoSound.ofRaw(floor.recording(attempt));
        assertThat(StereoSound.amplitude(recording.left(), DEBTOR_HERTZ)).isGreaterThan(LOUD);
        assertThat(StereoSound.amplitude(recording.left(), 1_000)).isLessThan(SILENT);
        assertThat(StereoSound.amplitude(recording.right(), 1_000)).isGreaterThan(LOUD);
        assertThat(StereoSound.amplitude(recording.right(), DEBTOR_HERTZ)).isLessThan(SILENT);
        // A carrier that is starved sends some packets fewer, and what was not sent is in no recording.
        assertThat(recording.length()).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(4));
    }

    @Test
    void afterACallTheAgentIsBackInTheWaitAndTheDebtorHearsNoMessage() throws IOException {
        Ami.Message agent = floor.agentIsIdle("1001");
        String attempt = floor.dial(new Tone(TestFloor.RING, DebtorBehaviour.UNTIL_HUNG_UP, DEBTOR_HERTZ));
        Ami.Message up = connected(attempt, agent);

        floor.ami().ask("Hangup", Map.of("Channel", up.text("Channel"), "Cause", "16"));
        floor.ended(attempt);

        Ami.Message idle = floor.ami()
                .awaited(
                        event -> event.is("UserEvent", "CallfloorAgentIdle") && event.heardNanos() > up.heardNanos());
        assertThat(idle.text("Agent")).isEqualTo("agent-1001");
        assertThat(floor.ami().about(attempt)).noneMatch(event -> event.is("UserEvent", "CallfloorMessage"));
        await().until(() -> floor.pbx().cli("core show channels concise").contains("!BridgeWait!"));
    }

    @Test
    void whenTheAgentsPhoneHangsUpSoDoesTheDebtorWithoutHearingTheMessage() throws IOException {
        Ami.Message agent = floor.agentIsIdle("1001");
        String attempt = floor.dial(new Tone(TestFloor.RING, DebtorBehaviour.UNTIL_HUNG_UP, DEBTOR_HERTZ));
        connected(attempt, agent);

        floor.phones().cli("channel request hangup all");

        assertThat(floor.ended(attempt).text("Cause")).isEqualTo("16");
        assertThat(floor.ami().about(attempt)).noneMatch(event -> event.is("UserEvent", "CallfloorMessage"));
    }

    @Test
    void theRecordingIsCompleteWhenTheHangupIsTold() throws IOException {
        Map<String, Long> sizesAtHangup = new ConcurrentHashMap<>();
        floor.ami().onMessage(event -> {
            if (event.is("Event", "Hangup")) {
                String id = event.text("Uniqueid");
                sizesAtHangup.put(id, floor.recording(id).toFile().length());
            }
        });
        String attempt = floor.dial(new Talks(TestFloor.RING, Duration.ofSeconds(1)));
        floor.ended(attempt);

        assertThat(sizesAtHangup.get(attempt)).isPositive();
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(2))
                .until(() -> Files.size(floor.recording(attempt)) == sizesAtHangup.getOrDefault(attempt, 0L));
    }

    private Ami.Message connected(String attempt, Ami.Message agent) throws IOException {
        Ami.Message up = floor.answered(attempt);
        floor.bridge(up, agent);
        String leg = agent.text("Uniqueid");
        floor.ami()
                .awaited(
                        event -> event.isEvent("BridgeEnter", leg) && event.heardNanos() > up.heardNanos());
        return up;
    }
}
