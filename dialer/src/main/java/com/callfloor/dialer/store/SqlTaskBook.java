package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskBook;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.tasks.TaskState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tasks in the database. */
public final class SqlTaskBook implements TaskBook {
    private static final String TASKS = """
            SELECT t.id, t.case_id, c.ref AS case_ref, t.kind, t.state, t.due_at, t.agent_id, t.attempt_id, t.channel,
                   t.text, t.text_zh, t.created_at, t.closed_at, t.closed_by, t.closing_note, t.closing_note_zh
            FROM tasks t JOIN cases c ON c.id = t.case_id
            """;
    private static final String DONE = """
            UPDATE tasks SET state = 'done', closed_at = :at, closed_by = :by, closing_note = :note
            WHERE id = :id AND state = 'open'""";

    private final Jdbi jdbi;

    public SqlTaskBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Task> page(Filter filter, Optional<Place> after, int limit) {
        List<String> conditions = new ArrayList<>();
        filter.state().ifPresent(state -> conditions.add("t.state = :state"));
        filter.kind().ifPresent(kind -> conditions.add("t.kind = :kind"));
        filter.dueBefore().ifPresent(before -> conditions.add("t.due_at < :before"));
        filter.caseId().ifPresent(id -> conditions.add("t.case_id = :case"));
        filter.agent().ifPresent(agent -> conditions.add("t.agent_id = :agent"));
        after.ifPresent(place -> conditions.add("(t.due_at > :due OR (t.due_at = :due AND t.id > :id))"));
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(TASKS + where + " ORDER BY t.due_at, t.id LIMIT :limit")
                    .bind("limit", limit);
            filter.state().ifPresent(state -> query.bind("state", state.code()));
            filter.kind().ifPresent(kind -> query.bind("kind", kind.code()));
            filter.dueBefore().ifPresent(before -> query.bind("before", before));
            filter.caseId().ifPresent(id -> query.bind("case", id.value()));
            filter.agent().ifPresent(agent -> query.bind("agent", agent.value()));
            after.ifPresent(place -> query.bind("due", place.dueAt()).bind("id", place.id()));
            return query.map(SqlTaskBook::task).list();
        });
    }

    @Override
    public Optional<Task> byId(long id) {
        return jdbi.withHandle(handle -> byId(handle, id));
    }

    private static Optional<Task> byId(Handle handle, long id) {
        return handle.createQuery(TASKS + "WHERE t.id = :id").bind("id", id).map(SqlTaskBook::task).findOne();
    }

    @Override
    public Optional<Task> done(long id, String by, String note, Instant at) {
        return GivingWay.inTransaction(jdbi, handle -> {
            Optional<Task> open = byId(handle, id).filter(task -> task.state() == TaskState.OPEN);
            if (open.isEmpty()) {
                return Optional.empty();
            }
            CasePlan.lock(handle, open.get().caseId().value());
            int done = handle.createUpdate(DONE)
                    .bind("id", id)
                    .bind("at", at)
                    .bind("by", by)
                    .bind("note", note)
                    .execute();
            if (done == 0) {
                return Optional.empty();
            }
            if (open.get().kind().callsWait()) {
                CasePlan.release(handle, open.get().caseId().value(), at);
            } else if (open.get().kind() == TaskKind.CALL_BACK) {
                CasePlan.dropReservation(handle, open.get().caseId().value());
            }
            return byId(handle, id);
        });
    }

    private static Task task(ResultSet row, StatementContext context) throws SQLException {
        return new Task(row.getLong("id"), new CaseId(row.getLong("case_id")), row.getString("case_ref"),
                Rows.constant(TaskKind.class, row.getString("kind")),
                Rows.constant(TaskState.class, row.getString("state")), Rows.instant(row, "due_at"),
                Optional.ofNullable(row.getObject("agent_id", Long.class)).map(AgentId::new),
                Optional.ofNullable(row.getString("attempt_id")).map(SqlTypes::attempt),
                Optional.ofNullable(row.getString("channel")), Optional.ofNullable(WordColumns.of(row, "text")),
                Rows.instant(row, "created_at"), Optional.ofNullable(Rows.instantOrNull(row, "closed_at")),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(WordColumns.of(row, "closing_note")));
    }
}
