package com.callfloor.dialer.web.json;

import java.util.List;

import com.callfloor.dialer.recordings.AccessBook.Noted;
import com.callfloor.dialer.recordings.RecordingCatalogue.PauseView;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Recordings. Where they lie is nobody's business outside. */
public final class RecordingJson {
    private RecordingJson() {}

    /** One recording with what was kept out of it. */
    public static JsonObject whole(RecordingView recording, List<PauseView> pauses) {
        JsonArray list = new JsonArray();
        pauses.forEach(pause -> list.add(pause(pause)));
        return view(recording).put("pauses", list);
    }

    static JsonObject pause(PauseView pause) {
        return new JsonObject().put("from", Times.text(pause.from()))
                .put("to", Times.textOrNull(pause.to()))
                .put("agent_name", pause.agentName())
                .put("ended", pause.ended());
    }

    public static JsonObject access(Noted access) {
        return new JsonObject().put("id", access.id())
                .put("at", Times.text(access.at()))
                .put("login", access.login())
                .put("role", access.role())
                .put("kind", access.kind())
                .put("reason", access.reason())
                .put("address", access.address())
                .put("export", access.exportId())
                .put("from_byte", access.fromByte())
                .put("to_byte", access.toByte())
                .put("refused", access.refused());
    }

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
