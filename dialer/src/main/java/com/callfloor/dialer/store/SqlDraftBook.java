package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.dispositions.DraftBook;
import org.jdbi.v3.core.Jdbi;

/** Half-finished wrap-ups in the database. */
public final class SqlDraftBook implements DraftBook {
    /** The attempt's own disposition, or what an agent says who gave the debtor to another. */
    private static final String AWAITED = """
             (a.disposition IS NULL OR EXISTS (
                SELECT 1 FROM call_transfers t WHERE t.attempt_id = a.id AND t.from_agent = :agent AND t.taken
                    AND t.from_disposition IS NULL))
            """;
    private static final String SAVE = """
            INSERT INTO wrap_up_drafts (attempt_id, agent_id, draft, saved_at)
            SELECT a.id, :agent, :draft, :at FROM attempts a WHERE a.id = :attempt AND""" + AWAITED + """
            ON DUPLICATE KEY UPDATE draft = VALUES(draft), saved_at = VALUES(saved_at)""";
    private static final String UNDISPOSED = "SELECT COUNT(*) FROM attempts a WHERE a.id = :attempt AND" + AWAITED;
    private static final String READ = """
            SELECT draft, saved_at FROM wrap_up_drafts WHERE attempt_id = :attempt AND agent_id = :agent""";

    private final Jdbi jdbi;

    public SqlDraftBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean save(AttemptId attempt, AgentId agent, String json, Instant at) {
        return GivingWay.inTransaction(jdbi, handle -> {
            handle.createUpdate(SAVE)
                    .bind("attempt", attempt)
                    .bind("agent", agent.value())
                    .bind("draft", json)
                    .bind("at", at)
                    .execute();
            // Not by the count of the insert: the same draft saved again changes no row.
            return handle.createQuery(UNDISPOSED)
                    .bind("attempt", attempt)
                    .bind("agent", agent.value())
                    .mapTo(Integer.class)
                    .one() == 1;
        });
    }

    @Override
    public Optional<Draft> of(AttemptId attempt, AgentId agent) {
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .bind("attempt", attempt)
                .bind("agent", agent.value())
                .map((row, context) -> new Draft(row.getString("draft"), Rows.instant(row, "saved_at")))
                .findOne());
    }
}
