package com.callfloor.dialer.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many of a campaign's calls that a person answered found no agent.
 *
 * <p>People whom machine detection took for machines are abandoned too, and nobody knows which they were. With p, the
 * measured share of people taken for machines, the calls that were screened and passed as people are the share 1 - p of
 * all people who were screened, so p / (1 - p) times as many were not; never more than there were machines.
 *
 * <p>Source: Ofcom's reasoning on abandoned and silent calls, which counts a reasoned estimate of false positives.
 *
 * @param worstHour of the last 30 days; empty where nobody answered
 * @param days those of the last 30 on which anybody answered, the latest first
 * @param falsePositiveRate p, 0 to below 1
 */
public record Abandonment(Count last24Hours, Count last30Days, Optional<Hour> worstHour, List<Day> days,
        double falsePositiveRate) {
    /** How far back the books must be read. */
    public static final Duration REACH = Duration.ofDays(30);

    public Abandonment {
        days = List.copyOf(days);
    }

    /**
     * Answered calls of a short time, which lies within one clock hour of every time zone.
     *
     * @param connected a person was put through to an agent
     * @param abandoned answered, and as far as known nobody came
     * @param screened of these two, those whom machine detection passed
     * @param machines what machine detection took for machines
     */
    public record Slice(Instant from, boolean lastDay, long connected, long abandoned, long screened, long machines) {}

    /** {@code falsePositives}: how many of the machines were people, by estimate. */
    public record Count(long connected, long abandoned, long machines, double falsePositives) {
        /** By people, those who were taken for machines included. */
        public double answered() {
            return connected + abandoned + falsePositives;
        }

        /** 0 to 1; 0 where nobody answered. */
        public double rate() {
            return answered() == 0 ? 0 : (abandoned + falsePositives) / answered();
        }
    }

    public record Hour(Instant from, Count count) {}

    public record Day(LocalDate date, Count count) {}

    /**
     * Adds the slices up.
     *
     * @param slices all of the last 30 days
     * @param zone the floor's, for its days and hours
     */
    public static Abandonment of(Collection<Slice> slices, ZoneId zone, double falsePositiveRate) {
        if (!(falsePositiveRate >= 0 && falsePositiveRate < 1)) {
            throw new IllegalArgumentException("a share of people is 0 to below 1, not " + falsePositiveRate);
        }
        Map<Instant, List<Slice>> hours = slices.stream()
                .collect(Collectors.groupingBy(
                        slice -> slice.from().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant(), TreeMap::new,
                        Collectors.toList()));
        Map<LocalDate, List<Slice>> days = slices.stream()
                .collect(Collectors.groupingBy(slice -> LocalDate.ofInstant(slice.from(), zone),
                        () -> new TreeMap<LocalDate, List<Slice>>(Comparator.reverseOrder()), Collectors.toList()));
        return new Abandonment(count(slices.stream().filter(Slice::lastDay).toList(), falsePositiveRate),
                count(slices, falsePositiveRate),
                hours.entrySet()
                        .stream()
                        .map(hour -> new Hour(hour.getKey(), count(hour.getValue(), falsePositiveRate)))
                        .filter(hour -> hour.count().answered() > 0)
                        .max(Comparator.comparingDouble((Hour hour) -> hour.count().rate())
                                .thenComparingDouble(hour -> hour.count().answered())),
                days.entrySet()
                        .stream()
                        .map(day -> new Day(day.getKey(), count(day.getValue(), falsePositiveRate)))
                        .toList(),
                falsePositiveRate);
    }

    private static Count count(Collection<Slice> slices, double falsePositiveRate) {
        long screened = slices.stream().mapToLong(Slice::screened).sum();
        long machines = slices.stream().mapToLong(Slice::machines).sum();
        return new Count(slices.stream().mapToLong(Slice::connected).sum(),
                slices.stream().mapToLong(Slice::abandoned).sum(), machines,
                Math.min((double) machines, screened * falsePositiveRate / (1 - falsePositiveRate)));
    }

    /** Where the report comes from. Blocks on the database. */
    public interface Report {
        /** Empty if there is no such campaign. */
        Optional<Abandonment> of(String campaign, Instant now);
    }
}
