package com.callfloor.recorder.remote;

import java.io.IOException;
import java.util.List;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.StoredRecording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the recorder and the dialer say to each other. Both ends use it, so that they cannot drift apart. Times are ISO
 * 8601 instants, durations microseconds. Thread-safe. Reading throws {@link IOException} that names the faulty field.
 */
public final class RecorderJson {
    private final ObjectMapper mapper = new ObjectMapper();

    /** The body of {@code GET /api/recorder/awaiting}. */
    public String writeAwaiting(List<ExpectedRecording> awaiting) {
        ArrayNode list = mapper.createArrayNode();
        awaiting.forEach(expected -> list.add(expected(expected)));
        return list.toString();
    }

    /** The calls in the body of {@code GET /api/recorder/awaiting}, each to be read by {@link #readExpected}. */
    List<JsonNode> readAwaiting(String body) throws IOException {
        JsonNode list = mapper.readTree(body);
        if (!list.isArray()) {
            throw new IOException("the dialer's list of awaited recordings is not a JSON list");
        }
        return list.valueStream().toList();
    }

    ExpectedRecording readExpected(JsonNode json) throws IOException {
        return ExpectedJson.read(json);
    }

    /** The body of {@code GET /api/recorder/recordings/{attemptId}}. */
    public String writeState(RecordingState state) {
        ObjectNode json = mapper.createObjectNode();
        switch (state) {
            case RecordingState.Unknown() -> json.put("state", "unknown");
            case RecordingState.Due(ExpectedRecording expected) ->
                json.put("state", "due").set("expected", expected(expected));
            case RecordingState.Kept(StoredRecording recording) ->
                json.put("state", "kept").set("recording", stored(recording));
        }
        return json.toString();
    }

    RecordingState readState(String body) throws IOException {
        JsonNode json = mapper.readTree(body);
        return switch (Fields.text(json, "state")) {
            case "unknown" -> new RecordingState.Unknown();
            case "due" -> new RecordingState.Due(ExpectedJson.read(json.path("expected")));
            case "kept" -> new RecordingState.Kept(StoredJson.read(json.path("recording")));
            default -> throw new IOException("the state of a recording is unknown, due or kept, not "
                    + Fields.text(json, "state"));
        };
    }

    /** The body of the answer 201 to {@code PUT /api/recorder/recordings/{attemptId}}. */
    public String writeStored(StoredRecording recording) {
        return stored(recording).toString();
    }

    StoredRecording readStored(String body) throws IOException {
        return StoredJson.read(mapper.readTree(body));
    }

    /** The body of {@code POST /api/recorder/recordings/{attemptId}/missing}. */
    String writeMissing(String why) {
        return mapper.createObjectNode().put("why", why).toString();
    }

    /** The reason in the body of {@code POST /api/recorder/recordings/{attemptId}/missing}. */
    public String readMissing(String body) throws IOException {
        return Fields.text(mapper.readTree(body), "why");
    }

    private ObjectNode expected(ExpectedRecording expected) {
        return ExpectedJson.write(expected, mapper.createObjectNode());
    }

    private ObjectNode stored(StoredRecording recording) {
        return StoredJson.write(recording, mapper.createObjectNode());
    }
}
