package com.callfloor.dialer.web.json;

import com.callfloor.dialer.quality.speech.Hit;
import com.callfloor.dialer.quality.speech.Segment;
import com.callfloor.dialer.quality.speech.Transcript;
import com.callfloor.dialer.quality.speech.TranscriptBook.Spotted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Transcripts, and the phrases in them. */
public final class SpeechJson {
    private SpeechJson() {}

    public static JsonObject transcript(Transcript transcript) {
        JsonArray segments = new JsonArray();
        for (Segment segment : transcript.segments()) {
            segments.add(new JsonObject().put("side", segment.side().code())
                    .put("from_ms", segment.fromMs())
                    .put("to_ms", segment.toMs())
                    .put("text", segment.text()));
        }
        return new JsonObject().put("recording", transcript.call().toString())
                .put("language", transcript.language().tag())
                .put("source", transcript.source())
                .put("made_at", Times.text(transcript.at()))
                .put("segments", segments);
    }

    public static JsonObject spotted(Spotted spotted) {
        JsonArray hits = new JsonArray();
        spotted.hits().stream().map(SpeechJson::hit).forEach(hits::add);
        return new JsonObject().put("language", spotted.language().tag())
                .put("version", spotted.phrases().orElse(null))
                .put("hits", hits);
    }

    private static JsonObject hit(Hit hit) {
        JsonObject json = new JsonObject().put("rule", hit.rule()).put("about", hit.about());
        return switch (hit) {
            case Hit.ForbiddenSaid said -> json.put("kind", "forbidden")
                    .put("at_ms", said.fromMs())
                    .put("to_ms", said.toMs())
                    .put("said", said.said());
            case Hit.RequiredSaid said -> json.put("kind", "said")
                    .put("at_ms", said.fromMs())
                    .put("to_ms", said.toMs())
                    .put("said", said.said());
            case Hit.RequiredMissing missing -> json.put("kind", "missing")
                    .put("at_ms", null)
                    .put("to_ms", null)
                    .put("said", null);
        };
    }
}
