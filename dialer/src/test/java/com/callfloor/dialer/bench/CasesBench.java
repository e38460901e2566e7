package com.callfloor.dialer.bench;

import com.callfloor.dialer.app.ImportSpeed;

/** {@code bin/floor bench cases}: progress to stderr, the figures to stdout. */
public final class CasesBench {
    private CasesBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> {
            int rows = new Numbers(args).of("--rows", ReservationSpeed.MANY);
            System.out.println(ImportSpeed.measure(ShippedPacks.home(), rows));
            System.out.println(ReservationSpeed.measure(rows));
            return 0;
        });
    }
}
