package com.callfloor.dialer.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML strictly: what is unknown, missing, there twice or of the wrong kind is an error with its place. */
final class YamlFile {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");

    private final ObjectMapper mapper;

    YamlFile() {
        this(true);
    }

    private YamlFile(boolean everyKey) {
        mapper = new ObjectMapper(new YAMLFactory())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
                .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, everyKey)
                .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, everyKey)
                .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true)
                .registerModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()));
    }

    /** Demands only the keys that are marked as required. */
    static YamlFile withOptionalKeys() {
        return new YamlFile(false);
    }

    JsonNode tree(Path file) throws ConfigProblem {
        try {
            return mapper.readTree(ConfigFolder.text(file));
        } catch (JsonProcessingException e) {
            throw problem(Words.same(file.toString()), e);
        }
    }

    /** Reads the file itself, so that errors can name its line. */
    <T> T read(Path file, Class<T> type) throws ConfigProblem {
        return parse(file.toString(), ConfigFolder.text(file), type);
    }

    /** Reads a text that {@code where} names in errors. */
    <T> T parse(String where, String text, Class<T> type) throws ConfigProblem {
        return parse(Words.same(where), text, type);
    }

    <T> T parse(Words where, String text, Class<T> type) throws ConfigProblem {
        try {
            return mapper.readValue(text, type);
        } catch (UnrecognizedPropertyException e) {
            throw problem(where.then(line(text, e.getPropertyName(), e)), words(e), e);
        } catch (JsonMappingException e) {
            throw missing(where, text, e);
        } catch (JsonProcessingException e) {
            throw problem(where, e);
        }
    }

    <T> T read(Path file, JsonNode overridden, Class<T> type) throws ConfigProblem {
        try {
            return mapper.treeToValue(overridden, type);
        } catch (JsonProcessingException e) {
            throw new ConfigProblem(
                    file + ", with the overrides from FLOOR_* environment variables: " + words(e).en(), e);
        }
    }

    /** A key that is misspelt is first seen as one that is missing. */
    private ConfigProblem missing(Words where, String text, JsonMappingException e) {
        if (!e.getOriginalMessage().startsWith("Missing ") || e.getPath().isEmpty()) {
            return problem(where, e);
        }
        JsonNode object;
        try {
            object = mapper.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return problem(where, e);
        }
        for (var step : e.getPath().subList(0, e.getPath().size() - 1)) {
            object = step.getFieldName() == null ? object.path(step.getIndex()) : object.path(step.getFieldName());
        }
        List<String> present = new ArrayList<>();
        object.fieldNames().forEachRemaining(present::add);
        String key = e.getPath().getLast().getFieldName();
        Optional<String> slip = key == null ? Optional.empty() : Nearest.slip(key, present);
        return slip.map(wrong -> problem(where.then(line(text, wrong, e)),
                Words.of("unknown key '%s'; did you mean '%s'?", "不认识的键“%s”；是否应为“%s”？", wrong, key), e))
                .orElseGet(() -> problem(where, e));
    }

    /** The parser has often read on to the end of the object by the time that it complains of a key. */
    private static Words line(String text, String key, JsonProcessingException e) {
        List<String> lines = text.lines().toList();
        int last = e.getLocation() == null ? lines.size() : e.getLocation().getLineNr();
        for (int i = Math.min(last, lines.size()); i > 0; i--) {
            if (lines.get(i - 1).matches(".*\\b" + Pattern.quote(key) + "[\"']?\\s*:.*")) {
                return line(i);
            }
        }
        return line(last);
    }

    private static ConfigProblem problem(Words where, JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return problem(where.then(line(place == null ? 0 : place.getLineNr())), words(e), e);
    }

    private static ConfigProblem problem(Words place, Words what, JsonProcessingException e) {
        return new ConfigProblem(Words.of("%s: %s", "%s：%s", place, what), e);
    }

    /** Behind the file's name; nothing below 1. */
    static Words line(int number) {
        return number < 1 ? Words.NOTHING : Words.of(", line %d", "，第 %d 行", number);
    }

    /** Behind the line. */
    static Words path(String path) {
        return Words.of(", %s", "，%s", path);
    }

    private static Words words(JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Words.of("unknown key '%s'; known here: %s%s", "不认识的键“%s”；此处可用：%s%s",
                    unknown.getPropertyName(), unknown.getKnownPropertyIds(),
                    Nearest.hintWords(unknown.getPropertyName(),
                            unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
        }
        if (e.getOriginalMessage().startsWith("Missing ")) {
            return Words.of("%s: this key is missing", "%s：缺少这个键", path);
        }
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        if (twice.matches()) {
            return at(path,
                    Words.of("%s stands here twice; remove one of the two", "%s 在此处出现两次；请删除其一", twice.group(1)));
        }
        Throwable cause = e.getCause();
        Words why = cause instanceof IllegalArgumentException refused
                ? Objection.of(refused)
                : Words.same(e.getOriginalMessage());
        return at(path, why);
    }

    private static Words at(String path, Words what) {
        return path.isEmpty() ? what : Words.of("%s: %s", "%s：%s", path, what);
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static final class DurationReader extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Durations.parse(parser.getText());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, e.getMessage(), e);
            }
        }
    }
}
