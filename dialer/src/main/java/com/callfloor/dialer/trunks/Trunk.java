package com.callfloor.dialer.trunks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A way out of the floor, as it is configured.
 *
 * @param name the PJSIP endpoint on the PBX
 * @param channels lines that may be up at once, ringing ones included; 1 to {@value #MOST_CHANNELS}
 * @param callsPerSecond calls that may be placed a second, more than 0 and at most {@value #MOST_CALLS_PER_SECOND}
 * @param callerIds the numbers it may show; empty leaves the number to the trunk itself
 */
public record Trunk(String name, int channels, double callsPerSecond, List<CallerId> callerIds) {
    public static final int MOST_CHANNELS = 10_000;
    public static final double MOST_CALLS_PER_SECOND = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException saying what is wrong and how to mend it
     */
    public Trunk {
        callerIds = List.copyOf(callerIds);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a trunk's name is its PJSIP endpoint: letters, digits, '.', '-' and '_', 64 at most");
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    "trunk " + name + ": channels must be 1 to " + MOST_CHANNELS + ", not " + channels);
        }
        if (!(callsPerSecond > 0 && callsPerSecond <= MOST_CALLS_PER_SECOND)) {
            throw new IllegalArgumentException("trunk " + name + ": calls_per_second must be more than 0 and at most "
                    + MOST_CALLS_PER_SECOND + ", not " + callsPerSecond);
        }
        Set<PhoneNumber> numbers = new HashSet<>();
        for (CallerId callerId : callerIds) {
            if (!numbers.add(callerId.number())) {
                throw new IllegalArgumentException("trunk " + name + " lists a caller id twice");
            }
        }
        if (!callerIds.isEmpty()
                && callerIds.stream().noneMatch(callerId -> callerId.regions().contains(CallerId.ANYWHERE))) {
            throw new IllegalArgumentException("trunk " + name
                    + ": at least one caller id must have the region \"*\", for debtors whom no other is local to");
        }
    }

    /** One without limits of its own, showing one number or, with null, leaving it to the trunk. */
    public static Trunk unlimited(String name, @Nullable PhoneNumber callerId) {
        return new Trunk(name, MOST_CHANNELS, MOST_CALLS_PER_SECOND,
                callerId == null ? List.of() : List.of(new CallerId(callerId, Set.of(CallerId.ANYWHERE))));
    }
}
