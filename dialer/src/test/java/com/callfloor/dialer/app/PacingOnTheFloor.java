package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import com.callfloor.dialer.floor.FloorTallies;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Busy;
import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.pacing.predictive.AbandonmentCap;
import com.callfloor.dialer.pacing.predictive.Predictive;
import com.callfloor.dialer.pacing.simulator.AnswerSchedule;
import com.callfloor.dialer.pacing.simulator.Lead;
import com.callfloor.dialer.pacing.simulator.Shift;
import com.callfloor.dialer.pacing.simulator.ShiftPlan;
import com.callfloor.dialer.pacing.simulator.ShiftResult;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.simulation.SimulatedAgents;

/**
 * The same pacing and the same leads twice: on a whole floor with a real PBX, a carrier and SIP phones, and in the
 * simulator.
 */
public final class PacingOnTheFloor {
    private static final double RATE = 0.3;
    private static final double BUSY = 0.1;
    private static final Duration LONGEST_RING = Duration.ofSeconds(20);
    private static final Duration ENGAGED_AFTER = Duration.ofMillis(300);
    private static final Duration WRAP_UP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMillis(1_750);

    private PacingOnTheFloor() {}

    /** What both say. */
    public record Figures(FloorTallies floor, ShiftResult simulated) {
        @Override
        public String toString() {
            double abandoned = floor.answered() == 0 ? 0 : (double) floor.abandoned() / floor.answered();
            return String.format(Locale.ROOT,
                    "floor      occupancy %.1f %%, abandoned %.2f %% of %d answered, %d attempts%n"
                            + "simulator  occupancy %.1f %%, abandoned %.2f %% of %d answered, %d attempts%n"
                            + "difference occupancy %.1f points, abandoned %.2f points (goal: within 3)",
                    100 * floor.occupancy(), 100 * abandoned, floor.answered(), floor.attempts(),
                    100 * simulated.occupancy(), 100 * simulated.abandonRate(), simulated.answered(),
                    simulated.attempts(), 100 * (floor.occupancy() - simulated.occupancy()),
                    100 * (abandoned - simulated.abandonRate()));
        }
    }

    public static Figures measure(int agents, Duration time, long seed) throws Exception {
        int count = (int) (agents * time.toSeconds() / 35.0 / RATE * 1.7) + 200;
        List<Lead> leads = leads(count, new Random(seed));
        Debtors debtors = Debtors.none();
        for (int i = 0; i < leads.size(); i++) {
            debtors.with("L" + i, behaviour(leads.get(i)));
        }
        Map<String, String> settings = Map.of("FLOOR_DIALING_MODE", "predictive", "FLOOR_DIALING_LONGEST_RING",
                LONGEST_RING.toSeconds() + "s");
        FloorTallies tallies;
        try (var floor = WholeFloor.open(new FloorPlan("bench-pacing", agents, debtors, settings))) {
            Map<String, String> signIns = new HashMap<>();
            for (int i = 1; i <= agents; i++) {
                signIns.put("agent" + i, floor.passwordOf("agent" + i));
            }
            try (var people = new SimulatedAgents(signIns, floor.dialer.address,
                    new Habits(WRAP_UP, time.plusHours(1), Duration.ofSeconds(1)),
                    floor.parts.clock, new Random(seed))) {
                people.start();
                for (long minute = 1; minute <= time.toMinutes(); minute++) {
                    Thread.sleep(Duration.ofMinutes(1));
                    System.err.println(minute + " min: " + StatusLine.of(floor.dialer.floor.current()));
                }
                tallies = floor.dialer.tallies();
                floor.dialer.windDown(Duration.ZERO);
            }
        }
        var plan = new ShiftPlan(agents, time, AnswerSchedule.parse(Double.toString(RATE)), BUSY, PATIENCE, 100_000, 0,
                0,
                0, seed);
        return new Figures(tallies,
                new Shift(plan, leads, new Predictive(PATIENCE, new AbandonmentCap(0.03))).run());
    }

    private static List<Lead> leads(int count, Random random) {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int answer = Math.min((int) LONGEST_RING.toMillis() - 1_000, 500 + lognormal(random, 6_000));
            int talk = Math.min(180_000, 2_000 + lognormal(random, 28_000));
            int wrapUp = (int) (WRAP_UP.toMillis() * random.nextDouble(0.5, 1.5));
            leads.add(new Lead(random.nextDouble(), answer, (int) LONGEST_RING.toMillis(),
                    (int) ENGAGED_AFTER.toMillis(), talk, wrapUp));
        }
        return leads;
    }

    private static int lognormal(Random random, double median) {
        return (int) (median * 0.8 * Math.exp(0.7 * random.nextGaussian()));
    }

    private static DebtorBehaviour behaviour(Lead lead) {
        if (lead.luck() < RATE) {
            return new Talks(Duration.ofMillis(lead.answerMs()), Duration.ofMillis(lead.talkMs()));
        }
        return lead.luck() >= 1 - BUSY ? new Busy(ENGAGED_AFTER) : new NoAnswer();
    }
}
