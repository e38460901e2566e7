package com.callfloor.recorder.remote;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads required fields and names the one that is wrong. */
final class Fields {
    private Fields() {}

    static String text(JsonNode json, String name) throws IOException {
        JsonNode field = json.path(name);
        if (!field.isTextual() || field.textValue().isBlank()) {
            throw wrong(name, "a text", field);
        }
        return field.textValue();
    }

    static Instant instant(JsonNode json, String name) throws IOException {
        try {
            return Instant.parse(json.path(name).asText());
        } catch (DateTimeException e) {
            throw wrong(name, "an instant such as 2026-11-23T08:00:00Z", json.path(name));
        }
    }

    static UUID uuid(JsonNode json, String name) throws IOException {
        try {
            return UUID.fromString(json.path(name).asText());
        } catch (IllegalArgumentException e) {
            throw wrong(name, "a UUID", json.path(name));
        }
    }

    static long number(JsonNode json, String name) throws IOException {
        JsonNode field = json.path(name);
        if (!field.isIntegralNumber() || field.longValue() < 0) {
            throw wrong(name, "a whole number, 0 or more", field);
        }
        return field.longValue();
    }

    static double decimal(JsonNode json, String name) throws IOException {
        JsonNode field = json.path(name);
        if (!field.isNumber()) {
            throw wrong(name, "a number", field);
        }
        return field.doubleValue();
    }

    static Duration micros(JsonNode json, String name) throws IOException {
        return Duration.of(number(json, name), ChronoUnit.MICROS);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static IOException wrong(String name, String wanted, JsonNode found) {
        return new IOException("the field " + name + " must be " + wanted + ", found "
                + (found.isMissingNode() ? "nothing" : found));
    }
}
