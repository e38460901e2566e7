package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.testing.Pulses;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The floor on a carrier that is no Asterisk: what its debtors say is in the recording from the first moment on. */
class ForeignCarrierIT {
    private static final int DEBTOR_HERTZ = 440;
    private static final int AGENT_HERTZ = 1_000;
    private static final double LOUD = 2_000;
    /** The edges of the pulses are heard at every frequency, some 20. */
    private static final double NOTHING = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Raw sound of four seconds. */
    private static final long SOME_SOUND = 4 * 32_000;

    @Test
    void aDebtorWhoTalksAtOnceIsRecordedFromTheFirstSoundOnAndOnTheRightSide(@TempDir Path folder) throws Exception {
        var debtors = Debtors.numberedFrom(45_000).with("talks", new DebtorBehaviour.NoAnswer());
        try (var carrier = new SippCarrier(folder, aPulseEachSecond());
                var floor = WholeFloor.open(new FloorPlan("foreign-carrier", 1, debtors, Map.of(),
                        new PhoneSpeech.Tone(AGENT_HERTZ), Optional.of(carrier.address())))) {
            AgentConsole agent = floor.agent(1).ready();
            String call = floor.call("talks", "connected").path("id").asText();
            Path raw = floor.parts.pbx.recordings().resolve(call + ".raw");
            await("some talk").atMost(PATIENCE).until(() -> raw.toFile().length() > SOME_SOUND);

            agent.hangUp(call);
            JsonNode recording = floor.recording("talks", "stored");
            StereoSound sound = floor.sound(recording);

            assertThat(recording.path("flaws")).isEmpty();
            assertThat(StereoSound.amplitude(StereoSound.middle(sound.right()), AGENT_HERTZ)).isGreaterThan(LOUD);
            assertThat(StereoSound.amplitude(StereoSound.middle(sound.right()), DEBTOR_HERTZ)).isLessThan(NOTHING);
            assertThat(StereoSound.amplitude(StereoSound.middle(sound.left()), AGENT_HERTZ)).isLessThan(NOTHING);
            assertThat(fromTheFirstSoundToTheSecondPulse(sound)).as("what was cut off the first pulse is missing here")
                    .isGreaterThan(1_000 - 20);
        }
    }

    /** Milliseconds. */
    private static double fromTheFirstSoundToTheSecondPulse(StereoSound sound) {
        double first = StereoSound.firstHeard(sound.left()).toMillis();
        return Pulses.onsets(sound.left())
                .stream()
                .filter(pulse -> pulse > first + 500)
                .findFirst()
                .orElseThrow() - first;
    }

    /** Half a second of tone, half a second of silence. */
    private static byte[] aPulseEachSecond() {
        byte[] second = new byte[8_000];
        for (int i = 0; i < second.length; i++) {
            double sample = i < second.length / 2 ? 12_000 * Math.sin(2 * Math.PI * DEBTOR_HERTZ * i / 8_000) : 0;
            second[i] = alaw((int) sample);
        }
        return second;
    }

    /** ITU-T G.711, table 1a. */
    private static byte alaw(int sample) {
        int magnitude = Math.min(Math.abs(sample), 32_767) >> 3;
        int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude));
        int code = segment == 0 ? magnitude >> 1 : (segment << 4) | ((magnitude >> segment) & 0x0f);
        return (byte) ((sample >= 0 ? (code | 0x80) : code) ^ 0x55);
    }
}
