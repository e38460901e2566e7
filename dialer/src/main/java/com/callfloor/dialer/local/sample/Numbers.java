package com.callfloor.dialer.local.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Invented telephone numbers in ranges that exist, none twice. To be known at sight, each has a run of zeros in the
 * middle; that does not keep it from being somebody's, so they are for the built-in carrier alone.
 */
final class Numbers {
    private static final List<String> MOBILE_PREFIXES = List.of("130", "131", "132", "133", "134", "135", "136", "137",
            "138", "139", "147", "150", "151", "152", "153", "155", "156", "157", "158", "159", "166", "173", "175",
            "176",
            "177", "178", "180", "181", "182", "183", "185", "186", "187", "188", "189", "191", "198", "199");
    private static final List<String> EXCHANGES = List.of("5000", "6000", "8000");

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    Numbers(RandomGenerator random) {
        this.random = random;
    }

    String mobile() {
        return fresh(() -> Names.pick(MOBILE_PREFIXES, random) + "0000" + "%04d".formatted(random.nextInt(10_000)));
    }

    /** With its area code, as people write it. */
    String landline(Place place) {
        return fresh(() -> {
            int digits = place.localDigits() - 4;
            String line = "%04d".formatted(random.nextInt(10_000));
            return place.areaCode() + "-" + Names.pick(EXCHANGES, random).substring(0, digits) + line;
        });
    }

    private String fresh(Supplier<String> candidates) {
        String number = candidates.get();
        while (!taken.add(number)) {
            number = candidates.get();
        }
        return number;
    }
}
