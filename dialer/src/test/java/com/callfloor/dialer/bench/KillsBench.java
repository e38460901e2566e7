package com.callfloor.dialer.bench;

import com.callfloor.dialer.app.KillsOnTheFloor;
import com.callfloor.dialer.app.KillsOnTheFloor.Recorder;

/** {@code bin/floor bench kills}. */
public final class KillsBench {
    private KillsBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> rage(new Numbers(args)));
    }

    private static int rage(Numbers numbers) throws Exception {
        int rounds = numbers.of("--rounds", 60);
        int seed = numbers.of("--seed", 1);
        int beside = rounds / 2;
        boolean lost = rage(Recorder.IN_DIALER, rounds - beside, seed);
        lost |= beside > 0 && rage(Recorder.BESIDE_PBX, beside, seed);
        return lost ? 1 : 0;
    }

    private static boolean rage(Recorder recorder, int rounds, int seed) throws Exception {
        KillsOnTheFloor.Remains remains;
        try (var kills = new KillsOnTheFloor(recorder, rounds, seed)) {
            remains = kills.rage(rounds);
        }
        System.out.println((recorder == Recorder.IN_DIALER ? "recorder in the dialer\n" : "recorder beside the PBX\n")
                + remains);
        return !remains.lost().isEmpty();
    }
}
