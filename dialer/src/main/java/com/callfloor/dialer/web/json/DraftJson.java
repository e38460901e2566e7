package com.callfloor.dialer.web.json;

import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.dispositions.DraftBook.Draft;
import io.vertx.core.json.JsonObject;

/** A half-finished wrap-up. */
public final class DraftJson {
    private DraftJson() {}

    /** {@code draft}: empty where the agent has nothing yet. */
    public static JsonObject of(AttemptId attempt, Optional<Draft> draft) {
        JsonObject kept = draft.map(Draft::json).map(JsonObject::new).orElseGet(JsonObject::new);
        return new JsonObject().put("attempt_id", attempt.toString())
                .put("disposition", kept.getString("disposition"))
                .put("note", kept.getString("note"))
                .put("details", kept.getJsonObject("details"))
                .put("saved_at", draft.map(Draft::savedAt).map(Times::text).orElse(null));
    }
}
