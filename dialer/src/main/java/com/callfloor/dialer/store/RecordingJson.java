package com.callfloor.dialer.store;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.SideLevels;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a recording's check found, as it stands in two text columns. */
final class RecordingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordingJson() {}

    static String flaws(Collection<Flaw> flaws) {
        var array = JsonNodeFactory.instance.arrayNode();
        flaws.forEach(flaw -> array.add(flaw.name().toLowerCase(Locale.ROOT)));
        return array.toString();
    }

    static List<String> flawNames(@Nullable String json) {
        return json == null
                ? List.of()
                : StreamSupport.stream(read(json).spliterator(), false).map(JsonNode::asText).toList();
    }

    static Set<Flaw> flawSet(@Nullable String json) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        flawNames(json).forEach(name -> flaws.add(Rows.constant(Flaw.class, name)));
        return flaws;
    }

    static String levels(Levels levels) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("debtor", side(levels.debtor()));
        json.set("agent", side(levels.agent()));
        return json.toString();
    }

    static Levels levels(String json) {
        JsonNode node = read(json);
        return new Levels(side(node.path("debtor")), side(node.path("agent")));
    }

    private static ObjectNode side(SideLevels side) {
        return JsonNodeFactory.instance.objectNode()
                .put("rms_dbfs", side.rmsDbfs())
                .put("peak_dbfs", side.peakDbfs())
                .put("leading_silence_ms", side.leadingSilence().toMillis())
                .put("silent", side.silent());
    }

    private static SideLevels side(JsonNode node) {
        return new SideLevels(node.path("rms_dbfs").asDouble(), node.path("peak_dbfs").asDouble(),
                Duration.ofMillis(node.path("leading_silence_ms").asLong()), node.path("silent").asBoolean());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recording's row holds text that is not JSON", e);
        }
    }
}
