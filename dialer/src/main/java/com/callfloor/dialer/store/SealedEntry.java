package com.callfloor.dialer.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A decision as it goes into the chain: every column, so that none can be changed unseen. */
record SealedEntry(long id, Instant at, long caseId, @Nullable Long numberId, @Nullable String attemptId,
        String verdict, @Nullable Instant notBefore, String decision) {
    static final String COLUMNS = """
            d.id, d.at, d.case_id, d.number_id, d.attempt_id, d.verdict, d.not_before, d.decision""";
    /** What the first entry stands on. */
    static final String BEGINNING = "0".repeat(64);

    static SealedEntry of(ResultSet row, StatementContext context) throws SQLException {
        return new SealedEntry(row.getLong("id"), Rows.instant(row, "at"), row.getLong("case_id"),
                row.getObject("number_id", Long.class), row.getString("attempt_id"), row.getString("verdict"),
                Rows.instantOrNull(row, "not_before"), row.getString("decision"));
    }

    /** Each part with its length before it: no two rows can run together into the same bytes. */
    String hash(String previous) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Object part : new @Nullable Object[]{previous, id, at, caseId, numberId, attemptId, verdict,
                    notBefore, decision}) {
                if (part == null) {
                    out.writeInt(-1);
                } else {
                    byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hash.of(bytes.toByteArray());
    }
}
