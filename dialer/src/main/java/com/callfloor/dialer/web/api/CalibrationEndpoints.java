package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.calibration.Agreement;
import com.callfloor.dialer.quality.calibration.CalibrationBook;
import com.callfloor.dialer.quality.calibration.Session;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.User;
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
import com.callfloor.dialer.web.json.CalibrationJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Calibration sessions. Each reviewer scores through their own review, as any other. */
public final class CalibrationEndpoints {
    private static final String BOOK = "The book of calibration sessions";
    private static final int LONGEST_ID = 60;
    private static final int MOST_REVIEWERS = 30;
    private static final int MOST_SESSIONS = 200;

    private final CalibrationBook book;
    private final Scorecards cards;
    private final StaffDirectory staff;
    private final ListeningDesk listening;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code clock}: the floor's. */
    public CalibrationEndpoints(CalibrationBook book, Scorecards cards, StaffDirectory staff, ListeningDesk listening,
            Clock clock, Blocking blocking) {
        this.book = book;
        this.cards = cards;
        this.staff = staff;
        this.listening = listening;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CALIBRATIONS, this::list)
                .on(Operation.OPEN_CALIBRATION, this::open)
                .on(Operation.CALIBRATION, this::show)
                .on(Operation.CLOSE_CALIBRATION, this::close)
                .on(Operation.AGREEMENT, this::agreement);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        User viewer = exchange.caller().user();
        return blocking.call(BOOK, () -> book.page(listening.scopeOf(viewer), page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, session -> json(session, viewer.id()),
                        session -> Long.toString(session.id()))));
    }

    private Future<Reply> open(Exchange exchange) {
        JsonBody body = exchange.json();
        String recording = body.text("recording", LONGEST_ID);
        Optional<AttemptId> attempt = AttemptId.parse(recording);
        if (attempt.isEmpty() && !recording.isEmpty()) {
            body.error("recording", Must.BE_A_RECORDING);
        }
        String name = body.text("card", LONGEST_ID);
        Optional<Scorecard> card = cards.current(name);
        if (card.isEmpty() && !name.isEmpty()) {
            body.error("card", Must.BE_A_CARD);
        }
        Set<String> logins = Set.copyOf(body.texts("reviewers", MOST_REVIEWERS, 100));
        if (logins.size() < 2 && !body.faulty()) {
            body.error("reviewers", "must name two reviewers at least, by their sign-ins", "至少须有两名质检员（填登录名）");
        }
        body.check();
        Person lead = ReviewEndpoints.by(exchange);
        User user = exchange.caller().user();
        return listening.looking(exchange, blocking, BOOK, () -> {
            listening.check(user, attempt.orElseThrow());
            return book.open(attempt.orElseThrow(), card.orElseThrow(), reviewers(logins), lead, clock.instant())
                    .orElseThrow(() -> Problems.notFound("stored recording with this id", "此编号的已入库录音"));
        })
                .map(session -> Reply.ok(json(session, lead.id())));
    }

    private List<Person> reviewers(Set<String> logins) {
        Map<String, Person> known = new LinkedHashMap<>();
        for (User user : staff.users()) {
            if (SampleEndpoints.mayReview(user.role())) {
                known.put(user.login(), new Person(user.id(), user.name()));
            }
        }
        List<Person> reviewers = new ArrayList<>();
        for (String login : logins.stream().sorted().toList()) {
            Person person = known.get(login);
            if (person == null) {
                throw Problems.invalid("reviewers",
                        Words.of("'%s' is no QA or supervisor; known: %s", "“%s”不是质检或班长；可选：%s", login,
                                String.join(", ", known.keySet())));
            }
            reviewers.add(person);
        }
        return reviewers;
    }

    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.SESSION);
        User viewer = exchange.caller().user();
        return listening.looking(exchange, blocking, BOOK, () -> {
            Session session = find(id);
            listening.check(viewer, session.recording());
            return json(session, viewer.id());
        }).map(Reply::ok);
    }

    private Future<Reply> close(Exchange exchange) {
        long id = exchange.numericId(Thing.SESSION);
        long by = exchange.caller().user().id();
        return blocking.call(BOOK, () -> {
            if (find(id).lead().id() != by) {
                throw Problems.conflict("Only its lead closes a session.", "校准只能由其主持人结束。");
            }
            return json(book.close(id, clock.instant()).orElseThrow(), by);
        }).map(Reply::ok);
    }

    private Session find(long id) {
        return book.byId(id).orElseThrow(() -> Problems.notFound(Thing.SESSION));
    }

    private Future<Reply> agreement(Exchange exchange) {
        Query query = exchange.query(Set.of("card"));
        String name = query.text("card")
                .orElseThrow(() -> Problems.badParameter("card", "must be given: one of GET /api/quality/cards",
                        "不能为空：请选择评分卡"));
        Scorecard card = cards.current(name).orElseThrow(() -> Problems.notFound("scorecard of this name", "此名称的评分卡"));
        User viewer = exchange.caller().user();
        return blocking.call(BOOK, () -> CalibrationJson.agreement(Agreement.of(card,
                book.of(card.name(), card.version(), listening.scopeOf(viewer), MOST_SESSIONS)
                        .stream()
                        .filter(Session::revealed)
                        .map(Session::scored)
                        .toList())))
                .map(Reply::ok);
    }

    private JsonObject json(Session session, long viewer) {
        Optional<Scorecard> card = cards.of(session.card(), session.cardVersion());
        return CalibrationJson.session(session, viewer, card.isPresent() && session.revealed()
                ? Agreement.of(card.get(), List.of(session.scored()))
                : null);
    }
}
