package com.callfloor.dialer.rules.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A zone's wall clock as plain numbers: an instant is seconds since 1970, a local time the same count as if the wall clock
 * were UTC, a day the count of local days since 1970-01-01.
 */
final class Clockface {
    static final long DAY = 86_400;
    /** Nothing that is generated lies outside; further on, no history reaches and no horizon either. */
    static final long FIRST = Instant.parse("2023-03-01T00:00:00Z").getEpochSecond();
    static final long LAST = Instant.parse("2032-03-01T00:00:00Z").getEpochSecond();

    private static final Map<ZoneId, Clockface> ALL = new ConcurrentHashMap<>();

    private final long[] changes;
    private final long[] offsets;
    private final Map<Long, long[]> daily = new ConcurrentHashMap<>();

    private Clockface(ZoneId zone) {
        List<Long> at = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        at.add(Long.MIN_VALUE);
        to.add((long) zone.getRules().getOffset(Instant.ofEpochSecond(FIRST)).getTotalSeconds());
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochSecond(FIRST));
        while (next != null && next.toEpochSecond() <= LAST) {
            at.add(next.toEpochSecond());
            to.add((long) next.getOffsetAfter().getTotalSeconds());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        changes = at.stream().mapToLong(Long::longValue).toArray();
        offsets = to.stream().mapToLong(Long::longValue).toArray();
    }

    static Clockface of(ZoneId zone) {
        return ALL.computeIfAbsent(zone, Clockface::new);
    }

    /** Local seconds at an instant. */
    long local(long instant) {
        int index = changes.length - 1;
        while (changes[index] > instant) {
            index--;
        }
        return instant + offsets[index];
    }

    long day(long instant) {
        return Math.floorDiv(local(instant), DAY);
    }

    int secondOfDay(long instant) {
        return (int) Math.floorMod(local(instant), DAY);
    }

    /** When the clocks change, within the span that is looked at. */
    long[] changes() {
        return Arrays.copyOfRange(changes, 1, changes.length);
    }

    /** Every instant at which the wall clock shows {@code local}: none if it is skipped, two if it is repeated. */
    List<Long> instants(long local) {
        List<Long> found = new ArrayList<>(2);
        for (long offset : Arrays.stream(offsets).distinct().toArray()) {
            if (local(local - offset) == local) {
                found.add(local - offset);
            }
        }
        return found;
    }

    /** Each of {@link #instants} of this second of every day of the span, in order. */
    long[] daily(long second) {
        return daily.computeIfAbsent(second, unused -> {
            List<Long> found = new ArrayList<>();
            for (long day = FIRST / DAY; day <= LAST / DAY; day++) {
                found.addAll(instants(day * DAY + second));
            }
            return found.stream().mapToLong(Long::longValue).sorted().toArray();
        });
    }

    /** 1 Monday to 7 Sunday. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L) + 1;
    }
}
