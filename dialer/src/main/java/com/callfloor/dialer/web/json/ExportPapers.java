package com.callfloor.dialer.web.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.recordings.AccessBook.Noted;
import com.callfloor.dialer.recordings.EvidenceZip;
import com.callfloor.dialer.recordings.ExportBook.Exported;
import com.callfloor.dialer.recordings.ExportBook.Item;
import com.callfloor.dialer.recordings.RecordingCatalogue.PauseView;
import com.callfloor.dialer.staff.User;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The papers that go with exported recordings, each with the name of whoever asked for them. */
public final class ExportPapers {
    private final String id;
    private final Instant at;
    private final User by;
    private final String reason;

    public ExportPapers(String id, Instant at, User by, String reason) {
        this.id = id;
        this.at = at;
        this.by = by;
        this.reason = reason;
    }

    /** One recording in the ZIP; {@code file} and {@code hashed}: null where none is stored. */
    public record Packed(Item item, @Nullable String file, EvidenceZip.@Nullable Hashed hashed, List<PauseView> pauses,
            List<Noted> accesses) {
        public Packed {
            pauses = List.copyOf(pauses);
            accesses = List.copyOf(accesses);
        }
    }

    /** Who has it and why, in one line. */
    public String watermark() {
        return "Callfloor export " + id + ", made for " + by.name() + " (" + by.login() + ", " + by.role().code()
                + ") at "
                + Times.text(at) + ": " + reason.replaceAll("\\s+", " ");
    }

    public String manifest(List<Packed> all) {
        JsonArray recordings = new JsonArray();
        all.forEach(packed -> recordings.add(entry(packed)));
        return new JsonObject().put("export", id)
                .put("at", Times.text(at))
                .put("by",
                        new JsonObject().put("login", by.login()).put("name", by.name()).put("role", by.role().code()))
                .put("reason", reason)
                .put("recordings", recordings)
                .encodePrettily() + "\n";
    }

    private static JsonObject entry(Packed packed) {
        Item item = packed.item();
        JsonArray pauses = new JsonArray();
        packed.pauses().forEach(pause -> pauses.add(RecordingJson.pause(pause)));
        return new JsonObject().put("attempt_id", item.id().toString())
                .put("case_ref", item.caseRef())
                .put("lender", item.recorded().lender())
                .put("agent_id", item.recorded().agentId())
                .put("agent_name", item.agentName())
                .put("answered_at", Times.text(item.answeredAt()))
                .put("ended_at", Times.textOrNull(item.endedAt()))
                .put("state", item.state())
                .put("length_ms", item.length() == null ? null : item.length().toMillis())
                .put("file", packed.file())
                .put("bytes", packed.hashed() == null ? null : packed.hashed().bytes())
                .put("sha256", packed.hashed() == null ? null : packed.hashed().sha256())
                .put("chain_position", item.entry() == null ? null : item.entry().position())
                .put("chain_hash", item.entry() == null ? null : item.entry().hash())
                .put("flaws", new JsonArray(item.flaws()))
                .put("pauses", pauses);
    }

    public String manifestTable(List<Packed> all) {
        return table(csv -> {
            csv.writeRecord("attempt_id", "case_ref", "lender", "agent_id", "agent_name", "answered_at", "ended_at",
                    "state", "length_ms", "file", "bytes", "sha256", "chain_position", "chain_hash");
            for (Packed packed : all) {
                JsonObject entry = entry(packed);
                csv.writeRecord(text(entry, "attempt_id"), text(entry, "case_ref"), text(entry, "lender"),
                        text(entry, "agent_id"), text(entry, "agent_name"), text(entry, "answered_at"),
                        text(entry, "ended_at"), text(entry, "state"), text(entry, "length_ms"), text(entry, "file"),
                        text(entry, "bytes"), text(entry, "sha256"), text(entry, "chain_position"),
                        text(entry, "chain_hash"));
            }
        });
    }

    /** Who heard each of them before. */
    public String accessTable(List<Packed> all) {
        return table(csv -> {
            csv.writeRecord("attempt_id", "at", "login", "role", "kind", "reason", "address", "export", "refused");
            for (Packed packed : all) {
                for (Noted noted : packed.accesses()) {
                    JsonObject access = RecordingJson.access(noted);
                    csv.writeRecord(packed.item().id().toString(), text(access, "at"), text(access, "login"),
                            text(access, "role"), text(access, "kind"), text(access, "reason"),
                            text(access, "address"), text(access, "export"), text(access, "refused"));
                }
            }
        });
    }

    public String readme(int recordings, int missing) {
        return """
                %s

                %d recordings%s. They are stereo: the debtor is left, the agent is right. Where an agent paused the
                recording, for a payment card that was read out, both sides are silent; manifest.json says when.

                manifest.json     what is in here: call, case, lender, agent, times, length, file, SHA-256
                manifest.csv      the same as a table
                accesses.csv      who heard each recording before, and who was refused
                SHA256SUMS        the hash of every file in here

                Is each file what was exported?   sha256sum -c SHA256SUMS
                Is this what Callfloor exported?  sha256sum manifest.json
                    must be the manifest_sha256 that the floor's books give under GET /api/recordings/exports/%s
                Is each recording what was taken in when the call ended?  The export compared every SHA-256 with the one that
                    was written then, and is refused if one differs. chain_position and chain_hash in the manifest name the entry that was
                    written then in the floor's chain over all recordings: bin/floor recordings verify proves that chain.
                """
                .formatted(watermark(), recordings,
                        missing == 0 ? "" : ", of which " + missing + " are not stored (see state in the manifest)",
                        id);
    }

    /** What was exported, as the books have it. */
    public static JsonObject exported(Exported export) {
        return new JsonObject().put("id", export.id())
                .put("at", Times.text(export.at()))
                .put("login", export.login())
                .put("role", export.role())
                .put("reason", export.reason())
                .put("recordings", export.recordings())
                .put("manifest_sha256", export.manifestSha256())
                .put("manifest", new JsonObject(export.manifest()));
    }

    private interface Rows {
        void write(CsvWriter csv) throws IOException;
    }

    private static String table(Rows rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.write(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet takes what begins with one of these for a formula. */
    private static String text(JsonObject row, String field) {
        Object value = row.getValue(field);
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
