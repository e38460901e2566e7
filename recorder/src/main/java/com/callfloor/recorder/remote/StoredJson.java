package com.callfloor.recorder.remote;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A {@link StoredRecording} in JSON. */
final class StoredJson {
    private StoredJson() {}

    static ObjectNode write(StoredRecording recording, ObjectNode json) {
        json.put("attempt_id", recording.attemptId().toString())
                .put("case_id", recording.caseId())
                .put("key", recording.key().value())
                .put("format", recording.format().code())
                .put("sha256", recording.sha256())
                .put("pcm_sha256", recording.pcmSha256())
                .put("bytes", recording.bytes())
                .put("duration_us", Fields.micros(recording.duration()))
                .put("stored_at", recording.storedAt().toString())
                .put("verified", recording.verified());
        write(recording.levels().debtor(), json.putObject("debtor"));
        write(recording.levels().agent(), json.putObject("agent"));
        ArrayNode flaws = json.putArray("flaws");
        recording.flaws().forEach(flaw -> flaws.add(flaw.name()));
        return json;
    }

    static StoredRecording read(JsonNode json) throws IOException {
        try {
            return new StoredRecording(Fields.uuid(json, "attempt_id"), Fields.text(json, "case_id"),
                    new VaultKey(Fields.text(json, "key")), format(json), Fields.text(json, "sha256"),
                    json.path("pcm_sha256").textValue(), Fields.number(json, "bytes"),
                    Fields.micros(json, "duration_us"),
                    new Levels(side(json.path("debtor")), side(json.path("agent"))), flaws(json.path("flaws")),
                    Fields.instant(json, "stored_at"));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void write(SideLevels levels, ObjectNode json) {
        json.put("rms_dbfs", levels.rmsDbfs())
                .put("peak_dbfs", levels.peakDbfs())
                .put("leading_silence_us", Fields.micros(levels.leadingSilence()))
                .put("silent", levels.silent());
    }

    private static SideLevels side(JsonNode json) throws IOException {
        return new SideLevels(Fields.decimal(json, "rms_dbfs"), Fields.decimal(json, "peak_dbfs"),
                Fields.micros(json, "leading_silence_us"), json.path("silent").booleanValue());
    }

    private static RecordingFormat format(JsonNode json) throws IOException {
        String code = Fields.text(json, "format");
        return RecordingFormat.of(code)
                .orElseThrow(() -> new IOException(
                        "the field format must be opus, flac or wav, found " + code));
    }

    private static Set<Flaw> flaws(JsonNode json) {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        json.forEach(flaw -> flaws.add(Flaw.valueOf(flaw.asText())));
        return flaws;
    }
}
