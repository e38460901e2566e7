package com.callfloor.dialer.bench;

import java.time.Duration;

import com.callfloor.dialer.app.ChaosOnTheFloor;

/** {@code bin/floor bench chaos}. */
public final class ChaosBench {
    private ChaosBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> rage(new Numbers(args)));
    }

    private static int rage(Numbers numbers) throws Exception {
        Duration time = Duration.ofMinutes(numbers.of("--minutes", 60));
        ChaosOnTheFloor.Remains remains;
        try (var chaos = new ChaosOnTheFloor(numbers.of("--agents", 8), time, numbers.of("--seed", 1))) {
            remains = chaos.rage(time);
        }
        System.out.println(remains);
        return remains.leftovers().isEmpty() ? 0 : 1;
    }
}
