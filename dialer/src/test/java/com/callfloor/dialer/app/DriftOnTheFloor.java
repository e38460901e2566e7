package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.testing.Pulses;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;

/** One long call through the real PBX with a pulse a second on both sides: does its recording keep the time? */
public final class DriftOnTheFloor implements AutoCloseable {
    private static final double PULSE_EVERY_MS = 1_000;
    private static final String CASE = "drift";

    private final WholeFloor floor;

    /**
     * Read off the stored recording. Milliseconds.
     *
     * @param drift how far the sides are apart at the end, against the start; {@code mostDrift}: at any moment
     * @param debtorError how much too long the time from the debtor's first pulse to the last is; {@code agentError}: the
     *        agent's
     * @param lengthError the recording against its call, as the PBX told of answer and end
     */
    public record Figures(Duration length, int debtorPulses, int agentPulses, double drift, double mostDrift,
            double debtorError, double agentError, double lengthError) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, """
                    A call of %d s through the PBX, a pulse a second on both sides (goal: drift and errors below 20 ms)
                      drift between the sides: %.1f ms at the end, %.1f ms at most
                      debtor: %d pulses, %.1f ms too long; agent: %d pulses, %.1f ms too long
                      the recording is %.1f ms longer than its call
                    """, length.toSeconds(), drift, mostDrift, debtorPulses, debtorError, agentPulses, agentError,
                    lengthError);
        }
    }

    public DriftOnTheFloor() throws Exception {
        var debtors = Debtors.numberedFrom(40_000)
                .with(CASE, new DebtorBehaviour.Pulses(Duration.ofMillis(300), DebtorBehaviour.UNTIL_HUNG_UP, 440));
        floor = WholeFloor.open(new FloorPlan("bench-drift", 1, debtors, Map.of(), new PhoneSpeech.Pulses(1_000)));
    }

    public Figures measure(Duration talk) throws Exception {
        AgentConsole agent = floor.agent(1).ready();
        String call = floor.call(CASE, "connected").path("id").asText();
        TimeUnit.NANOSECONDS.sleep(talk.toNanos());
        agent.hangUp(call);
        JsonNode closed = floor.call(CASE, "closed");
        StereoSound sound = floor.sound(floor.recording(CASE, "stored"));
        Duration talked = Duration.between(Instant.parse(closed.path("answered_at").asText()),
                Instant.parse(closed.path("ended_at").asText()));
        return figures(sound, talked);
    }

    private static Figures figures(StereoSound sound, Duration talked) {
        List<Double> debtor = Pulses.onsets(sound.left());
        List<Double> agent = Pulses.onsets(sound.right());
        if (debtor.size() < 2 || agent.size() < 2) {
            throw new IllegalStateException(
                    "pulses heard: " + debtor.size() + " of the debtor, " + agent.size() + " of the agent");
        }
        double apartFirst = apart(agent.getFirst(), debtor, 0);
        double most = 0;
        double last = 0;
        for (double pulse : agent) {
            last = apart(pulse, debtor, apartFirst) - apartFirst;
            most = Math.max(most, Math.abs(last));
        }
        return new Figures(sound.length(), debtor.size(), agent.size(), last, most, error(debtor), error(agent),
                sound.length().minus(talked).toNanos() / 1e6);
    }

    /** How much later than a pulse of the debtor this one began, of all answers the one next to {@code usual}. */
    private static double apart(double pulse, List<Double> debtor, double usual) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double other : debtor) {
            double apart = pulse - other;
            if (Math.abs(apart - usual) < Math.abs(nearest - usual)) {
                nearest = apart;
            }
        }
        return nearest;
    }

    private static double error(List<Double> onsets) {
        double time = onsets.getLast() - onsets.getFirst();
        return time - Math.round(time / PULSE_EVERY_MS) * PULSE_EVERY_MS;
    }

    @Override
    public void close() {
        floor.close();
    }
}
