package com.callfloor.dialer.web.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.callfloor.dialer.staff.IdentityProvider.Failed;
import com.callfloor.dialer.staff.IdentityProvider.Identity;
import com.callfloor.dialer.staff.ProvidedPeople.Arrival;
import com.callfloor.dialer.staff.SignInPolicy;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.SignInParts;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.access.Provided;
import com.callfloor.dialer.web.access.ProviderVisits;
import com.callfloor.dialer.web.access.ProviderVisits.Visit;
import com.callfloor.dialer.web.access.SessionCookies;
import com.callfloor.dialer.web.access.SignIn;
import com.callfloor.dialer.web.access.Visitor;
import com.callfloor.dialer.web.audit.AuditTrail;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by an identity provider: the browser goes there, and comes back with a proof. */
public final class ProviderEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderEndpoints.class);
    private static final String PROVIDER = "The sign-in provider";

    private final SignInPolicy policy;
    private final Optional<Provided> provided;
    private final SignIn signIn;
    private final SessionCookies cookies;
    private final ProviderVisits visits;
    private final AuditTrail trail;
    private final Blocking blocking;
    private final Runnable agentsChanged;
    private final Consumer<String> sessionEnded;

    /** Made once; {@code blocking} waits for the provider, too; {@code sessionEnded} hears the token hash of each. */
    public ProviderEndpoints(SignInParts parts, SignIn signIn, SessionCookies cookies, ProviderVisits visits,
            AuditTrail trail, Blocking blocking, Runnable agentsChanged, Consumer<String> sessionEnded) {
        this.policy = parts.policy();
        this.provided = parts.provided();
        this.signIn = signIn;
        this.cookies = cookies;
        this.visits = visits;
        this.trail = trail;
        this.blocking = blocking;
        this.agentsChanged = agentsChanged;
        this.sessionEnded = sessionEnded;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.SIGN_IN_WAYS, this::ways)
                .on(Operation.PROVIDER_SIGN_IN, this::begin)
                .on(Operation.PROVIDER_ANSWER, this::answer);
    }

    private Future<Reply> ways(Exchange exchange) {
        exchange.query(Set.of());
        return Future.succeededFuture(Reply.ok(new JsonObject().put("passwords", policy.passwords())
                .put("provider", provided.map(Provided::name).orElse(null))));
    }

    private Future<Reply> begin(Exchange exchange) {
        String to = exchange.query(Set.of("to")).text("to").filter(ProviderEndpoints::isOwnPage).orElse("/");
        Provided by = provider();
        return asking(() -> by.provider().start(), started -> {
            exchange.response().addCookie(visits.begin(started, to));
            return Future.succeededFuture(new Reply.Elsewhere(started.at().toString()));
        });
    }

    /** A page of ours, and no other site's that looks like one. */
    static boolean isOwnPage(String to) {
        // Browsers drop tabs and newlines from an address, and read a backslash as a slash.
        return to.matches("/(?!/)[\\x21-\\x7E&&[^\\\\]]*");
    }

    private Future<Reply> answer(Exchange exchange) {
        Provided by = provider();
        // In this order: Vert.x reads and writes cookies in one jar.
        Optional<Visit> visit = visits.end(exchange.request());
        exchange.response().addCookie(visits.ended());
        if (visit.isEmpty()) {
            return Future.succeededFuture(problem("expired"));
        }
        // Only its query counts, and a whole address that a stranger made up may be none.
        String query = exchange.request().query();
        URI answer;
        try {
            answer = URI.create("/?" + (query == null ? "" : query));
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(problem("refused"));
        }
        return asking(() -> {
            Identity identity = by.provider().finish(visit.get().started(), answer);
            return new Came(identity, by.people().arrive(identity));
        }, came -> arrived(exchange, visit.get(), came));
    }

    /** Goes on with what the provider says, or tells the browser that it came to nothing. */
    private <T> Future<Reply> asking(Question<T> question, Function<T, Future<Reply>> then) {
        return blocking.call(PROVIDER, () -> {
            try {
                return new Told<>(Optional.of(question.ask()), "");
            } catch (Failed e) {
                LOG.info("a sign-in by the provider came to nothing: {}", e.getMessage());
                return new Told<T>(Optional.empty(), e.isAway() ? "away" : "refused");
            }
        })
                .compose(
                        told -> told.value().map(then).orElseGet(() -> Future.succeededFuture(problem(told.problem()))))
                .recover(away -> Future.succeededFuture(problem("away")));
    }

    private Future<Reply> arrived(Exchange exchange, Visit visit, Came came) {
        return switch (came.arrival()) {
            case Arrival.In in -> {
                in.endedSessions().forEach(sessionEnded);
                if (in.changed()) {
                    agentsChanged.run();
                }
                yield noted(exchange, Optional.of(in.user()), 200)
                        .compose(noted -> signIn.enter(in.user(), Visitor.of(exchange.request())))
                        .map(session -> enter(exchange, visit, session, came.identity()));
            }
            case Arrival.Out out -> {
                String code = out.why().name().toLowerCase(Locale.ROOT);
                LOG.info("a sign-in by the provider was refused: {}", code);
                yield noted(exchange, out.user(), 403).map(noted -> problem(code));
            }
        };
    }

    private Reply enter(Exchange exchange, Visit visit, SignIn.Session session, Identity identity) {
        exchange.response()
                .addCookie(cookies.holding(session.token(), policy.longest()))
                .addCookie(visits.cameIn(session.tokenHash(), identity.proof(), policy.longest()));
        return new Reply.Elsewhere(visit.to());
    }

    private Future<Void> noted(Exchange exchange, Optional<User> user, int status) {
        return trail.signIn(Operation.PROVIDER_ANSWER, exchange.request(), user, status);
    }

    /** In words on the sign-in page: whoever looks at a browser reads no JSON. */
    private static Reply problem(String code) {
        return new Reply.Elsewhere("/sign-in?problem=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    private Provided provider() {
        return provided.orElseThrow(() -> Problems.conflict(
                "This floor has no sign-in provider: web.sign_in.oidc.issuer in floor.yaml names none.",
                "本系统没有配置登录服务：floor.yaml 中 web.sign_in.oidc.issuer 为空。"));
    }

    private record Came(Identity identity, Arrival arrival) {}

    private record Told<T>(Optional<T> value, String problem) {}

    private interface Question<T> {
        T ask() throws Failed;
    }
}
