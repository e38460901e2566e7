package com.callfloor.dialer.web.api;

import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.access.Provided;
import com.callfloor.dialer.web.access.ProviderVisits;
import com.callfloor.dialer.web.access.SessionCookies;
import com.callfloor.dialer.web.access.SignIn;
import com.callfloor.dialer.web.access.Visitor;
import com.callfloor.dialer.web.audit.AuditTrail;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.StaffJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Signing in and out. */
public final class SessionEndpoints {
    private static final int LONGEST_LOGIN = 100;
    /** Longer ones would only make the hash slow. */
    private static final int LONGEST_PASSWORD = 200;

    private final SignIn signIn;
    private final SessionCookies cookies;
    private final FloorWatch floor;
    private final String language;
    private final AuditTrail trail;
    private final Consumer<String> closed;
    private final Optional<Provided> provided;
    private final ProviderVisits visits;
    private final Blocking blocking;

    /** Made once; {@code closed} hears the token hash of each session that was signed out. */
    public SessionEndpoints(SignIn signIn, SessionCookies cookies, FloorWatch floor, String language, AuditTrail trail,
            Consumer<String> closed, Optional<Provided> provided, ProviderVisits visits, Blocking blocking) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.floor = floor;
        this.language = language;
        this.trail = trail;
        this.closed = closed;
        this.provided = provided;
        this.visits = visits;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.SIGN_IN, this::open)
                .on(Operation.SESSION, this::show)
                .on(Operation.SIGN_OUT,
                        this::close);
    }

    private Future<Reply> open(Exchange exchange) {
        JsonBody body = exchange.json();
        String login = body.text("login", LONGEST_LOGIN);
        String password = body.text("password", LONGEST_PASSWORD);
        body.check();
        Visitor visitor = Visitor.of(exchange.request());
        return noted(exchange, login, signIn.open(login, password, visitor)).map(session -> {
            exchange.response().addCookie(cookies.holding(session.token(), signIn.policy().longest()));
            return Reply.ok(new JsonObject().put("user", StaffJson.user(session.user())));
        });
    }

    /** Nobody comes in unseen: a sign-in that cannot be noted is none. */
    private Future<SignIn.Session> noted(Exchange exchange, String login, Future<SignIn.Session> opening) {
        return opening.transform(opened -> {
            if (opened.succeeded()) {
                SignIn.Session session = opened.result();
                return trail.signIn(Operation.SIGN_IN, exchange.request(), Optional.of(session.user()), 200)
                        .map(session);
            }
            // Throttled tries are not: whoever floods the door must not fill the log.
            Future<Void> refusal = opened.cause() instanceof ProblemException known && known.problem().status() == 401
                    ? signIn.known(login)
                            .compose(user -> trail.signIn(Operation.SIGN_IN, exchange.request(), user, 401))
                    : Future.succeededFuture();
            return refusal.transform(done -> Future.failedFuture(opened.cause()));
        });
    }

    private Future<Reply> show(Exchange exchange) {
        return Future.succeededFuture(
                Reply.ok(StaffJson.session(exchange.caller().user(), floor.current(), language)));
    }

    private Future<Reply> close(Exchange exchange) {
        String hash = exchange.caller().credential().tokenHash();
        Optional<String> proof = visits.proofOf(hash);
        boolean byProvider = proof.isPresent() || ProviderVisits.cameByIt(exchange.request());
        return signIn.close(hash).compose(done -> {
            closed.accept(hash);
            exchange.response().addCookie(cookies.gone());
            if (!byProvider || provided.isEmpty()) {
                return Future.succeededFuture(new Reply.NoContent());
            }
            exchange.response().addCookie(visits.wentOut());
            // Our own session is closed in any case.
            return blocking.call("The sign-in provider", () -> provided.get().provider().signOut(proof))
                    .otherwise(away -> Optional.empty())
                    .map(next -> next
                            .<Reply>map(there -> Reply.ok(new JsonObject().put("next", there.toString())))
                            .orElseGet(Reply.NoContent::new));
        });
    }
}
