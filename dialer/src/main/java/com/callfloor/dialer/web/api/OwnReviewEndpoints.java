package com.callfloor.dialer.web.api;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.ReviewBook.Filter;
import com.callfloor.dialer.quality.review.ReviewDesk;
import com.callfloor.dialer.quality.review.ReviewState;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.ReviewJson;
import io.vertx.core.Future;

/** What agents see of reviews of their calls, and say of them. Drafts and calibration sessions do not exist for them. */
public final class OwnReviewEndpoints {
    private static final String BOOK = "The book of reviews";
    private static final int LONGEST_TEXT = 2000;

    private final ReviewDesk desk;
    private final Blocking blocking;

    public OwnReviewEndpoints(ReviewDesk desk, Blocking blocking) {
        this.desk = desk;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.OWN_REVIEWS, this::list)
                .on(Operation.OWN_REVIEW, this::show)
                .on(Operation.ACKNOWLEDGE_REVIEW, this::acknowledge)
                .on(Operation.APPEAL_REVIEW, this::appeal);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        var filter = new Filter(Optional.of(exchange.caller().user().id()), Optional.empty(), Optional.empty(),
                Optional.empty(), false, Scope.ALL);
        return blocking.call(BOOK, () -> desk.book().page(filter, page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, review -> ReviewJson.line(review, desk.appealsWithin()),
                        review -> Long.toString(review.id()))));
    }

    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        return reply(exchange, () -> own(exchange));
    }

    private Future<Reply> acknowledge(Exchange exchange) {
        Person by = ReviewEndpoints.by(exchange);
        return reply(exchange, () -> own(exchange).flatMap(review -> desk.acknowledge(review.id(), by)));
    }

    private Future<Reply> appeal(Exchange exchange) {
        JsonBody body = exchange.json();
        String text = body.text("text", LONGEST_TEXT);
        body.check();
        Person by = ReviewEndpoints.by(exchange);
        return reply(exchange, () -> own(exchange).flatMap(review -> desk.appeal(review.id(), by, text)));
    }

    private Optional<Review> own(Exchange exchange) {
        long agent = exchange.caller().user().id();
        return desk.book()
                .byId(exchange.numericId(Thing.REVIEW))
                .filter(review -> review.agent().filter(person -> person.id() == agent).isPresent())
                .filter(review -> review.calibration().isEmpty() && !(review.state() instanceof ReviewState.Draft));
    }

    private Future<Reply> reply(Exchange exchange, Callable<Optional<Review>> work) {
        exchange.numericId(Thing.REVIEW);
        return blocking.call(BOOK, () -> ReviewEndpoints.step(work))
                .map(found -> ReviewEndpoints.whole(desk,
                        found.orElseThrow(() -> Problems.notFound("review with this id that is yours", "属于您的此编号质检评分")),
                        true));
    }
}
