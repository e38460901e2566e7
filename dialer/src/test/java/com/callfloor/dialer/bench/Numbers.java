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
        int at = args.indexOf(option);
        if (at < 0) {
            return usual;
        }
        String given = at + 1 < args.size() ? args.get(at + 1) : "";
        if (!given.matches("[1-9][0-9]{0,6}")) {
            System.err.println("floor: " + option + " needs a whole number above 0, not '" + given + "'");
            System.exit(2);
        }
        return Integer.parseInt(given);
    }
}
