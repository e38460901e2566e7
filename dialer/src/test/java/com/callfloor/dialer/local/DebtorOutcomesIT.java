package com.callfloor.dialer.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.local.DebtorBehaviour.Busy;
import com.callfloor.dialer.local.DebtorBehaviour.Congested;
import com.callfloor.dialer.local.DebtorBehaviour.HangsUp;
import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.callfloor.dialer.local.DebtorBehaviour.NotInService;
import com.callfloor.dialer.local.DebtorBehaviour.Voicemail;
import com.callfloor.dialer.testing.StereoSound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the carrier's debtors do, seen through the PBX's manager interface as the dialer sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebtorOutcomesIT {
    private TestFloor floor;

    @BeforeAll
    void up() throws IOException {
        floor = new TestFloor("debtor-outcomes");
    }

    @AfterEach
    void clear() throws IOException {
        floor.clear();
    }

    @AfterAll
    void down() throws IOException {
        floor.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(Arguments.of(new Busy(Duration.ZERO), "17", false),
                Arguments.of(new Busy(TestFloor.RING), "17", true), Arguments.of(new NotInService(), "1", false),
                Arguments.of(new Congested(), "34", false), Arguments.of(new NoAnswer(), "19", true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aCallThatNobodyAnswersEndsWithItsCauseAndTellsWhetherItRang(DebtorBehaviour behaviour, String cause,
            boolean rang) throws IOException {
        String attempt = floor.dial(behaviour);

        assertThat(floor.ended(attempt).text("Cause")).isEqualTo(cause);
        assertThat(floor.ami().about(attempt).stream().anyMatch(event -> event.is("ChannelStateDesc", "Ringing")))
                .isEqualTo(rang);
        assertThat(floor.recording(attempt)).doesNotExist();
    }

    @Test
    void oneWhoHangsUpAtOnceWasAnswered() throws IOException {
        String attempt = floor.dial(new HangsUp(TestFloor.RING));

        floor.answered(attempt);
        assertThat(floor.ended(attempt).text("Cause")).isEqualTo("16");
    }

    @Test
    void aVoicemailAnswersAndSpeaks() throws IOException {
        String attempt = floor.dial(new Voicemail(TestFloor.RING, Duration.ofSeconds(1)));

        floor.answered(attempt);
        floor.ended(attempt);
        StereoSound recording = StereoSound.ofRaw(floor.recording(attempt));
        assertThat(StereoSound.firstHeard(recording.left())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theCarrierLogsWhoWasCalledByWhom() throws IOException {
        floor.ended(floor.dial(new Busy(Duration.ZERO)));

        CarrierCall call = floor.carrier().calls().getLast();

        assertThat(call.number()).isEqualTo(TestFloor.DEBTOR);
        assertThat(call.caller()).isEqualTo("4001");
        assertThat(call.behaviour()).isEqualTo("busy");
    }

    @Test
    void theSameSeedAndTheSameCallsGiveTheSameOutcomes() throws IOException {
        List<String> first = outcomesFromTheStart();
        List<String> second = outcomesFromTheStart();

        assertThat(first).isEqualTo(second).hasSize(40);
        assertThat(first.stream().distinct().count()).isGreaterThan(2);
        assertThat(first.subList(0, 20)).isNotEqualTo(first.subList(20, 40));
    }

    /** Twenty numbers, each called twice, right after the carrier's start. */
    private List<String> outcomesFromTheStart() throws IOException {
        floor.carrier().stop();
        floor.carrier().start();
        floor.carrier().behave(Map.of());
        for (int i = 0; i < 40; i++) {
            int before = i;
            floor.dial(new PhoneNumber("+86139000000%02d".formatted(i % 20)));
            assertThat(Await.until(() -> floor.carrier().calls().size() > before, Duration.ofSeconds(20))).isTrue();
        }
        floor.clear();
        List<CarrierCall> calls = floor.carrier().calls();
        return calls.stream()
                .map(call -> call.number().e164() + call.behaviour())
                .toList();
    }
}
