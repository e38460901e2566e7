package com.callfloor.recorder.remote;

import java.io.IOException;
import java.time.Instant;

import com.callfloor.recorder.register.ExpectedRecording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An {@link ExpectedRecording} in JSON. */
final class ExpectedJson {
    private ExpectedJson() {}

    static ObjectNode write(ExpectedRecording expected, ObjectNode json) {
        json.put("attempt_id", expected.attemptId().toString())
                .put("case_id", expected.caseId())
                .put("answered_at", expected.answeredAt().toString())
                .put("ended_at", expected.endedAt().toString());
        Instant connectedAt = expected.connectedAt();
        if (connectedAt != null) {
            json.put("connected_at", connectedAt.toString());
        }
        return json;
    }

    static ExpectedRecording read(JsonNode json) throws IOException {
        try {
            return new ExpectedRecording(Fields.uuid(json, "attempt_id"), Fields.text(json, "case_id"),
                    Fields.instant(json, "answered_at"), Fields.instant(json, "ended_at"),
                    json.hasNonNull("connected_at") ? Fields.instant(json, "connected_at") : null);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
