package com.callfloor.dialer.agents;

import java.util.regex.Pattern;

/** A phone of the floor as the PBX knows it: 2 to 10 digits, so that it is safe in every dial string. */
public record Extension(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,10}");

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if {@code digits} is anything else
     */
    public Extension {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("an extension is 2 to 10 digits, such as 1001");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
