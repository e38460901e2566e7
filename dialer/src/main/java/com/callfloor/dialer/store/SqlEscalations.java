package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.strategy.Escalations;
import com.callfloor.dialer.strategy.Step;
import com.callfloor.dialer.tasks.TaskKind;
import org.jdbi.v3.core.Jdbi;

/** Steps of the ladder as tasks; those that the floor takes by itself, such as calls, are none. */
public final class SqlEscalations implements Escalations {
    private static final String ADD = """
            INSERT INTO tasks (case_id, kind, due_at, created_at)
            SELECT c.id, :kind, :due, :at FROM cases c
            WHERE c.id = :case AND c.state = 'open' AND NOT EXISTS (
                SELECT 1 FROM tasks t
                WHERE t.case_id = :case AND t.kind = :kind AND t.due_at = :due)""";

    private final Jdbi jdbi;
    private final FollowUpPlan plan;
    private final Clock clock;

    public SqlEscalations(Database database, FollowUpPlan plan) {
        this.jdbi = database.jdbi();
        this.plan = plan;
        this.clock = database.clock();
    }

    /** The case is locked, so that of several nodes only one adds the task. */
    @Override
    public void due(CaseId id, Step step, LocalDate date) {
        taskOf(step).ifPresent(kind -> GivingWay.inTransaction(jdbi, handle -> {
            CasePlan.lock(handle, id.value());
            return handle.createUpdate(ADD)
                    .bind("case", id.value())
                    .bind("kind", kind.code())
                    .bind("due", plan.startOf(date))
                    .bind("at", clock.instant())
                    .execute();
        }));
    }

    private static Optional<TaskKind> taskOf(Step step) {
        return switch (step) {
            case SMS, CALL -> Optional.empty();
            case LETTER -> Optional.of(TaskKind.LETTER);
            case VISIT -> Optional.of(TaskKind.VISIT);
            case COURT -> Optional.of(TaskKind.COURT);
        };
    }
}
