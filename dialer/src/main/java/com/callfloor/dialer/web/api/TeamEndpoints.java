package com.callfloor.dialer.web.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.staff.TeamBook;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.StaffJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/** The people: their teams, and whose recordings they may hear. Lists are never cut into pages: a floor has hundreds. */
public final class TeamEndpoints {
    private static final String STAFF = "The staff directory";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LENDER = 500;
    private static final int MOST = 200;

    private final TeamBook teams;
    private final Blocking blocking;

    public TeamEndpoints(TeamBook teams, Blocking blocking) {
        this.teams = teams;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.TEAMS, this::list)
                .on(Operation.MAKE_TEAM, this::make)
                .on(Operation.USERS, this::users)
                .on(Operation.PLACE_USER, this::place)
                .on(Operation.LIMIT_LISTENING, this::limit);
    }

    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        return blocking.call(STAFF, teams::teams).map(found -> Reply.whole(found.stream().map(StaffJson::team)));
    }

    private Future<Reply> users(Exchange exchange) {
        exchange.query(Set.of());
        return blocking.call(STAFF, teams::users).map(found -> Reply.whole(found.stream().map(StaffJson::placed)));
    }

    private Future<Reply> make(Exchange exchange) {
        JsonBody body = exchange.json();
        String name = body.text("name", LONGEST_NAME).strip();
        body.check();
        return blocking.call(STAFF, () -> teams.make(name))
                .map(made -> new Reply.Json(201, StaffJson.team(made.orElseThrow(
                        () -> Problems.conflict("There is a team of this name already. Give it another one.",
                                "已有同名团队，请换一个名称。")))));
    }

    private Future<Reply> place(Exchange exchange) {
        long user = exchange.numericId(Thing.USER);
        JsonBody body = exchange.json();
        Optional<String> name = body.optionalText("team", LONGEST_NAME);
        body.check();
        return blocking.call(STAFF, () -> {
            Long team = name.map(this::named).orElse(null);
            if (!teams.place(user, team)) {
                throw Problems.notFound(Thing.USER);
            }
            return shown(user);
        });
    }

    private Future<Reply> limit(Exchange exchange) {
        long user = exchange.numericId(Thing.USER);
        JsonBody body = exchange.json();
        List<String> lenders = body.texts("lenders", MOST, LONGEST_LENDER);
        List<String> names = body.texts("teams", MOST, LONGEST_NAME);
        body.check();
        return blocking.call(STAFF, () -> {
            Set<Long> ids = new HashSet<>();
            names.forEach(name -> ids.add(named(name)));
            if (!teams.limit(user, Set.copyOf(new HashSet<>(lenders)), ids)) {
                throw Problems.notFound(Thing.USER);
            }
            return shown(user);
        });
    }

    private Reply shown(long user) {
        return Reply.ok(StaffJson.placed(teams.user(user).orElseThrow(() -> Problems.notFound(Thing.USER))));
    }

    private long named(String name) {
        return teams.teams()
                .stream()
                .filter(team -> team.name().equals(name))
                .mapToLong(Team::id)
                .findFirst()
                .orElseThrow(() -> Problems.invalid("team",
                        Words.of("there is no team '%s'; GET /api/teams lists them, POST /api/teams makes one",
                                "没有团队“%s”，请先新建", name)));
    }
}
