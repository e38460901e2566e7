package com.callfloor.dialer.rules.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;

/** The packs' and calendars' text as the oracle understands it. */
final class YamlRules {
    private static final YAMLMapper YAML = new YAMLMapper();

    private YamlRules() {}

    enum Kind {
        WINDOW, COUNTER, COOL_DOWN, GATE, THIRD_PARTY
    }

    /**
     * A rule that speaks in a decision; only the keys of its kind mean anything.
     *
     * @param lines lower-case line kinds; empty means all
     * @param opens by weekday, 1 Monday; no entry: closed
     */
    record Rule(String id, Kind kind, Set<String> lines, boolean liftedByConsent, boolean liftedByAgent,
            Map<Integer, int[]> opens, boolean afterOpening, List<Clockface> zones, @Nullable Calendar calendar,
            boolean holidaysAsSunday, String event, String scope, int limit, Span span, boolean consentedCount,
            String fact, String reach, int failures, boolean needsConsent) {}

    /** A period: {@code unit} is day, week, month, days, ever or elapsed; {@code amount} days or seconds. */
    record Span(String unit, long amount) {
        static Span of(String text) {
            String[] words = text.split(" ", -1);
            if (text.equals("ever")) {
                return new Span("ever", 0);
            }
            if (words[0].equals("calendar")) {
                return new Span(words[1], 0);
            }
            if (text.endsWith(" consecutive days")) {
                return new Span("days", Long.parseLong(words[0]));
            }
            long amount = Long.parseLong(text.substring(0, text.length() - 1));
            return new Span("elapsed", amount * switch (text.charAt(text.length() - 1)) {
                case 's' -> 1;
                case 'm' -> 60;
                case 'h' -> 3600;
                case 'd' -> 86_400;
                default -> throw new IllegalArgumentException(text);
            });
        }
    }

    /** @param years those that the file holds; all days of others are holidays */
    record Calendar(Set<Integer> years, Set<Long> holidays, Set<Long> makeUpWorkdays) {
        boolean isHoliday(long day) {
            return holidays.contains(day) || !years.contains(LocalDate.ofEpochDay(day).getYear());
        }
    }

    static List<Rule> rules(String text, Path calendars) {
        try {
            List<Rule> rules = new ArrayList<>();
            for (JsonNode node : YAML.readTree(text).path("rules")) {
                rule(node, calendars, rules);
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rule(JsonNode node, Path calendars, List<Rule> rules) {
        Kind kind = null;
        JsonNode body = node;
        for (Kind each : Kind.values()) {
            String key = each.name().toLowerCase(Locale.ROOT);
            if (node.has(key)) {
                kind = each;
                body = node.get(key);
            }
        }
        if (kind == null) {
            return;
        }
        Set<String> channels = words(node.path("channels"));
        // The oracle is asked about calls alone: what does not speak of them says nothing of them and counts none.
        if (!channels.isEmpty() && !channels.contains("call")) {
            return;
        }
        Set<String> lines = words(node.path("lines"));
        Set<String> lifts = words(node.path("lifted_by"));
        List<Clockface> zones = new ArrayList<>();
        body.path("zones").forEach(zone -> zones.add(Clockface.of(ZoneId.of(zone.asText()))));
        rules.add(new Rule(node.get("id").asText(), kind, lines, lifts.contains("consent"),
                lifts.contains("held_agent"), opens(body.path("open")), body.path("after_opening").asBoolean(false),
                zones,
                body.has("calendar") ? calendar(calendars.resolve(body.get("calendar").asText() + ".yaml")) : null,
                body.path("holidays").asText().equals("as_sunday"), body.path("event").asText(),
                body.path("scope").asText(), kind == Kind.COOL_DOWN ? 1 : body.path("limit").asInt(),
                body.has("period") ? Span.of(body.get("period").asText()) : new Span("ever", 0),
                body.path("consented_count").asBoolean(true), body.path("fact").asText(), body.path("reach").asText(),
                body.path("failures").asInt(), body.path("needs_consent").asBoolean(false)));
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Map<Integer, int[]> opens(JsonNode list) {
        List<String> names = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        Map<Integer, int[]> opens = new HashMap<>();
        for (JsonNode opening : list) {
            int[] hours = {LocalTime.parse(opening.get("from").asText()).toSecondOfDay(),
                    LocalTime.parse(opening.get("to").asText()).toSecondOfDay()};
            for (int day = 1; day <= 7; day++) {
                if (!opening.has("days") || words(opening.get("days")).contains(names.get(day - 1))) {
                    opens.put(day, hours);
                }
            }
        }
        return opens;
    }

    private static Calendar calendar(Path file) {
        try {
            Calendar calendar = new Calendar(new HashSet<>(), new HashSet<>(), new HashSet<>());
            YAML.readTree(Files.readString(file)).get("years").properties().forEach(year -> {
                calendar.years().add(Integer.parseInt(year.getKey()));
                year.getValue()
                        .path("holidays")
                        .fieldNames()
                        .forEachRemaining(date -> calendar.holidays().add(LocalDate.parse(date).toEpochDay()));
                year.getValue()
                        .path("make_up_workdays")
                        .fieldNames()
                        .forEachRemaining(date -> calendar.makeUpWorkdays().add(LocalDate.parse(date).toEpochDay()));
            });
            return calendar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
