package com.callfloor.dialer.web.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.supervision.NoticeBook;
import com.callfloor.dialer.supervision.NoticeBook.Audience;
import com.callfloor.dialer.supervision.NoticeBook.Sent;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.feed.LiveFeed;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.NoticeJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What supervisors tell agents, who confirm that they have read it. */
public final class NoticeEndpoints {
    private static final String BOOK = "The book of notices";

    private final NoticeBook notices;
    private final LiveFeed feed;
    private final InstantSource clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public NoticeEndpoints(NoticeBook notices, LiveFeed feed, InstantSource clock, Blocking blocking) {
        this.notices = notices;
        this.feed = feed;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.NOTICES, this::list)
                .on(Operation.SEND_NOTICE, this::send)
                .on(Operation.OWN_NOTICES, this::own)
                .on(Operation.READ_NOTICE, this::read);
    }

    private Future<Reply> list(Exchange exchange) {
        Page<Long> page = Page.of(exchange.query(Set.of("limit", "after")), Keys::number);
        return blocking.call(BOOK, () -> notices.page(page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, NoticeJson::sent, sent -> Long.toString(sent.notice().id()))));
    }

    private Future<Reply> send(Exchange exchange) {
        JsonBody body = exchange.json();
        String words = body.text("text", NoticeBook.LONGEST);
        Optional<Long> agent = body.whole("agent_id", 1, Long.MAX_VALUE);
        Optional<Long> team = body.whole("team_id", 1, Long.MAX_VALUE);
        if (!body.faulty() && agent.isPresent() == team.isPresent()) {
            body.error("agent_id", "or team_id is needed, and only one of them", "与 team_id 须填且只能填一个");
        }
        body.check();
        Audience to = agent.<Audience>map(id -> new Audience.OneAgent(new AgentId(id)))
                .or(() -> team.map(Audience.WholeTeam::new))
                .orElseThrow();
        long from = exchange.caller().user().id();
        Instant now = clock.instant();
        return blocking.call(BOOK, () -> notices.send(from, to, words, now)
                .orElseThrow(() -> team.isPresent()
                        ? Problems.notFound("team with this id that has agents", "此编号且有坐席的团队")
                        : Problems.notFound(Thing.AGENT)))
                .map(this::tell);
    }

    private Reply tell(Sent sent) {
        JsonObject notice = NoticeJson.notice(sent.notice());
        feed.notice(notice, sent.readers().stream().map(NoticeBook.Reader::agent).toList());
        return new Reply.Json(201, NoticeJson.sent(sent));
    }

    private Future<Reply> own(Exchange exchange) {
        exchange.query(Set.of());
        AgentId agent = exchange.caller().agent();
        return blocking.call(BOOK, () -> notices.unread(agent))
                .map(found -> Reply.whole(found.stream().map(NoticeJson::notice)));
    }

    private Future<Reply> read(Exchange exchange) {
        long id = exchange.numericId(Thing.NOTICE);
        AgentId agent = exchange.caller().agent();
        String name = exchange.caller().user().name();
        return blocking.call(BOOK, () -> notices.read(id, agent, clock.instant())
                .orElseThrow(() -> Problems.notFound("notice to you with this id", "发给您的此编号消息")))
                .map(from -> {
                    feed.noticeRead(new AgentId(from), id, name);
                    return new Reply.NoContent();
                });
    }
}
