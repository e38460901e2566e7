package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.CallJson;
import io.vertx.core.Future;

/** Calls, live and past: reading them, ending them. */
public final class CallEndpoints {
    private static final String LOG = "The call log";

    private final CallLog calls;
    private final CaseDirectory cases;
    private final Blocking blocking;
    private final FloorControl control;
    private final FloorDesk desk;
    private final ListeningDesk listening;
    private final RecordingCatalogue recordings;

    public CallEndpoints(CallLog calls, CaseDirectory cases, Blocking blocking, FloorControl control, FloorDesk desk,
            ListeningDesk listening, RecordingCatalogue recordings) {
        this.calls = calls;
        this.cases = cases;
        this.blocking = blocking;
        this.control = control;
        this.desk = desk;
        this.listening = listening;
        this.recordings = recordings;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CALLS, this::list)
                .on(Operation.CALL, this::show)
                .on(Operation.HANG_UP, this::hangUp);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("case", "state", "limit", "after"));
        Page<AttemptId> page = Page.of(query, AttemptId::parse);
        Optional<String> state = query.text("state");
        if (state.isPresent() && !Set.of("open", "closed").contains(state.get())) {
            throw Problems.badParameter("state", "must be open or closed", "须为 open 或 closed");
        }
        return blocking.call(LOG, () -> told(exchange, read(query.text("case"), state, page)))
                .map(found -> Reply.ok(page.list(found, CallJson::view, call -> call.id().toString())));
    }

    private List<CallView> read(Optional<String> ofCase, Optional<String> state, Page<AttemptId> page) {
        Optional<CaseId> only = ofCase.flatMap(text -> CaseFilter.find(cases, text));
        return ofCase.isPresent() && only.isEmpty()
                ? List.of()
                : calls.page(only.orElse(null), state.orElse(null), page.after().orElse(null), page.fetch());
    }

    /** Of recordings that the caller may not hear nothing is said. */
    private List<CallView> told(Exchange exchange, List<CallView> found) {
        Set<AttemptId> heard = recordings.within(listening.scopeOf(exchange.caller().user()),
                found.stream().map(CallView::id).toList());
        return found.stream().map(call -> heard.contains(call.id()) ? call : call.withoutRecording()).toList();
    }

    private Future<Reply> show(Exchange exchange) {
        AttemptId id = exchange.attempt();
        return blocking.call(LOG, () -> calls.byId(id)
                .map(call -> told(exchange, List.of(call)).getFirst())
                .orElseThrow(() -> Problems.notFound(Thing.CALL))).map(call -> Reply.ok(CallJson.view(call)));
    }

    private Future<Reply> hangUp(Exchange exchange) {
        return desk.ask(control.hangUp(exchange.attempt(), exchange.caller().requester()))
                .map(done -> Reply.accepted());
    }
}
