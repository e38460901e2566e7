package com.callfloor.dialer.web.json;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.dispositions.DraftBook.Draft;
import io.vertx.core.json.JsonObject;

/** A half-finished wrap-up. */
public final class DraftJson {
    private DraftJson() {}

    public static JsonObject of(AttemptId attempt, Draft draft) {
        JsonObject kept = new JsonObject(draft.json());
        return new JsonObject().put("attempt_id", attempt.toString())
                .put("disposition", kept.getString("disposition"))
                .put("note", kept.getString("note"))
                .put("details", kept.getJsonObject("details"))
                .put("saved_at", Times.text(draft.savedAt()));
    }
}
