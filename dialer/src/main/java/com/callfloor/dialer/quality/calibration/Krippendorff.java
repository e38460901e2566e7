package com.callfloor.dialer.quality.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Krippendorff's alpha: how far coders agree beyond chance. 1 is agreement, 0 is what chance brings, below 0 is worse. Any number of
 * coders, and values may be missing.
 *
 * <p>K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D: with the coincidences {@code o(c,k)}, which sum
 * up each unit's pairs of values weighted by {@code 1 / (m - 1)} for its {@code m} values, the totals {@code n(c)} and their sum
 * {@code n}: {@code alpha = 1 - (n - 1) * sum o(c,k) d(c,k) / sum n(c) n(k) d(c,k)} over {@code c < k}, where {@code d} is the squared
 * difference of the metric.
 */
public final class Krippendorff {
    private Krippendorff() {}

    /** What makes two values differ. */
    public enum Metric {
        /** Equal or not. */
        NOMINAL,
        /** By how many values lie between them, of all that were given. */
        ORDINAL,
        /** By the square of their distance. */
        INTERVAL
    }

    /**
     * Alpha over units.
     *
     * @param units of each unit the values that it was given, in any order, missing ones left out
     * @return empty where no two values can be compared, or none differ: then there is nothing that chance could do
     */
    public static OptionalDouble alpha(List<List<Double>> units, Metric metric) {
        List<List<Double>> comparable = units.stream().filter(unit -> unit.size() > 1).toList();
        NavigableMap<Double, Double> totals = new TreeMap<>();
        double n = 0;
        for (List<Double> unit : comparable) {
            for (Double value : unit) {
                totals.merge(value, 1.0, Double::sum);
                n++;
            }
        }
        List<Double> values = new ArrayList<>(totals.keySet());
        double expected = 0;
        for (int c = 0; c < values.size(); c++) {
            for (int k = c + 1; k < values.size(); k++) {
                expected += total(totals, values.get(c)) * total(totals, values.get(k))
                        * difference(metric, totals, values.get(c), values.get(k));
            }
        }
        if (expected == 0) {
            return OptionalDouble.empty();
        }
        double observed = 0;
        for (List<Double> unit : comparable) {
            for (int i = 0; i < unit.size(); i++) {
                for (int j = i + 1; j < unit.size(); j++) {
                    // o(c,k) counts ordered pairs; over c < k that is each unordered pair once.
                    observed += difference(metric, totals, unit.get(i), unit.get(j)) / (unit.size() - 1);
                }
            }
        }
        return OptionalDouble.of(1 - (n - 1) * observed / expected);
    }

    /** The share of pairs of values that are equal, over all units; empty where there is no pair. */
    public static OptionalDouble pairsAgreeing(List<List<Double>> units) {
        long pairs = 0;
        long equal = 0;
        for (List<Double> unit : units) {
            for (int i = 0; i < unit.size(); i++) {
                for (int j = i + 1; j < unit.size(); j++) {
                    pairs++;
                    equal += unit.get(i).equals(unit.get(j)) ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) equal / pairs);
    }

    private static double difference(Metric metric, NavigableMap<Double, Double> totals, double one, double other) {
        if (one == other) {
            return 0;
        }
        return switch (metric) {
            case NOMINAL -> 1;
            case INTERVAL -> (one - other) * (one - other);
            case ORDINAL -> {
                double low = Math.min(one, other);
                double high = Math.max(one, other);
                double between = totals.subMap(low, true, high, true).values().stream().mapToDouble(each -> each).sum();
                double distance = between - (total(totals, low) + total(totals, high)) / 2;
                yield distance * distance;
            }
        };
    }

    private static double total(Map<Double, Double> totals, double value) {
        return totals.getOrDefault(value, 0.0);
    }
}
