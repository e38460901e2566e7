package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the chain of recordings says of one: that it was stored, or deleted. The chain holds all of it itself, so that it
 * still tells what was there when a row is gone.
 *
 * @param why of a deletion, as {@code rule} and {@code by}
 */
record RecordingEntry(Kind kind, String attemptId, Kept kept, Instant at, @Nullable String why, @Nullable String rule,
        @Nullable String by) {
    static final String COLUMNS = """
            c.seq, c.kind, c.attempt_id, c.object_key, c.format, c.sha256, c.pcm_sha256, c.bytes, c.frames, c.at, c.why,
            c.rule_name, c.done_by, c.hash""";

    enum Kind {
        STORED, DELETED
    }

    /**
     * What is kept, or was. The chain's table and that of the recordings name these columns alike.
     *
     * @param sha256 of the recording itself, whatever it is encrypted with
     * @param pcmSha256 of its frames; null, as {@code format} and {@code frames}, where it was not noted once
     */
    record Kept(String objectKey, @Nullable String format, String sha256, @Nullable String pcmSha256, long bytes,
            @Nullable Long frames) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getString("object_key"), row.getString("format"), row.getString("sha256"),
                    row.getString("pcm_sha256"), row.getLong("bytes"), row.getObject("frames", Long.class));
        }
    }

    RecordingEntry {
        at = SqlTypes.micros(at);
    }

    static RecordingEntry stored(String attemptId, Kept kept, Instant at) {
        return new RecordingEntry(Kind.STORED, attemptId, kept, at, null, null, null);
    }

    static RecordingEntry of(ResultSet row) throws SQLException {
        return new RecordingEntry(Rows.constant(Kind.class, row.getString("kind")), row.getString("attempt_id"),
                Kept.of(row), Rows.instant(row, "at"), row.getString("why"), row.getString("rule_name"),
                row.getString("done_by"));
    }

    String hash(String previous, long seq) {
        return ChainHash.of(previous, seq, Rows.code(kind), attemptId, kept.objectKey, kept.format, kept.sha256,
                kept.pcmSha256, kept.bytes, kept.frames, at, why, rule, by);
    }
}
