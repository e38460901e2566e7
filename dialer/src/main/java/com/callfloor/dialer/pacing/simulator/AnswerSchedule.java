package com.callfloor.dialer.pacing.simulator;

import java.util.Arrays;
import java.util.Locale;

/** The share of calls that persons answer, over the shift. */
public final class AnswerSchedule {
    private interface Path {
        double at(double second);
    }

    private final String text;
    private final Path path;

    private AnswerSchedule(String text, Path path) {
        this.text = text;
        this.path = path;
    }

    /**
     * Reads {@code 0.2}, {@code 0:0.2,14400:0.45} (steps at these seconds), {@code lin:0:0.35,28800:0.15} (straight lines
     * between them) or {@code sin:MEAN:AMPLITUDE:PERIOD}.
     *
     * @throws IllegalArgumentException with what is wrong and how it is written
     */
    public static AnswerSchedule parse(String text) {
        try {
            AnswerSchedule schedule = new AnswerSchedule(text, pathOf(text.strip()));
            schedule.at(0);
            return schedule;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + text + "' is no answer rate: write it like 0.2, 0:0.2,14400:0.45, "
                    + "lin:0:0.35,28800:0.15 or sin:0.25:0.1:7200 (seconds and shares)", e);
        }
    }

    private static Path pathOf(String text) {
        if (text.startsWith("sin:")) {
            double[] parts = numbers(text.substring(4).split(":", -1), 3);
            if (parts[2] <= 0) {
                throw new NumberFormatException("a period of " + parts[2]);
            }
            return second -> share(parts[0] + parts[1] * Math.sin(2 * Math.PI * second / parts[2]));
        }
        boolean straight = text.startsWith("lin:");
        String list = straight ? text.substring(4) : text;
        if (!list.contains(":")) {
            double all = share(Double.parseDouble(list));
            return second -> all;
        }
        String[] points = list.split(",", -1);
        double[] seconds = new double[points.length];
        double[] shares = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double[] point = numbers(points[i].split(":", -1), 2);
            seconds[i] = point[0];
            shares[i] = share(point[1]);
        }
        return second -> along(seconds, shares, second, straight);
    }

    private static double along(double[] seconds, double[] shares, double second, boolean straight) {
        int point = 0;
        while (point + 1 < seconds.length && seconds[point + 1] <= second) {
            point++;
        }
        if (!straight || point + 1 >= seconds.length) {
            return shares[point];
        }
        double way = Math.max(0, (second - seconds[point]) / (seconds[point + 1] - seconds[point]));
        return shares[point] + way * (shares[point + 1] - shares[point]);
    }

    private static double[] numbers(String[] parts, int count) {
        if (parts.length != count) {
            throw new NumberFormatException(Arrays.toString(parts));
        }
        return Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
    }

    private static double share(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new NumberFormatException(String.format(Locale.ROOT, "a share of %f", value));
        }
        return value;
    }

    double at(long ms) {
        return path.at(ms / 1e3);
    }

    @Override
    public String toString() {
        return text;
    }
}
