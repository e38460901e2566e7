package com.callfloor.dialer.pacing.predictive;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShortfallTest {
    private final Random random = new Random(5);

    @Test
    void theExactOneAgreesWithCountingEveryCase() {
        double[] calls = chances(7);
        double[] agents = chances(5);
        Shortfall shortfall = new Shortfall.Exact(agents.length, calls.length);
        add(shortfall, calls, agents);

        for (int size = -6; size <= 8; size++) {
            assertThat(shortfall.reaches(size)).as("size %d", size)
                    .isCloseTo(counted(calls, agents, size), within(1e-9));
        }
    }

    @Test
    void itTakesMoreCallsThanWereForeseen() {
        Shortfall shortfall = new Shortfall.Exact(0, 0);
        for (int i = 0; i < 100; i++) {
            shortfall.addCall(1);
        }
        assertThat(shortfall.reaches(100)).isCloseTo(1, within(1e-9));
        assertThat(shortfall.reaches(101)).isZero();
    }

    @Test
    void theApproximateOneIsCloseOnALargeFloor() {
        double[] calls = chances(300);
        double[] agents = chances(90);
        Shortfall exact = new Shortfall.Exact(agents.length, calls.length);
        Shortfall approximate = new Shortfall.Approximate(0);
        add(exact, calls, agents);
        add(approximate, calls, agents);

        for (int size = 60; size < 150; size += 5) {
            assertThat(approximate.reaches(size)).isCloseTo(exact.reaches(size), within(0.002));
        }
    }

    @Test
    void doubtAboutTheAnswerRateMakesAnExtremeLikelier() {
        Shortfall sure = new Shortfall.Approximate(0);
        Shortfall unsure = new Shortfall.Approximate(0.1);
        double[] calls = chances(200);
        add(sure, calls, new double[0]);
        add(unsure, calls, new double[0]);

        assertThat(unsure.reaches(130)).isGreaterThan(sure.reaches(130) + 0.05);
    }

    private double[] chances(int count) {
        return random.doubles(count).toArray();
    }

    private static void add(Shortfall shortfall, double[] calls, double[] agents) {
        for (double agent : agents) {
            shortfall.addAgent(agent);
        }
        for (double call : calls) {
            shortfall.addCall(call);
        }
    }

    private static double counted(double[] calls, double[] agents, int size) {
        double sum = 0;
        int all = calls.length + agents.length;
        for (int outcome = 0; outcome < 1 << all; outcome++) {
            double chance = 1;
            int shortfall = 0;
            for (int i = 0; i < all; i++) {
                boolean happens = (outcome >> i & 1) == 1;
                double one = i < calls.length ? calls[i] : agents[i - calls.length];
                chance *= happens ? one : 1 - one;
                shortfall += happens ? i < calls.length ? 1 : -1 : 0;
            }
            sum += shortfall >= size ? chance : 0;
        }
        return sum;
    }
}
