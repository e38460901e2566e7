package com.callfloor.dialer.store;

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
    static final String BEGINNING = ChainHash.BEGINNING;

    static SealedEntry of(ResultSet row, StatementContext context) throws SQLException {
        return new SealedEntry(row.getLong("id"), Rows.instant(row, "at"), row.getLong("case_id"),
                row.getObject("number_id", Long.class), row.getString("attempt_id"), row.getString("verdict"),
                Rows.instantOrNull(row, "not_before"), row.getString("decision"));
    }

    String hash(String previous) {
        return ChainHash.of(previous, id, at, caseId, numberId, attemptId, verdict, notBefore, decision);
    }
}
