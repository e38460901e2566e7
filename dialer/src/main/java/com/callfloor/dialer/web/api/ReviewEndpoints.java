package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scoring.Unscorable;
import com.callfloor.dialer.quality.review.Content;
import com.callfloor.dialer.quality.review.NotNow;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.ReviewBook.Filter;
import com.callfloor.dialer.quality.review.ReviewDesk;
import com.callfloor.dialer.quality.review.ReviewState;
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
import com.callfloor.dialer.web.json.ReviewJson;
import com.callfloor.dialer.web.json.ScorecardJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/** Scorecards, and what reviewers do with reviews. A draft is its reviewer's alone. */
public final class ReviewEndpoints {
    private static final String BOOK = "The book of reviews";

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TEXT = 2000;
    private static final Set<String> STATES = Set.of("draft", "submitted", "acknowledged", "appealed", "upheld",
            "changed");

    private final ReviewDesk desk;
    private final ListeningDesk listening;
    private final Blocking blocking;

    public ReviewEndpoints(ReviewDesk desk, ListeningDesk listening, Blocking blocking) {
        this.desk = desk;
        this.listening = listening;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.SCORECARDS, this::cards)
                .on(Operation.REVIEWS, this::list)
                .on(Operation.OPEN_REVIEW, this::open)
                .on(Operation.REVIEW, this::show)
                .on(Operation.SAVE_REVIEW, this::save)
                .on(Operation.SUBMIT_REVIEW, this::submit)
                .on(Operation.CORRECT_REVIEW, this::correct)
                .on(Operation.DECIDE_APPEAL, this::decide);
    }

    private Future<Reply> cards(Exchange exchange) {
        exchange.query(Set.of());
        return Future.succeededFuture(Reply.whole(desk.cards().current().stream().map(ScorecardJson::card)));
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("agent", "recording", "state", "mine", "limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        Optional<Long> agent = query.text("agent")
                .map(text -> Keys.number(text)
                        .orElseThrow(() -> Problems.badParameter("agent", Must.BE_AN_AGENT)));
        Optional<AttemptId> recording = query.text("recording")
                .map(text -> AttemptId.parse(text)
                        .orElseThrow(() -> Problems.badParameter("recording", Must.BE_A_RECORDING)));
        Optional<String> state = query.text("state");
        if (state.isPresent() && !STATES.contains(state.get())) {
            throw Problems.badParameter("state",
                    Must.beOneOf(List.of("draft", "submitted", "acknowledged", "appealed", "upheld", "changed")));
        }
        boolean mine = query.text("mine").map(text -> flag("mine", text)).orElse(false);
        User user = exchange.caller().user();
        return blocking.call(BOOK, () -> desk.book()
                .page(new Filter(agent, mine ? Optional.of(user.id()) : Optional.empty(), recording, state, mine,
                        listening.scopeOf(user)), page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, review -> ReviewJson.line(review, desk.appealsWithin()),
                        review -> Long.toString(review.id()))));
    }

    private Future<Reply> open(Exchange exchange) {
        JsonBody body = exchange.json();
        String recording = body.text("recording", LONGEST_ID);
        String name = body.text("card", LONGEST_ID);
        Optional<Scorecard> card = desk.cards().current(name);
        if (card.isEmpty() && !name.isEmpty()) {
            body.error("card", Must.BE_A_CARD);
        }
        Optional<AttemptId> attempt = AttemptId.parse(recording);
        if (attempt.isEmpty() && !recording.isEmpty()) {
            body.error("recording", Must.BE_A_RECORDING);
        }
        body.check();
        Person by = by(exchange);
        User user = exchange.caller().user();
        return reply(exchange, () -> {
            listening.check(user, attempt.orElseThrow());
            return desk.open(attempt.orElseThrow(), card.orElseThrow(), by)
                    .or(() -> {
                        throw Problems.notFound("stored recording with this id", "此编号的已入库录音");
                    });
        });
    }

    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.REVIEW);
        Person by = by(exchange);
        return reply(exchange, () -> admitted(exchange, id).filter(review -> seen(review, by)));
    }

    /** Nobody reads another's draft, nor what somebody scored blind: the session shows that when it is time. */
    private static boolean seen(Review review, Person by) {
        return review.reviewer().id() == by.id()
                || (!(review.state() instanceof ReviewState.Draft) && review.calibration().isEmpty());
    }

    private Future<Reply> save(Exchange exchange) {
        JsonBody body = exchange.json();
        Content content = ReviewBody.content(body);
        body.check();
        long id = exchange.numericId(Thing.REVIEW);
        Person by = by(exchange);
        return reply(exchange, () -> {
            Optional<Review> review = admitted(exchange, id).filter(found -> seen(found, by));
            if (review.isPresent()) {
                Map<String, Words> flaws = desk.flaws(review.get(), content);
                if (!flaws.isEmpty()) {
                    throw ReviewBody.wrong(flaws);
                }
            }
            return review.isEmpty() ? review : desk.save(id, by, content);
        });
    }

    private Future<Reply> submit(Exchange exchange) {
        long id = exchange.numericId(Thing.REVIEW);
        Person by = by(exchange);
        return reply(exchange, () -> admitted(exchange, id).isEmpty() ? Optional.empty() : desk.submit(id, by));
    }

    private Future<Reply> correct(Exchange exchange) {
        JsonBody body = exchange.json();
        String why = body.text("why", LONGEST_TEXT);
        Content content = ReviewBody.content(body);
        body.check();
        long id = exchange.numericId(Thing.REVIEW);
        Person by = by(exchange);
        return reply(exchange,
                () -> admitted(exchange, id).isEmpty() ? Optional.empty() : desk.correct(id, by, why, content));
    }

    private Future<Reply> decide(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<Boolean> changed = body.oneOf("verdict", ReviewEndpoints::changed, List.of("upheld", "changed"));
        String why = body.text("why", LONGEST_TEXT);
        Content content = ReviewBody.content(body);
        if (changed.isPresent() && !changed.get() && !content.answers().isEmpty()) {
            body.error("answers", "go with the verdict changed only", "仅在改判时填写");
        }
        body.check();
        long id = exchange.numericId(Thing.REVIEW);
        Person by = by(exchange);
        return reply(exchange, () -> {
            if (admitted(exchange, id).isEmpty()) {
                return Optional.empty();
            }
            return changed.orElseThrow()
                    ? desk.changeAfterAppeal(id, by, why, content)
                    : desk.uphold(id, by, why);
        });
    }

    /** Blocks; a review tells of its recording: who may not hear that may not know of it either. */
    private Optional<Review> admitted(Exchange exchange, long id) {
        Optional<Review> found = desk.book().byId(id);
        found.ifPresent(review -> listening.check(exchange.caller().user(), review.recording()));
        return found;
    }

    private static Optional<Boolean> changed(String verdict) {
        return switch (verdict) {
            case "changed" -> Optional.of(true);
            case "upheld" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Future<Reply> reply(Exchange exchange, Callable<Optional<Review>> work) {
        return listening.looking(exchange, blocking, BOOK, () -> step(work))
                .map(found -> whole(desk, found.orElseThrow(() -> Problems.notFound(Thing.REVIEW)), false));
    }

    static Optional<Review> step(Callable<Optional<Review>> work) throws Exception {
        try {
            return work.call();
        } catch (NotNow e) {
            throw Problems.conflict(e.words());
        } catch (Unscorable e) {
            throw ReviewBody.wrong(e);
        }
    }

    static Reply whole(ReviewDesk desk, Review review, boolean forAgent) {
        return Reply.ok(ReviewJson.whole(review, desk.cards().of(review.card(), review.cardVersion()),
                desk.appealsWithin(), forAgent));
    }

    static Person by(Exchange exchange) {
        var user = exchange.caller().user();
        return new Person(user.id(), user.name());
    }

    static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.badParameter(name, Must.BE_A_FLAG);
        };
    }
}
