package com.callfloor.dialer.web.json;

import com.callfloor.dialer.recordings.RecordingHolds.Hold;
import io.vertx.core.json.JsonObject;

/** Holds on recordings. */
public final class HoldJson {
    private HoldJson() {}

    public static JsonObject hold(Hold hold) {
        return new JsonObject().put("id", hold.id())
                .put("case_id", hold.caseId() == null ? null : hold.caseId().value())
                .put("recording_id", hold.recording() == null ? null : hold.recording().toString())
                .put("reason", hold.reason())
                .put("placed_at", Times.text(hold.placedAt()))
                .put("placed_by", hold.placedBy())
                .put("lifted_at", hold.liftedAt() == null ? null : Times.text(hold.liftedAt()))
                .put("lifted_by", hold.liftedBy())
                .put("lifted_why", hold.liftedWhy());
    }
}
