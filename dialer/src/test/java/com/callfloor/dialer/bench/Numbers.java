package com.callfloor.dialer.bench;

import java.util.List;

/** The options of a measurement: whole numbers above zero. */
final class Numbers {
    private final List<String> args;

    Numbers(String... args) {
        this.args = List.of(args);
    }

    /** Ends the program, in words, where it is none. */
    int of(String option, int usual) {
        return args.contains(option) ? whole(option, given(option)) : usual;
    }

    /** The same of minutes, which may be written as {@code 10m}; 0 where it is not given. */
    int minutes(String option) {
        return args.contains(option) ? whole(option, given(option).replaceFirst("m$", "")) : 0;
    }

    private String given(String option) {
        int at = args.indexOf(option);
        return at + 1 < args.size() ? args.get(at + 1) : "";
    }

    private static int whole(String option, String given) {
        if (!given.matches("[1-9][0-9]{0,6}")) {
            System.err.println("floor: " + option + " needs a whole number above 0, not '" + given + "'");
            System.exit(2);
        }
        return Integer.parseInt(given);
    }
}
