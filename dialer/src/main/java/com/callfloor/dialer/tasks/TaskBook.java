package com.callfloor.dialer.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseId;

/** The tasks that are kept. Every method blocks on the database. */
public interface TaskBook {
    /**
     * The tasks that fit, those due first in front.
     *
     * @param after the place of the last one that the asker has
     */
    List<Task> page(Filter filter, Optional<Place> after, int limit);

    Optional<Task> byId(long id);

    /**
     * Says that an open task is done. A case whose calls waited for it is due again, unless something else keeps it.
     *
     * @param by sign-in of who did it
     * @return empty if there is no open task of this id
     */
    Optional<Task> done(long id, String by, String note, Instant at);

    /** What is asked for; empty parts do not narrow it. {@code agent}: this agent's own only. */
    record Filter(Optional<TaskState> state, Optional<TaskKind> kind, Optional<Instant> dueBefore,
            Optional<CaseId> caseId, Optional<AgentId> agent) {}

    /** Where a page ended. */
    record Place(Instant dueAt, long id) {
        public static Place of(Task task) {
            return new Place(task.dueAt(), task.id());
        }
    }
}
