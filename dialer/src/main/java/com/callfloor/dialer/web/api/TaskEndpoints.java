package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.tasks.Task;
import com.callfloor.dialer.tasks.TaskBook;
import com.callfloor.dialer.tasks.TaskBook.Filter;
import com.callfloor.dialer.tasks.TaskBook.Place;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.tasks.TaskState;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.DispositionJson;
import io.vertx.core.Future;

/** What there is to do about cases. Agents see and do their own only. */
public final class TaskEndpoints {
    private static final String BOOK = "The book of tasks";
    private static final int LONGEST_NOTE = 2000;

    private final TaskBook tasks;
    private final CaseDirectory cases;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public TaskEndpoints(TaskBook tasks, CaseDirectory cases, Clock clock, Blocking blocking) {
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.TASKS, this::list).on(Operation.TASK_DONE, this::done);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("state", "kind", "due_before", "case", "limit", "after"));
        Page<Place> page = Page.of(query, TaskEndpoints::place);
        Optional<TaskState> state = oneOf(query, "state", TaskState::ofCode,
                Stream.of(TaskState.values()).map(TaskState::code).toList());
        Optional<TaskKind> kind = oneOf(query, "kind", TaskKind::ofCode,
                Stream.of(TaskKind.values()).map(TaskKind::code).toList());
        Optional<Instant> dueBefore = Asking.instant(query, "due_before");
        Optional<String> ofCase = query.text("case");
        Optional<AgentId> own = own(exchange.caller().user());
        return blocking.call(BOOK, () -> {
            Optional<CaseId> only = ofCase.flatMap(text -> CaseFilter.find(cases, text));
            return ofCase.isPresent() && only.isEmpty()
                    ? List.<Task>of()
                    : tasks.page(new Filter(state, kind, dueBefore, only, own), page.after(), page.fetch());
        }).map(found -> Reply.ok(page.list(found, DispositionJson::task, TaskEndpoints::key)));
    }

    private Future<Reply> done(Exchange exchange) {
        long id = exchange.numericId(Thing.TASK);
        User user = exchange.caller().user();
        JsonBody body = exchange.json();
        String note = body.text("note", LONGEST_NOTE).strip();
        if (note.isEmpty() && !body.faulty()) {
            body.error("note", "must say what was done, for whoever asks later", "请说明做了什么，供日后查询");
        }
        body.check();
        return blocking.call(BOOK, () -> {
            Task task = tasks.byId(id)
                    .filter(found -> own(user).isEmpty() || found.agent().equals(own(user)))
                    .orElseThrow(() -> Problems.notFound("task with this id that is yours to do", "由您负责的此编号任务"));
            return tasks.done(task.id(), user.login(), note, clock.instant())
                    .orElseThrow(() -> Problems.conflict("This task is closed already. Read the tasks again.",
                            "该任务已关闭，请重新读取。"));
        }).map(closed -> Reply.ok(DispositionJson.task(closed)));
    }

    private static Optional<AgentId> own(User user) {
        return user.role() == Role.AGENT ? Optional.of(new AgentId(user.id())) : Optional.empty();
    }

    private static <T> Optional<T> oneOf(Query query, String name, Function<String, Optional<T>> parse,
            List<String> codes) {
        return query.text(name)
                .map(text -> parse.apply(text)
                        .orElseThrow(() -> Problems.badParameter(name, Must.beOneOf(codes))));
    }

    private static String key(Task task) {
        Place place = Place.of(task);
        return place.dueAt() + " " + place.id();
    }

    private static Optional<Place> place(String text) {
        String[] parts = text.split(" ", 2);
        return Asking.instant(parts[0])
                .flatMap(at -> parts.length == 2 && parts[1].matches("[0-9]{1,18}")
                        ? Optional.of(new Place(at, Long.parseLong(parts[1])))
                        : Optional.empty());
    }
}
