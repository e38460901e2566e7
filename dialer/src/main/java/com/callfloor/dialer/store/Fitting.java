package com.callfloor.dialer.store;

/** Cuts texts that people and other systems wrote to what a column holds. */
final class Fitting {
    private Fitting() {}

    /** The beginning of a text; {@code most}: characters as the database counts them, never half of one. */
    static String into(int most, String text) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
