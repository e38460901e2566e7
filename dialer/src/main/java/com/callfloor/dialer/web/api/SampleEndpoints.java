package com.callfloor.dialer.web.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.quality.review.NotNow;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.sampling.Sample;
import com.callfloor.dialer.quality.sampling.SampleDesk;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.User;
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
import com.callfloor.dialer.web.json.SampleJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Samples of calls for review, and the work lists that they make. */
public final class SampleEndpoints {
    private static final String BOOK = "The book of samples";
    private static final int MOST_REVIEWERS = 100;

    private final SampleDesk desk;
    private final StaffDirectory staff;
    private final ListeningDesk listening;
    private final Blocking quick;
    private final Blocking slow;

    /** {@code slow}: for drawing, which reads a week of calls. */
    public SampleEndpoints(SampleDesk desk, StaffDirectory staff, ListeningDesk listening, Blocking quick,
            Blocking slow) {
        this.desk = desk;
        this.staff = staff;
        this.listening = listening;
        this.quick = quick;
        this.slow = slow;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.REVIEWERS, this::reviewers)
                .on(Operation.SAMPLES, this::list)
                .on(Operation.DRAW_SAMPLE, this::draw)
                .on(Operation.SAMPLE, this::show)
                .on(Operation.ASSIGNMENTS, this::assignments);
    }

    /** Never cut into pages: a floor has few. */
    private Future<Reply> reviewers(Exchange exchange) {
        exchange.query(Set.of());
        return quick.call(BOOK, () -> Reply.whole(staff.users()
                .stream()
                .filter(user -> mayReview(user.role()))
                .sorted(Comparator.comparing(User::name))
                .map(user -> new JsonObject().put("login", user.login()).put("name", user.name()))));
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        return quick.call(BOOK, () -> desk.book().page(page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, SampleJson::line, sample -> Long.toString(sample.id()))
                        .put("plan", SampleJson.plan(desk.plan()))));
    }

    private Future<Reply> draw(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<LocalDate> week = body.date("week");
        body.need("week", week);
        List<String> logins = body.texts("reviewers", MOST_REVIEWERS, 100);
        body.check();
        Person by = ReviewEndpoints.by(exchange);
        User user = exchange.caller().user();
        return slow.call(BOOK, () -> {
            List<Long> reviewers = reviewers(logins);
            try {
                return told(desk.draw(week.orElseThrow(), reviewers, by), user);
            } catch (NotNow e) {
                throw Problems.conflict(e.words());
            }
        }).map(Reply::ok);
    }

    private List<Long> reviewers(List<String> logins) {
        List<Long> ids = new ArrayList<>();
        for (String login : logins) {
            User user = staff.users()
                    .stream()
                    .filter(each -> each.login().equals(login) && mayReview(each.role()))
                    .findFirst()
                    .orElseThrow(() -> Problems.invalid("reviewers",
                            Words.of("'%s' is no QA or supervisor; known: %s", "“%s”不是质检或班长；可选：%s", login, staff.users()
                                    .stream()
                                    .filter(each -> mayReview(each.role()))
                                    .map(User::login)
                                    .collect(Collectors.joining(", ")))));
            ids.add(user.id());
        }
        return ids;
    }

    static boolean mayReview(Role role) {
        return role == Role.QA || role == Role.SUPERVISOR;
    }

    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.SAMPLE);
        User user = exchange.caller().user();
        return quick.call(BOOK,
                () -> told(desk.book().byId(id).orElseThrow(() -> Problems.notFound(Thing.SAMPLE)), user))
                .map(Reply::ok);
    }

    /** Of calls that the caller may not hear nothing is said. */
    private JsonObject told(Sample sample, User user) {
        return SampleJson.whole(sample, desk.book().picks(sample.id(), listening.scopeOf(user)),
                desk.reproduces(sample));
    }

    private Future<Reply> assignments(Exchange exchange) {
        Query query = exchange.query(Set.of("done", "everybody", "limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        boolean done = query.text("done").map(text -> ReviewEndpoints.flag("done", text)).orElse(false);
        boolean all = query.text("everybody").map(text -> ReviewEndpoints.flag("everybody", text)).orElse(false);
        User user = exchange.caller().user();
        Optional<Long> mine = all ? Optional.empty() : Optional.of(user.id());
        return quick.call(BOOK,
                () -> desk.book().assignments(mine, done, listening.scopeOf(user), page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, SampleJson::pick, pick -> Long.toString(pick.id()))));
    }
}
