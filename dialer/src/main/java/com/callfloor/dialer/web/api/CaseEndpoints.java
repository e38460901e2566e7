package com.callfloor.dialer.web.api;

import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.contacts.ContactDesk;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.CaseJson;
import com.callfloor.dialer.web.json.ContactJson;
import io.vertx.core.Future;

/** Cases and what happened to them. */
public final class CaseEndpoints {
    private static final String DIRECTORY = "The case directory";
    private static final int LONGEST_TEXT = 100;
    /** Who finds more than these asks for something else. */
    private static final int MOST_FOUND = 100;

    private final CaseDirectory cases;
    private final ContactDesk contacts;
    private final Blocking blocking;

    public CaseEndpoints(CaseDirectory cases, ContactDesk contacts, Blocking blocking) {
        this.cases = cases;
        this.contacts = contacts;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CASES, this::list)
                .on(Operation.FIND_CASES, this::find)
                .on(Operation.CASE, this::show)
                .on(Operation.CASE_NUMBERS, this::numbers)
                .on(Operation.TIMELINE,
                        this::timeline);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("ref", "limit", "after"));
        Page<CaseId> page = Page.of(query, Keys::caseId);
        Optional<String> ref = query.text("ref");
        if (ref.isEmpty() && exchange.caller().user().role() == Role.AGENT) {
            throw Problems.badParameter("ref", "is needed: agents have no list, but find one case at a time",
                    "不能为空：坐席没有案件列表，每次查找一个案件");
        }
        return blocking.call(DIRECTORY, () -> ref.isPresent()
                ? cases.byRef(ref.get()).stream().toList()
                : cases.page(page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, CaseJson::view, CaseEndpoints::key)));
    }

    private Future<Reply> find(Exchange exchange) {
        JsonBody body = exchange.json();
        String text = body.text("text", LONGEST_TEXT);
        body.check();
        return blocking.call(DIRECTORY, () -> cases.find(text, MOST_FOUND))
                .map(found -> Reply.whole(found.stream().map(CaseJson::view)));
    }

    private Future<Reply> show(Exchange exchange) {
        CaseId id = exchange.caseId();
        return blocking.call(DIRECTORY, () -> cases.byId(id))
                .map(found -> Reply.ok(CaseJson.view(found.orElseThrow(CaseEndpoints::unknown))));
    }

    private Future<Reply> numbers(Exchange exchange) {
        CaseId id = exchange.caseId();
        return blocking.call(DIRECTORY, () -> contacts.numbers(id))
                .map(found -> Reply.whole(
                        found.orElseThrow(CaseEndpoints::unknown).stream().map(ContactJson::number)));
    }

    /** Never cut into pages: the caps on attempts keep it short. */
    private Future<Reply> timeline(Exchange exchange) {
        CaseId id = exchange.caseId();
        return blocking.call(DIRECTORY, () -> {
            CaseView view = cases.byId(id).orElseThrow(CaseEndpoints::unknown);
            return cases.timeline(view.card().id());
        }).map(entries -> Reply.whole(entries.stream().map(CaseJson::entry)));
    }

    private static String key(CaseView view) {
        return Long.toString(view.card().id().value());
    }

    private static ProblemException unknown() {
        return Problems.notFound(Thing.CASE);
    }
}
