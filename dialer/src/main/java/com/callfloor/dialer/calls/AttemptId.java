package com.callfloor.dialer.calls;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * An attempt's identity: a version 7 UUID, so that ids sort by time. It is the PBX channel's id too, which is why no
 * PBX event ever has to be matched by number or name.
 */
public record AttemptId(UUID value) implements Comparable<AttemptId> {
    /** A new id for an attempt reserved at {@code at}; layout by RFC 9562, section 5.7. */
    public static AttemptId next(Instant at, RandomGenerator random) {
        long millis = at.toEpochMilli() << 16;
        long high = millis | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new AttemptId(new UUID(high, low));
    }

    /** The attempt that {@code text} names, or empty where it names none: other channels live on the same PBX. */
    public static Optional<AttemptId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) && uuid.version() == 7
                    ? Optional.of(new AttemptId(uuid))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(AttemptId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
