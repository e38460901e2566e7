package com.callfloor.dialer.bench;

import com.callfloor.dialer.app.ImportSpeed;

/** {@code bin/floor bench cases}: progress to stderr, the figures to stdout. */
public final class CasesBench {
    private CasesBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> {
            System.out.println(ImportSpeed.measure(ShippedPacks.home(), new Numbers(args).of("--rows", 1_000_000)));
            System.out.println(ReservationSpeed.measure());
            return 0;
        });
    }
}
