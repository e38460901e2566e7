package com.callfloor.dialer.rules.oracle;

import java.time.Duration;

/**
 * The long comparison without Maven: arguments are the number of situations per set, the first seed, and sets of packs
 * such as {@code us,us-ma}; without sets, all of {@link OracleTest#SETS}. Run in {@code dialer/}.
 */
final class OracleRun {
    private OracleRun() {}

    public static void main(String[] arguments) throws Exception {
        long count = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        String[] sets = arguments.length > 2
                ? java.util.Arrays.copyOfRange(arguments, 2, arguments.length)
                : OracleTest.SETS.toArray(String[]::new);
        long begun = System.nanoTime();
        for (String set : sets) {
            System.out.println(set + ": " + Duel.under(set.split(",")).play(first, count, true));
        }
        System.out.println("all: " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }
}
