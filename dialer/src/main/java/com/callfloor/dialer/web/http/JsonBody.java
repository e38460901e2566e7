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

    private final JsonObject json;
    private final String place;
    private final Set<String> asked = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    JsonBody(JsonObject json) {
        this(json, "");
    }

    /** {@code place}: what stands before its fields in errors. */
    private JsonBody(JsonObject json, String place) {
        this.json = json;
        this.place = place;
    }

    /** One object, or a list of them, whose errors are told together. */
    public record OneOrMany(List<JsonBody> each, boolean isOne) {
        public OneOrMany {
            each = List.copyOf(each);
        }

        /** Call after the last field was read. */
        public void check() {
            List<FieldError> errors = each.stream().flatMap(body -> body.allErrors().stream()).toList();
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
            throw Problems.badRequest("The body must be an object { ... } or a list of 1 to " + most + " objects.");
        }
        List<JsonBody> each = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            each.add(new JsonBody(array.getJsonObject(i), "[" + i + "]."));
        }
        return new OneOrMany(each, false);
    }

    /** The body of a request whose body was taken in. */
    public static JsonBody of(RoutingContext routing) {
        if (value(routing) instanceof JsonObject json) {
            return new JsonBody(json);
        }
        throw Problems.badRequest("The body is JSON, but not an object { ... }.");
    }

    private static Object value(RoutingContext routing) {
        Buffer buffer = routing.body().buffer();
        if (buffer == null || buffer.length() == 0) {
            throw Problems.badRequest("A JSON object is expected as body, and there is none.");
        }
        String type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
            throw Problems.wrongMediaType("application/json");
        }
        try {
            Object value = Json.decodeValue(buffer);
            return value == null ? "" : value;
        } catch (DecodeException e) {
            throw Problems.badRequest("The body is not JSON. Check quotes, commas and that it is UTF-8.");
        }
    }

    /** A text of 1 to {@code longest} characters; empty text stands in where it is missing or wrong. */
    public String text(String field, int longest) {
        return optionalText(field, longest).filter(text -> !text.isEmpty()).orElseGet(() -> {
            if (errors.stream().noneMatch(error -> error.field().equals(field))) {
                errors.add(new FieldError(field, "must be a text of 1 to " + longest + " characters"));
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
        errors.add(new FieldError(field, "must be a text of at most " + longest + " characters"));
        return Optional.empty();
    }

    /** A value that {@code parse} knows; empty only if an error was noted. */
    public <T> Optional<T> oneOf(String field, Function<String, Optional<T>> parse, List<String> codes) {
        Optional<T> value = optionalText(field, 100).flatMap(parse);
        if (value.isEmpty()) {
            errors.add(new FieldError(field, "must be one of " + String.join(", ", codes)));
        }
        return value;
    }

    /** An instant in ISO 8601; missing and null are the same. */
    public Optional<Instant> instant(String field) {
        return optionalText(field, 40).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                errors.add(new FieldError(field, "must be an instant such as 2026-11-24T08:00:00Z"));
                return Optional.empty();
            }
        });
    }

    /** A date in ISO 8601; missing and null are the same. */
    public Optional<LocalDate> date(String field) {
        return optionalText(field, 40).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                errors.add(new FieldError(field, "must be a date such as 2026-11-24"));
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
        errors.add(new FieldError(field, "must be a decimal number as text, such as \"1234.56\""));
        return Optional.empty();
    }

    /** True or false; missing and null are the same. */
    public Optional<Boolean> flag(String field) {
        asked.add(field);
        Object value = json.getValue(field);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        errors.add(new FieldError(field, "must be true or false"));
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
        errors.add(new FieldError(field,
                "must be a list of at most " + most + " texts of 1 to " + longest + " characters"));
        return List.of();
    }

    /** Notes that a field is missing, unless something else is wrong with it already. */
    public void need(String field, Optional<?> value) {
        if (value.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, "must be given"));
        }
    }

    public void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Call after the last field was read: a misspelt field is an error too. */
    public void check() {
        List<FieldError> all = allErrors();
        if (!all.isEmpty()) {
            throw Problems.invalid(all);
        }
    }

    private List<FieldError> allErrors() {
        for (String field : json.fieldNames()) {
            if (!asked.contains(field)) {
                errors.add(new FieldError(field, "is not known here"));
            }
        }
        return errors.stream().map(error -> new FieldError(place + error.field(), error.message())).toList();
    }
}
