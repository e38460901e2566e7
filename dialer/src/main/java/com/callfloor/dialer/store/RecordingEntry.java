package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the chain of recordings says of one: that it was stored, or deleted. The chain holds all of it itself, so that it
 * still tells what was there when a row is gone.
 *
 * @param sha256 of the recording itself, whatever it is encrypted with
 * @param why of a deletion, as {@code rule} and {@code by}
 */
record RecordingEntry(Kind kind, String attemptId, String objectKey, String sha256, long bytes, Instant at,
        @Nullable String why, @Nullable String rule, @Nullable String by) {
    static final String COLUMNS = """
            c.seq, c.kind, c.attempt_id, c.object_key, c.sha256, c.bytes, c.at, c.why, c.rule_name, c.done_by, c.hash""";

    enum Kind {
        STORED, DELETED
    }

    RecordingEntry {
        at = SqlTypes.micros(at);
    }

    static RecordingEntry stored(String attemptId, String objectKey, String sha256, long bytes, Instant at) {
        return new RecordingEntry(Kind.STORED, attemptId, objectKey, sha256, bytes, at, null, null, null);
    }

    static RecordingEntry of(ResultSet row) throws SQLException {
        return new RecordingEntry(Rows.constant(Kind.class, row.getString("kind")), row.getString("attempt_id"),
                row.getString("object_key"), row.getString("sha256"), row.getLong("bytes"), Rows.instant(row, "at"),
                row.getString("why"), row.getString("rule_name"), row.getString("done_by"));
    }

    String hash(String previous, long seq) {
        return ChainHash.of(previous, seq, Rows.code(kind), attemptId, objectKey, sha256, bytes, at, why, rule, by);
    }
}
