package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** What an agent keeps out of a recording is not on disk, and nothing else is missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingPauseIT {
    private static final int RATE = 8_000;
    /** Parts of 100 ms. */
    private static final int PART = RATE / 10;
    private static final double LOUD = 2_000;
    private static final double SILENT = 50;

    private PbxRig rig;

    @BeforeAll
    void theFloorIsUp() throws IOException {
        rig = new PbxRig("pbx-pause");
    }

    @AfterAll
    void theFloorIsDown() throws IOException {
        rig.close();
    }

    @Test
    void bothSidesAreSilentInThePauseAndThereOnly() throws IOException {
        LegId leg = rig.agentIsUp(1);
        AttemptId attempt = rig.connected(leg);
        PbxEvent.Answered answered = rig.awaited(PbxEvent.Answered.class, event -> event.attempt().equals(attempt));
        recordedFor(attempt, Duration.ofSeconds(2));

        rig.pbx.pauseRecording(attempt, true);
        PbxEvent.RecordingMuted paused = rig.awaited(PbxEvent.RecordingMuted.class,
                event -> event.attempt().equals(attempt) && event.muted());
        recordedFor(attempt, Duration.between(answered.at(), paused.at()).plusSeconds(2));
        rig.pbx.pauseRecording(attempt, false);
        PbxEvent.RecordingMuted resumed = rig.awaited(PbxEvent.RecordingMuted.class,
                event -> event.attempt().equals(attempt) && !event.muted());
        recordedFor(attempt, Duration.between(answered.at(), resumed.at()).plusSeconds(2));
        rig.pbx.hangUp(attempt);
        PbxEvent.Ended ended = rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));

        ShortBuffer samples = samples(rig.recording(attempt));
        double call = seconds(Duration.between(answered.at(), ended.at()));
        assertThat(samples.limit() / 2.0 / RATE).isCloseTo(call, within(Math.max(0.3, call / 10)));
        double from = seconds(Duration.between(answered.at(), paused.at()));
        double to = seconds(Duration.between(answered.at(), resumed.at()));
        assertThat(to - from).isGreaterThan(1.5);
        int silent = 0;
        for (int part = 10; part < samples.limit() / 2 / PART - 3; part++) {
            double at = part / 10.0;
            double debtor = amplitude(samples, part, 0, PbxRig.DEBTOR_HERTZ);
            double agent = amplitude(samples, part, 1, PbxRig.AGENT_HERTZ);
            if (at > from + 0.3 && at < to - 0.4) {
                assertThat(loudest(samples, part)).as("what is left at %s s", at).isZero();
                silent++;
            } else if (at < from - 0.4 || at > to + 0.3) {
                assertThat(debtor).as("the debtor at %s s", at).isGreaterThan(LOUD);
                assertThat(agent).as("the agent at %s s", at).isGreaterThan(LOUD);
                assertThat(amplitude(samples, part, 0, PbxRig.AGENT_HERTZ)).isLessThan(SILENT * 10);
                assertThat(amplitude(samples, part, 1, PbxRig.DEBTOR_HERTZ)).isLessThan(SILENT * 10);
            }
        }
        assertThat(silent).isGreaterThan(10);
    }

    @Test
    void aCallThatIsNotThereCannotBePausedAndThatIsToldAtOnce() {
        AttemptId nobody = rig.nextAttempt();

        rig.pbx.pauseRecording(nobody, true);

        PbxEvent.RecordingMuteFailed failed = rig.awaited(PbxEvent.RecordingMuteFailed.class,
                event -> event.attempt().equals(nobody));
        assertThat(failed.why().en()).contains("not up");
    }

    private void recordedFor(AttemptId attempt, Duration time) {
        long bytes = time.toMillis() * RATE / 1000 * 4;
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rig.recording(attempt).toFile().length() >= bytes);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static ShortBuffer samples(Path recording) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(recording)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private static int loudest(ShortBuffer samples, int part) {
        int loudest = 0;
        for (int i = 2 * part * PART; i < 2 * (part + 1) * PART; i++) {
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
        }
        return loudest;
    }

    private static double amplitude(ShortBuffer samples, int part, int side, int hertz) {
        double sine = 0;
        double cosine = 0;
        for (int i = part * PART; i < (part + 1) * PART; i++) {
            double phase = 2 * Math.PI * hertz * i / RATE;
            sine += samples.get(2 * i + side) * Math.sin(phase);
            cosine += samples.get(2 * i + side) * Math.cos(phase);
        }
        return 2 * Math.hypot(sine, cosine) / PART;
    }
}
