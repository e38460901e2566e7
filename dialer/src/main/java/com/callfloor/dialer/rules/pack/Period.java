package com.callfloor.dialer.rules.pack;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * How long a call counts. Each period answers one question: the first instant at which a call does not count any more,
 * in every zone that the debtor may be in. It never moves back as the call moves forward, so of two calls the later one
 * always counts at least as long.
 */
public sealed interface Period {
    /** {@code zones} is not empty. {@link Instant#MAX}: it counts for ever. */
    Instant countedUntil(Instant call, Set<ZoneId> zones);

    /** The longest that a call can count; for a pack's change. */
    Duration longest();

    /** No call before this instant counts at {@code at}, in any zone. {@link Instant#MIN} where they count for ever. */
    default Instant earliestCounted(Instant at) {
        return at.minus(longest());
    }

    /** So much elapsed time. */
    record Elapsed(Duration length) implements Period {
        public Elapsed {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a period must be longer than 0");
            }
        }

        @Override
        public Instant countedUntil(Instant call, Set<ZoneId> zones) {
            return call.plus(length);
        }

        @Override
        public Duration longest() {
            return length;
        }

        @Override
        public String toString() {
            return length.toString();
        }
    }

    /**
     * So many consecutive days, the call's own date being day 1. Both in elapsed hours and in local dates: a day that is
     * 23 or 25 hours long must not shorten it.
     */
    record ConsecutiveDays(int days) implements Period {
        public ConsecutiveDays {
            if (days < 1) {
                throw new IllegalArgumentException("days must be 1 or more, not " + days);
            }
        }

        @Override
        public Instant countedUntil(Instant call, Set<ZoneId> zones) {
            Instant latest = call.plus(Duration.ofDays(days));
            for (ZoneId zone : zones) {
                latest = later(latest, start(call.atZone(zone).toLocalDate().plusDays(days), zone));
            }
            return latest;
        }

        @Override
        public Duration longest() {
            return Duration.ofDays(days + 1L);
        }

        @Override
        public String toString() {
            return days + " days";
        }
    }

    /** The calendar day, Monday to Sunday week, or month. */
    record Calendar(Unit unit) implements Period {
        @Override
        public Instant countedUntil(Instant call, Set<ZoneId> zones) {
            Instant latest = Instant.MIN;
            for (ZoneId zone : zones) {
                latest = later(latest, start(unit.next(call.atZone(zone).toLocalDate()), zone));
            }
            return latest;
        }

        @Override
        public Duration longest() {
            return unit.longest;
        }

        @Override
        public String toString() {
            return unit.word;
        }
    }

    /** For ever. */
    record Ever() implements Period {
        @Override
        public Instant countedUntil(Instant call, Set<ZoneId> zones) {
            return Instant.MAX;
        }

        @Override
        public Duration longest() {
            return Duration.ofDays(31);
        }

        @Override
        public Instant earliestCounted(Instant at) {
            return Instant.MIN;
        }

        @Override
        public String toString() {
            return "ever";
        }
    }

    /** A calendar's unit. */
    enum Unit {
        DAY("calendar day", Duration.ofDays(2)) {
            @Override
            LocalDate next(LocalDate date) {
                return date.plusDays(1);
            }
        },
        WEEK("calendar week", Duration.ofDays(8)) {
            @Override
            LocalDate next(LocalDate date) {
                return date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            }
        },
        MONTH("calendar month", Duration.ofDays(32)) {
            @Override
            LocalDate next(LocalDate date) {
                return date.with(TemporalAdjusters.firstDayOfNextMonth());
            }
        };

        private final String word;
        private final Duration longest;

        Unit(String word, Duration longest) {
            this.word = word;
            this.longest = longest;
        }

        /** The first date of the next one. */
        abstract LocalDate next(LocalDate date);
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
