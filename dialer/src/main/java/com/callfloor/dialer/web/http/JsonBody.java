package com.callfloor.dialer.web.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.words.Words;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Reads a JSON body field by field and tells everything that is wrong with it at once. */
public final class JsonBody {
    /** The longest JSON body in bytes; the longest legitimate one is a note. */
    public static final long LIMIT = 64 * 1024;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    /** A double has these digits exactly. */
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST_PLAIN = 100;

    private final JsonObject json;
    private final String path;
    private final Set<String> asked = new HashSet<>();
    private final List<FieldError> errors;

    JsonBody(JsonObject json) {
        this(json, "", new ArrayList<>());
    }

    private JsonBody(JsonObject json, String path, List<FieldError> errors) {
        this.json = json;
        this.path = path;
        this.errors = errors;
    }

    /** One object, or a list of them, whose errors are told together. */
    public record OneOrMany(List<JsonBody> each, boolean isOne) {
        public OneOrMany {
            each = List.copyOf(each);
        }

        /** Call after the last field was read. */
        public void check() {
            each.forEach(JsonBody::noteUnknown);
            List<FieldError> errors = each.stream().flatMap(body -> body.errors.stream()).toList();
            if (!errors.isEmpty()) {
                throw Problems.invalid(errors);
            }
        }
    }

    /** The body of a request, which may be an object or a list of 1 to {@code most} of them. */
    public static OneOrMany oneOrMany(RoutingContext routing, int most) {
        Object value = value(routing);
        if (value instanceof JsonObject json) {
            return new OneOrMany(List.of(new JsonBody(json)), true);
        }
        if (!(value instanceof JsonArray array) || array.isEmpty() || array.size() > most
                || !array.stream().allMatch(JsonObject.class::isInstance)) {
            throw Problems.badRequest(Words.of("The body must be an object { ... } or a list of 1 to %d objects.",
                    "内容须为一个对象 { ... }，或 1 至 %d 个对象的列表。", most));
        }
        List<JsonBody> each = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            each.add(new JsonBody(array.getJsonObject(i), "[" + i + "].", new ArrayList<>()));
        }
        return new OneOrMany(each, false);
    }

    /** The body of a request whose body was taken in. */
    public static JsonBody of(RoutingContext routing) {
        if (value(routing) instanceof JsonObject json) {
            return new JsonBody(json);
        }
        throw Problems.badRequest("The body is JSON, but not an object { ... }.", "内容是 JSON，但不是对象 { ... }。");
    }

    private static Object value(RoutingContext routing) {
        Buffer buffer = routing.body().buffer();
        if (buffer == null || buffer.length() == 0) {
            throw Problems.badRequest("A JSON object is expected as body, and there is none.", "缺少内容，须为 JSON 对象。");
        }
        String type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
            throw Problems.wrongMediaType("application/json");
        }
        try {
            Object value = Json.decodeValue(buffer);
            return value == null ? "" : value;
        } catch (DecodeException e) {
            throw Problems.badRequest("The body is not JSON. Check quotes, commas and that it is UTF-8.",
                    "内容不是 JSON，请检查引号、逗号以及是否为 UTF-8。");
        }
    }

    /** A text of 1 to {@code longest} characters; empty text stands in where it is missing or wrong. */
    public String text(String field, int longest) {
        return optionalText(field, longest).filter(text -> !text.isEmpty()).orElseGet(() -> {
            if (errors.stream().noneMatch(error -> error.field().equals(path + field))) {
                error(field, Must.beText(longest));
            }
            return "";
        });
    }

    /** A text of at most {@code longest} characters; missing and null are the same. */
    public Optional<String> optionalText(String field, int longest) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && text.length() <= longest) {
            return Optional.of(text);
        }
        error(field, Must.beTextOfAtMost(longest));
        return Optional.empty();
    }

    /** A value that {@code parse} knows; empty only if an error was noted. */
    public <T> Optional<T> oneOf(String field, Function<String, Optional<T>> parse, List<String> codes) {
        Optional<T> value = optionalText(field, 100).flatMap(parse);
        if (value.isEmpty()) {
            error(field, Must.beOneOf(codes));
        }
        return value;
    }

    /** An instant in ISO 8601; missing and null are the same. */
    public Optional<Instant> instant(String field) {
        return optionalText(field, 40).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                error(field, Must.BE_AN_INSTANT);
                return Optional.empty();
            }
        });
    }

    /** True or false; missing and null are the same. */
    public Optional<Boolean> flag(String field) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        error(field, Must.BE_A_FLAG);
        return Optional.empty();
    }

    /** A text of at most 100 characters, a number, true or false, as text; missing and null are the same. */
    public Optional<String> plain(String field) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null) {
            return Optional.empty();
        }
        if ((value instanceof String || value instanceof Number || value instanceof Boolean)
                && value.toString().length() <= LONGEST_PLAIN) {
            return Optional.of(value.toString());
        }
        error(field, "must be a text, a number, true or false", "须为文字、数字、true 或 false");
        return Optional.empty();
    }

    /** A list of at most {@code most} texts of 1 to {@code longest} characters; empty where it is missing or wrong. */
    public List<String> texts(String field, int most, int longest) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray list && list.size() <= most
                && list.stream()
                        .allMatch(item -> item instanceof String text && !text.isBlank()
                                && text.length() <= longest)) {
            return list.stream().map(String.class::cast).toList();
        }
        error(field, Must.beTexts(most, longest));
        return List.of();
    }

    /** A day such as {@code 2026-11-24}; missing and null are the same. */
    public Optional<LocalDate> date(String field) {
        return optionalText(field, 40).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                error(field, Must.BE_A_DAY);
                return Optional.empty();
            }
        });
    }

    /**
     * A decimal number, as text so that no program on the way rounds it; a number of at most 15 digits is taken as it was
     * written too. Missing and null are the same.
     */
    public Optional<BigDecimal> decimal(String field) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.toString();
        if ((value instanceof String || value instanceof Number) && DECIMAL.matcher(text).matches()
                && (value instanceof String || text.length() <= EXACT_DIGITS + 1)) {
            return Optional.of(new BigDecimal(text));
        }
        error(field, "must be a decimal number as text, such as \"1234.56\"", "须为文字形式的小数，例如 \"1234.56\"");
        return Optional.empty();
    }

    /** An object, as it is; missing and null are the same. */
    public Optional<JsonObject> object(String field) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null || value instanceof JsonObject) {
            return Optional.ofNullable((JsonObject) value);
        }
        error(field, "must be an object { ... }", "须为对象 { ... }");
        return Optional.empty();
    }

    /** A list of 1 to {@code most} objects, whose errors are told with these; empty where it is missing or wrong. */
    public List<JsonBody> objects(String field, int most) {
        asked.add(field);
        if (json.getValue(field) instanceof JsonArray list && !list.isEmpty() && list.size() <= most
                && list.stream().allMatch(JsonObject.class::isInstance)) {
            List<JsonBody> parts = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                parts.add(new JsonBody(list.getJsonObject(i), path + field + "[" + i + "].", errors));
            }
            return parts;
        }
        error(field, Must.beObjects(most));
        return List.of();
    }

    /** The same, where the list may be empty or missing. */
    public List<JsonBody> anyObjects(String field, int most) {
        asked.add(field);
        Object value = json.getValue(field);
        return value == null || (value instanceof JsonArray list && list.isEmpty()) ? List.of() : objects(field, most);
    }

    /** A whole number from {@code least} to {@code most}; missing and null are the same. */
    public Optional<Long> whole(String field, long least, long most) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null) {
            return Optional.empty();
        }
        if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most) {
            return Optional.of(((Number) value).longValue());
        }
        error(field, Must.beWhole(least, most));
        return Optional.empty();
    }

    /** Notes what of this object was not asked for; {@link #check} of the whole body tells it. */
    public void noteUnknown() {
        for (String field : json.fieldNames()) {
            if (!asked.contains(field)) {
                error(field, "is not known here", "此处没有这个字段");
            }
        }
    }

    /** Whether this field is given at all; it is not asked for by this. */
    public boolean has(String field) {
        return json.getValue(field) != null;
    }

    /** Whether something is wrong so far. */
    public boolean faulty() {
        return !errors.isEmpty();
    }

    /** Notes that a field is missing, unless something else is wrong with it already. */
    public void need(String field, Optional<?> value) {
        if (value.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(path + field))) {
            error(field, Must.BE_GIVEN);
        }
    }

    public void error(String field, String en, String zh) {
        error(field, new Words(en, zh));
    }

    public void error(String field, Words message) {
        errors.add(new FieldError(path + field, message));
    }

    /** Call after the last field was read: a misspelt field is an error too. */
    public void check() {
        noteUnknown();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
