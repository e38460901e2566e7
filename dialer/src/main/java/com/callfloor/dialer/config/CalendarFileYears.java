package com.callfloor.dialer.config;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.rules.calendar.CalendarYear;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The years of a calendar's file, read key by key, so that each error names the line of its day.
 */
final class CalendarFileYears extends StdDeserializer<List<CalendarYear>> {
    private static final long serialVersionUID = 1L;

    CalendarFileYears() {
        super(List.class);
    }

    @Override
    public List<CalendarYear> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        List<CalendarYear> years = new ArrayList<>();
        Keys keys = new Keys(parser, "years");
        while (keys.next()) {
            years.add(year(parser, keys));
        }
        return years;
    }

    private static CalendarYear year(JsonParser parser, Keys years) throws IOException {
        int year;
        try {
            year = Integer.parseInt(years.key());
        } catch (NumberFormatException e) {
            throw problem(parser, years.place(), "'" + years.key() + "' is no year; write it like 2026");
        }
        Boolean published = null;
        Map<LocalDate, String> holidays = null;
        Map<LocalDate, String> makeUpWorkdays = Map.of();
        Keys keys = new Keys(parser, years.key());
        while (keys.next()) {
            switch (keys.key()) {
                case "published" -> published = yesOrNo(parser);
                case "holidays" -> holidays = days(parser, keys.key());
                case "make_up_workdays" -> makeUpWorkdays = days(parser, keys.key());
                default -> throw problem(parser, keys.place(), "unknown key '" + keys.key()
                        + "'; known here: [published, holidays, make_up_workdays]");
            }
        }
        try {
            return new CalendarYear(year, present(parser, years, "published", published),
                    present(parser, years, "holidays", holidays), makeUpWorkdays);
        } catch (IllegalArgumentException e) {
            throw problem(parser, years.place(), e.getMessage());
        }
    }

    private static <T> T present(JsonParser parser, Keys years, String key, @Nullable T value)
            throws JsonMappingException {
        if (value == null) {
            throw problem(parser, years.place(), years.key() + "." + key + ": this key is missing");
        }
        return value;
    }

    private static boolean yesOrNo(JsonParser parser) throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw problem(parser, parser.currentTokenLocation(),
                    "published is true or false, not '" + parser.getText() + "'");
        }
        return parser.getBooleanValue();
    }

    private static Map<LocalDate, String> days(JsonParser parser, String list) throws IOException {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        Keys keys = new Keys(parser, list);
        while (keys.next()) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw problem(parser, keys.place(), keys.key() + " needs a name, such as " + keys.key() + ": New Year");
            }
            try {
                days.put(LocalDate.parse(keys.key()), parser.getText());
            } catch (DateTimeParseException e) {
                throw problem(parser, keys.place(), "'" + keys.key() + "' is no date; write it like 2026-01-31");
            }
        }
        return days;
    }

    private static JsonMappingException problem(JsonParser parser, JsonLocation place, @Nullable String message) {
        return new JsonMappingException(parser, message, place);
    }

    /** Goes through a mapping: after {@link #next()} the parser stands at the value of {@link #key()}. */
    private static final class Keys {
        private final JsonParser parser;
        private JsonLocation place;
        private String key;

        Keys(JsonParser parser, String name) throws IOException {
            this.parser = parser;
            key = name;
            place = parser.currentTokenLocation();
            if (!parser.isExpectedStartObjectToken()) {
                throw problem(parser, place, name + " must be a list of `key: value`, one a line");
            }
        }

        boolean next() throws IOException {
            if (parser.nextToken() != JsonToken.FIELD_NAME) {
                return false;
            }
            key = parser.currentName();
            place = parser.currentTokenLocation();
            parser.nextToken();
            return true;
        }

        String key() {
            return key;
        }

        JsonLocation place() {
            return place;
        }
    }
}
