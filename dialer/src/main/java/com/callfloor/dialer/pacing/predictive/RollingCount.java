package com.callfloor.dialer.pacing.predictive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Answered and abandoned calls in the time that ends now, to the minute. */
final class RollingCount {
    private static final int MINUTE = 60;

    private static final class Minute {
        final long number;
        double answered;
        double abandoned;

        Minute(long number) {
            this.number = number;
        }
    }

    private final long minutes;
    private final Deque<Minute> kept = new ArrayDeque<>();
    private double answered;
    private double abandoned;

    RollingCount(Duration window) {
        minutes = window.toMinutes();
    }

    /** Numbers need not be whole: a machine's verdict may be wrong. */
    void add(Instant at, double answers, double lost) {
        long number = Math.floorDiv(at.getEpochSecond(), MINUTE);
        Minute minute = kept.peekLast();
        if (minute == null || minute.number < number) {
            minute = new Minute(number);
            kept.add(minute);
        }
        minute.answered += answers;
        minute.abandoned += lost;
        answered += answers;
        abandoned += lost;
        forgetBefore(number - minutes);
    }

    private void forgetBefore(long number) {
        while (!kept.isEmpty() && kept.getFirst().number < number) {
            Minute gone = kept.removeFirst();
            answered -= gone.answered;
            abandoned -= gone.abandoned;
        }
    }

    void passTo(Instant now) {
        forgetBefore(Math.floorDiv(now.getEpochSecond(), MINUTE) - minutes);
    }

    double answered() {
        return answered;
    }

    double abandoned() {
        return abandoned;
    }
}
