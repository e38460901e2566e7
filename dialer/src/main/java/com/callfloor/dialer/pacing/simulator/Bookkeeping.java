package com.callfloor.dialer.pacing.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is counted while a shift runs. */
final class Bookkeeping {
    private static final long HOUR_MS = 3_600_000;

    private record Settled(long at, boolean abandoned) {}

    private final Deque<Settled> hour = new ArrayDeque<>();
    private long hourAbandoned;
    private double worstHour;
    private long busyMs;
    private long freeMs;
    private long attempts;
    private long connected;
    private long abandoned;

    void dialed() {
        attempts++;
    }

    void free(long ms) {
        freeMs += ms;
    }

    void busy(long ms) {
        busyMs += ms;
    }

    void settled(long now, boolean lost) {
        abandoned += lost ? 1 : 0;
        connected += lost ? 0 : 1;
        hour.add(new Settled(now, lost));
        hourAbandoned += lost ? 1 : 0;
        while (hour.getFirst().at() <= now - HOUR_MS) {
            hourAbandoned -= hour.removeFirst().abandoned() ? 1 : 0;
        }
        if (now >= HOUR_MS) {
            worstHour = Math.max(worstHour, (double) hourAbandoned / hour.size());
        }
    }

    ShiftResult result(boolean ranOut) {
        long answered = connected + abandoned;
        long present = busyMs + freeMs;
        return new ShiftResult(share(busyMs, present), share(abandoned, answered), worstHour,
                present == 0 ? 0 : connected * (double) HOUR_MS / present,
                connected == 0 ? 0 : freeMs / 1e3 / connected, attempts, answered, abandoned, ranOut);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
