package com.callfloor.dialer.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** The day of an instant in a zone, as SQL: the databases know zones by name only where somebody loaded their tables. */
final class LocalDay {
    /** No report looks further back for what led to a payment. */
    private static final int YEARS_BACK = 10;

    private LocalDay() {}

    /**
     * An expression for the day of the column {@code instant}, right for ten years before {@code to} and until it. Holds numbers
     * and instants only, nothing of anybody's.
     */
    static String of(String instant, ZoneId zone, LocalDate to) {
        ZoneRules rules = zone.getRules();
        Instant end = to.plusDays(2).atStartOfDay(zone).toInstant();
        Instant at = to.minusYears(YEARS_BACK).atStartOfDay(zone).toInstant();
        var offset = new StringBuilder();
        int seconds = rules.getOffset(at).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getInstant().isBefore(end)) {
            String before = SqlTypes.micros(next.getInstant()).toString().replace("T", " ").replace("Z", "");
            offset.append(" WHEN ").append(instant).append(" < '").append(before).append("' THEN ").append(seconds);
            seconds = next.getOffsetAfter().getTotalSeconds();
            next = rules.nextTransition(next.getInstant());
        }
        String shift = offset.isEmpty()
                ? String.valueOf(seconds)
                : String.join("", List.of("CASE", offset.toString(), " ELSE ", String.valueOf(seconds), " END"));
        return "DATE(TIMESTAMPADD(SECOND, " + shift + ", " + instant + "))";
    }
}
