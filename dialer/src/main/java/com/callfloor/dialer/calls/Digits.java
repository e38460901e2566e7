package com.callfloor.dialer.calls;

import java.util.Optional;
import java.util.regex.Pattern;

/** Keys that an agent presses for the far side of a call, such as an extension behind a switchboard: 1 to 32 of 0-9*#ABCD. */
public record Digits(String keys) {
    private static final Pattern KEYS = Pattern.compile("[0-9*#A-D]{1,32}");

    /** @throws IllegalArgumentException if it is none, more than 32, or has another sign in it */
    public Digits {
        if (!KEYS.matcher(keys).matches()) {
            throw new IllegalArgumentException("must be 1 to 32 of the keys 0-9, *, # and A-D");
        }
    }

    public char first() {
        return keys.charAt(0);
    }

    /** Those after the first. */
    public Optional<Digits> rest() {
        return keys.length() == 1 ? Optional.empty() : Optional.of(new Digits(keys.substring(1)));
    }

    /** An account or a code may be among them: no log holds the keys. */
    @Override
    public String toString() {
        return keys.length() + " keys";
    }
}
