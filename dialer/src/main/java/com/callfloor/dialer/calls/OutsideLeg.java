package com.callfloor.dialer.calls;

import java.util.Optional;

/**
 * The call to a party outside the floor whom a debtor is to be put through to. It is the PBX channel's id, so that whose debtor it
 * is can be told after a restart, too.
 *
 * @param serial tells this call from earlier ones for the same debtor; milliseconds since the epoch when it was placed
 */
public record OutsideLeg(AttemptId attempt, long serial) {
    private static final String BEGINNING = "outside-";

    public static Optional<OutsideLeg> parse(String text) {
        int end = text.lastIndexOf('-');
        if (!text.startsWith(BEGINNING) || end < BEGINNING.length()) {
            return Optional.empty();
        }
        String serial = text.substring(end + 1);
        return serial.matches("\\d{1,18}")
                ? AttemptId.parse(text.substring(BEGINNING.length(), end))
                        .map(attempt -> new OutsideLeg(attempt, Long.parseLong(serial)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return BEGINNING + attempt + "-" + serial;
    }
}
