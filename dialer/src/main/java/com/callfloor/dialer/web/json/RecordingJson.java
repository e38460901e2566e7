package com.callfloor.dialer.web.json;

import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Recordings. Where they lie is nobody's business outside. */
public final class RecordingJson {
    private RecordingJson() {}

    public static JsonObject view(RecordingView recording) {
        boolean stored = recording.state().equals("stored");
        return new JsonObject().put("id", recording.id().toString())
                .put("case_id", recording.caseId().value())
                .put("case_ref", recording.caseRef())
                .put("agent_name", recording.agentName())
                .put("answered_at", Times.text(recording.answeredAt()))
                .put("state", recording.state())
                .put("length_ms", recording.length() == null ? null : recording.length().toMillis())
                .put("bytes", recording.bytes())
                .put("sha256", recording.sha256())
                .put("format", recording.format())
                .put("flaws", new JsonArray(recording.flaws()))
                .put("outcome", recording.outcome())
                .put("disposition", recording.disposition())
                .put("audio", stored ? "/api/recordings/" + recording.id() + "/audio" : null)
                .put("waveform", stored ? "/api/recordings/" + recording.id() + "/waveform" : null);
    }
}
