package com.callfloor.dialer.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.replay.Replay;
import com.callfloor.dialer.rules.replay.ReplayCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The stream that {@code rules replay} reads and the answers that it writes, a JSON object a line. */
final class ReplayFile {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Replay replay;
    private long queries;
    private long line;

    ReplayFile(Replay replay) {
        this.replay = replay;
    }

    /** Returns how many queries were answered. */
    long answer(BufferedReader in, Writer out) throws IOException, VerbProblem {
        String text;
        while ((text = in.readLine()) != null) {
            line++;
            if (!text.isBlank()) {
                try {
                    told(mapper.readTree(text), out);
                } catch (JsonProcessingException e) {
                    throw new VerbProblem("line " + line + " is not a JSON object: " + e.getOriginalMessage());
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new VerbProblem("line " + line + ": " + e.getMessage());
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
        return queries;
    }

    private void told(JsonNode json, Writer out) throws IOException {
        switch (text(json, "type")) {
            case "case" -> replay.tell(caseOf(json));
            case "attempt" -> replay.call(known(json), text(json, "number"), instant(json, "at"), direction(json),
                    result(json), rang(json));
            case "fact" -> fact(json);
            case "query" -> {
                Decision decision = replay.ask(known(json), text(json, "number"), instant(json, "at"));
                out.write(answer(text(json, "id"), decision));
                out.write('\n');
                queries++;
            }
            default -> throw new IllegalArgumentException(
                    "type '" + text(json, "type") + "' is not one of case, attempt, fact, query");
        }
    }

    private static ReplayCase caseOf(JsonNode json) {
        String id = text(json, "case");
        String debtor = json.path("debtor").asText(id);
        String debt = json.path("debt").asText(id);
        Set<ZoneId> zones = new HashSet<>();
        json.path("zones").forEach(zone -> zones.add(ZoneId.of(zone.asText())));
        Map<String, LineKind> numbers = new HashMap<>();
        json.path("numbers").forEach(number -> {
            String kind = number.path("line").asText("mobile");
            numbers.put(text(number, "n"), LineKind.ofCode(kind)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "line '" + kind + "' is not one of mobile, landline, work, contact")));
        });
        return new ReplayCase(id, debtor, debt, json.path("account").asText(debt),
                json.path("household").asText(debtor), zones, numbers);
    }

    private void fact(JsonNode json) {
        ReplayCase of = known(json);
        String word = text(json, "fact");
        FactKind kind = FactKind.ofCode(word)
                .orElseThrow(() -> new IllegalArgumentException("fact '" + word + "' is not known; it can be "
                        + Arrays.stream(FactKind.values()).map(FactKind::code).toList()));
        replay.fact(of, kind, instant(json, "at"), optional(json, "number").orElse(null),
                optional(json, "until").map(until -> until(until, of)).orElse(null), window(json.path("window")));
    }

    private ReplayCase known(JsonNode json) {
        String id = text(json, "case");
        return replay.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "case '" + id + "' was not told of; its case line must come first"));
    }

    private static Direction direction(JsonNode json) {
        String word = json.path("direction").asText("out");
        return switch (word) {
            case "out" -> Direction.OUT;
            case "in" -> Direction.IN;
            default -> throw new IllegalArgumentException("direction is out or in, not '" + word + "'");
        };
    }

    private static CallResult result(JsonNode json) {
        String word = text(json, "result");
        return CallResult.ofCode(word)
                .orElseThrow(() -> new IllegalArgumentException("result '" + word + "' is not known; it can be "
                        + Arrays.stream(CallResult.values()).map(CallResult::code).toList()));
    }

    /** What is not said counts as rung: it is the stricter. */
    private static boolean rang(JsonNode json) {
        return json.path("rang").asBoolean(true);
    }

    /** A date bars calls until it has begun wherever the debtor may be. */
    private static Instant until(String text, ReplayCase of) {
        if (text.length() == "2026-01-01".length()) {
            LocalDate date = LocalDate.parse(text);
            return of.zones()
                    .stream()
                    .map(zone -> date.atStartOfDay(zone).toInstant())
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** {@code "12:00-14:00"}, {@code ["12:00","14:00"]} or {@code {"from":"12:00","to":"14:00","days":["mon"]}}. */
    private static @Nullable DailyWindow window(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (json.isArray() && json.size() == 2) {
            return DailyWindow.daily(time(json.get(0).asText()), time(json.get(1).asText()));
        }
        if (json.isObject()) {
            LocalTime from = time(json.has("from") ? json.path("from").asText() : json.path("start").asText());
            LocalTime to = time(json.has("to") ? json.path("to").asText() : json.path("end").asText());
            return json.has("days") ? new DailyWindow(from, to, days(json.path("days"))) : DailyWindow.daily(from, to);
        }
        String[] parts = json.asText().split("\\s*[-/–]\\s*", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("window is written as \"12:00-14:00\", [\"12:00\",\"14:00\"] or "
                    + "{\"from\":\"12:00\",\"to\":\"14:00\"}, not " + json);
        }
        return DailyWindow.daily(time(parts[0]), time(parts[1]));
    }

    private static LocalTime time(String text) {
        return text.startsWith("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static Set<DayOfWeek> days(JsonNode json) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode each : json) {
            for (DayOfWeek day : DayOfWeek.values()) {
                String word = each.asText().toUpperCase(Locale.ROOT);
                if (word.length() >= 3 && day.name().startsWith(word)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static Instant instant(JsonNode json, String key) {
        return OffsetDateTime.parse(text(json, key)).toInstant();
    }

    private static String text(JsonNode json, String key) {
        return optional(json, key).orElseThrow(() -> new IllegalArgumentException("'" + key + "' is missing"));
    }

    private static Optional<String> optional(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    private String answer(String id, Decision decision) throws JsonProcessingException {
        ObjectNode json = mapper.createObjectNode().put("id", id).put("verdict", decision.verdict().code());
        if (decision.verdict() instanceof Verdict.NotBefore(Instant instant)) {
            json.put("not_before", instant.toString());
        }
        var rules = json.putArray("rules");
        decision.deniedBy().stream().distinct().forEach(rules::add);
        return mapper.writeValueAsString(json);
    }
}
