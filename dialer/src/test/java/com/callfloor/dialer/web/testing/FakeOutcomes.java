package com.callfloor.dialer.web.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.agents.AgentDay;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.dispositions.DraftBook;
import com.callfloor.dialer.dispositions.OwnDisposition;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskBook;
import com.callfloor.dialer.tasks.TaskState;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.web.OutcomeBooks;
import com.callfloor.dialer.words.Words;

/** Tasks and drafts in memory, and one disposition of the floor's own. */
public final class FakeOutcomes implements TaskBook, DraftBook {
    public AgentDay day = new AgentDay(0, Duration.ZERO, 0, List.of(), 0, new AgentDay.Times(Map.of(), Map.of(), 0));
    public final List<Task> tasks = new CopyOnWriteArrayList<>();
    public final Map<AttemptId, Draft> drafts = new ConcurrentHashMap<>();

    OutcomeBooks books() {
        return new OutcomeBooks(this, this, (agent, from, end, now) -> day, FollowUpSamples.PLAN,
                List.of(new OwnDisposition("pays_at_branch", Disposition.PROMISE_TO_PAY, "到网点还款", "Pays at a branch")));
    }

    @Override
    public List<Task> page(Filter filter, Optional<Place> after, int limit) {
        return tasks.stream()
                .filter(task -> filter.state().isEmpty() || filter.state().get() == task.state())
                .filter(task -> filter.kind().isEmpty() || filter.kind().get() == task.kind())
                .filter(task -> filter.dueBefore().isEmpty() || task.dueAt().isBefore(filter.dueBefore().get()))
                .filter(task -> filter.caseId().isEmpty() || filter.caseId().get().equals(task.caseId()))
                .filter(task -> filter.agent().isEmpty() || filter.agent().equals(task.agent()))
                .sorted(Comparator.comparing(Task::dueAt).thenComparingLong(Task::id))
                .filter(task -> after.isEmpty() || isAfter(task, after.get()))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(Task task, Place place) {
        return task.dueAt().isAfter(place.dueAt()) || (task.dueAt().equals(place.dueAt()) && task.id() > place.id());
    }

    @Override
    public Optional<Task> byId(long id) {
        return tasks.stream().filter(task -> task.id() == id).findFirst();
    }

    @Override
    public Optional<Task> done(long id, String by, String note, Instant at) {
        Optional<Task> open = byId(id).filter(task -> task.state() == TaskState.OPEN);
        return open.map(task -> {
            Task done = new Task(id, task.caseId(), task.caseRef(), task.kind(), TaskState.DONE, task.dueAt(),
                    task.agent(), task.attempt(), task.channel(), task.text(), task.createdAt(), Optional.of(at),
                    Optional.of(by), Optional.of(Words.same(note)));
            tasks.set(tasks.indexOf(task), done);
            return done;
        });
    }

    @Override
    public boolean save(AttemptId attempt, AgentId agent, String json, Instant at) {
        drafts.put(attempt, new Draft(json, at));
        return true;
    }

    @Override
    public Optional<Draft> of(AttemptId attempt, AgentId agent) {
        return Optional.ofNullable(drafts.get(attempt));
    }
}
