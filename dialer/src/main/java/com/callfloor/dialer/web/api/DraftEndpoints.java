package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.dispositions.DraftBook;
import com.callfloor.dialer.dispositions.DraftBook.Draft;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.DraftJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What an agent has of a wrap-up so far. It is taken as it is: it is checked when the disposition is given. */
public final class DraftEndpoints {
    private static final String BOOK = "The book of drafts";
    private static final int LONGEST = 10_000;

    private final FloorWatch watch;
    private final DraftBook drafts;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public DraftEndpoints(FloorWatch watch, DraftBook drafts, Clock clock, Blocking blocking) {
        this.watch = watch;
        this.drafts = drafts;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.WRAP_UP_DRAFT, this::show).on(Operation.SAVE_WRAP_UP_DRAFT, this::save);
    }

    private Future<Reply> show(Exchange exchange) {
        AttemptId attempt = exchange.attempt();
        AgentId agent = exchange.caller().agent();
        exchange.query(Set.of());
        return blocking.call(BOOK, () -> drafts.of(attempt, agent))
                .map(found -> Reply.ok(DraftJson.of(attempt, found)));
    }

    private Future<Reply> save(Exchange exchange) {
        AttemptId attempt = exchange.attempt();
        AgentId agent = exchange.caller().agent();
        JsonBody body = exchange.json();
        JsonObject draft = new JsonObject();
        body.optionalText("disposition", 100).ifPresent(code -> draft.put("disposition", code));
        body.optionalText("note", 2000).ifPresent(note -> draft.put("note", note));
        body.object("details").ifPresent(details -> draft.put("details", details));
        String json = draft.encode();
        if (json.length() > LONGEST) {
            body.error("details",
                    Words.of("are too long: a draft has at most %d characters", "内容过长：草稿最多 %d 个字符", LONGEST));
        }
        body.check();
        if (!isOn(agent, attempt)) {
            throw Problems.conflict("This call is not yours to wrap up, or it has its disposition already.",
                    "这通电话不由您处置，或已有处置结果。");
        }
        var now = clock.instant();
        return blocking.call(BOOK, () -> drafts.save(attempt, agent, json, now)).map(saved -> {
            if (!saved) {
                throw Problems.conflict("This call has its disposition already.", "这通电话已有处置结果。");
            }
            return Reply.ok(DraftJson.of(attempt, Optional.of(new Draft(json, now))));
        });
    }

    private boolean isOn(AgentId agent, AttemptId attempt) {
        return watch.current()
                .agents()
                .stream()
                .filter(view -> view.agent().id().equals(agent))
                .anyMatch(view -> switch (view.state()) {
                    case AgentState.OnCall onCall -> onCall.attempt().equals(attempt);
                    case AgentState.WrapUp wrapUp -> wrapUp.attempt().equals(attempt);
                    case AgentState.SignedOut signedOut -> false;
                    case AgentState.Ready ready -> false;
                    case AgentState.OnBreak onBreak -> false;
                });
    }
}
