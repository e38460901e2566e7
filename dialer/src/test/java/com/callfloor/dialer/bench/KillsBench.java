package com.callfloor.dialer.bench;

import com.callfloor.dialer.app.KillsOnTheFloor;

/** {@code bin/floor bench kills}. */
public final class KillsBench {
    private KillsBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> rage(new Numbers(args)));
    }

    private static int rage(Numbers numbers) throws Exception {
        int rounds = numbers.of("--rounds", 60);
        KillsOnTheFloor.Remains remains;
        try (var kills = new KillsOnTheFloor(rounds, numbers.of("--seed", 1))) {
            remains = kills.rage(rounds);
        }
        System.out.println(remains);
        return remains.lost().isEmpty() ? 0 : 1;
    }
}
