package com.callfloor.dialer.web.testing;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.callfloor.dialer.agents.BrowserPhones;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.ExperimentReport.ArmFigures;
import com.callfloor.dialer.staff.Passwords;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.SignInPolicy;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.live.LiveSettings;
import com.callfloor.dialer.supervision.why.CaseTally;
import com.callfloor.dialer.supervision.why.DenialKind;
import com.callfloor.dialer.web.EffectBooks;
import com.callfloor.dialer.web.QualityParts;
import com.callfloor.dialer.web.RecordingBooks;
import com.callfloor.dialer.web.SignInParts;
import com.callfloor.dialer.web.StaffParts;
import com.callfloor.dialer.web.SupervisorParts;
import com.callfloor.dialer.web.SystemParts;
import com.callfloor.dialer.web.WebPorts;
import com.callfloor.dialer.web.WebServer;
import com.callfloor.dialer.web.WebSettings;
import com.callfloor.dialer.web.feed.FeedSettings;
import com.callfloor.dialer.web.ops.HealthCheck;
import com.callfloor.dialer.web.ops.HealthProbe;
import com.callfloor.dialer.web.ops.HealthProbe.Reading;
import com.callfloor.dialer.web.ops.HealthProbe.State;
import com.callfloor.dialer.web.phone.PhoneLine;
import com.callfloor.dialer.web.tls.TlsSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** A started web server with fakes behind it, one user of each role signed in. */
public final class WebFixture implements AutoCloseable {
    public static final String PASSWORD = "correct horse";
    public static final long LARGEST_UPLOAD = 1_000_000;
    private static final PhoneLine PHONES = new PhoneLine(URI.create("ws://127.0.0.1:9/ws"), BrowserPhones.LOCAL);
    private static final String PASSWORD_HASH = new Passwords().hash(PASSWORD);

    public final TestClock clock = new TestClock();
    public final FakeFloor floor = new FakeFloor();
    public final FakeStaff staff = new FakeStaff();
    public final FakeAudit audit = new FakeAudit();
    public final FakeAbandonment abandonment = new FakeAbandonment();
    public final FakeArchive archive = new FakeArchive();
    public final FakeRecordings recordings = new FakeRecordings();
    public final FakeTeams teams = new FakeTeams(staff);
    public final FakeAccesses accesses = new FakeAccesses();
    public final FakeExports exports = new FakeExports(recordings, accesses);
    public final FakeInbox inbox = new FakeInbox();
    public final FakePaymentBook payments = new FakePaymentBook();
    public final SortedMap<String, Effect> effect = new TreeMap<>();
    public final Map<String, ArmFigures> compared = new HashMap<>();
    public final FakeStrategies strategies = new FakeStrategies();
    public final FakeRulesBooks rules = new FakeRulesBooks();
    public final FakeMessages messages = new FakeMessages();
    public final FakeOutcomes outcomes = new FakeOutcomes();
    public final FakeKeys keys = new FakeKeys();
    public final FakeChanges changes = new FakeChanges();
    public final FakeHolds holds = new FakeHolds();
    public final FakeNotices notices = new FakeNotices(staff);
    public final FakeAlerts alerts = new FakeAlerts();
    public final FakeReviews reviews = new FakeReviews();
    public final FakeWebhooks webhooks = new FakeWebhooks();
    public final AtomicInteger counts = new AtomicInteger();
    public volatile Optional<String> databaseFault = Optional.empty();
    public final int port;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final String scheme;
    private final WebServer server;
    private final Map<Role, User> users = new EnumMap<>(Role.class);

    public WebFixture(Path folder) {
        this(folder, FeedSettings.USUAL);
    }

    public WebFixture(Path folder, FeedSettings feed) {
        this(folder, feed, Duration.ofSeconds(10));
    }

    /** {@code patience}: how long a client waits for the fakes; short to see what happens when it ends. */
    public WebFixture(Path folder, FeedSettings feed, Duration patience) {
        this(folder, feed, patience, null);
    }

    /** With books of QA that somebody else keeps, whose users have the same ids: 1 is the first role. */
    public WebFixture(Path folder, QualityParts quality) {
        this(folder, FeedSettings.USUAL, Duration.ofSeconds(10), quality);
    }

    /** One that speaks TLS. */
    public WebFixture(Path folder, TlsSettings tls) {
        this(folder, FeedSettings.USUAL, Duration.ofSeconds(10), null, Optional.of(tls));
    }

    private WebFixture(Path folder, FeedSettings feed, Duration patience, @Nullable QualityParts quality) {
        this(folder, feed, patience, quality, Optional.empty());
    }

    private WebFixture(Path folder, FeedSettings feed, Duration patience, @Nullable QualityParts quality,
            Optional<TlsSettings> tls) {
        scheme = tls.isPresent() ? "https" : "http";
        http = tls.map(own -> HttpClient.newBuilder().sslContext(own.certificate().trusted()).build())
                .orElseGet(HttpClient::newHttpClient);
        for (Role role : Role.values()) {
            users.put(role, staff.save(role.code(), "The " + role.code(), role, extension(role), PASSWORD_HASH));
            staff.openSession(Tokens.hash(session(role)), user(role).id(), clock.instant(),
                    clock.instant().plus(Duration.ofHours(12)));
            staff.saveApiToken(role.code(), Tokens.hash(token(role)), user(role).id());
        }
        WebSettings settings = new WebSettings("127.0.0.1", 0, Optional.empty(), false, Set.of("https://floor.example"),
                "zh-CN", folder,
                LARGEST_UPLOAD, LARGEST_UPLOAD, patience, Duration.ofSeconds(10), feed);
        WebPorts ports = new WebPorts(floor, floor, archive.directory(), archive.callLog(), recordings, recordings,
                recordings,
                inbox, inbox, inbox, staff, clock, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of(new HealthCheck("database", () -> databaseFault),
                        new HealthCheck("pbx", () -> Optional.empty())),
                rules.books(), abandonment, payments.parts(floor), outcomes.books(), Samples::numbers,
                strategies.books(),
                new EffectBooks((from, to, by) -> effect, experiment -> compared, FakeStrategies.EXPERIMENTS,
                        new Costs(Currency.getInstance("CNY"), BigDecimal.valueOf(3600), BigDecimal.valueOf(6),
                                BigDecimal.valueOf(5), BigDecimal.ONE),
                        () -> FakeStrategies.TODAY),
                keys, webhooks.parts(), messages.desk(),
                new StaffParts(staff, audit, () -> floor.asked.add("agents changed"), Optional.of(PHONES),
                        new SignInParts(SignInPolicy.USUAL, Optional.empty())),
                holds,
                new RecordingBooks(teams, accesses, exports, true),
                quality == null ? FakeQuality.parts(reviews) : quality,
                new LiveSettings(changes, Samples.files(), floor, clock), changes, this::count,
                new SupervisorParts(notices, alerts, alerts),
                new SystemParts(List.of(new HealthProbe("database", () -> new Reading(
                        databaseFault.isEmpty() ? State.WELL : State.DOWN, Map.of("answers_in_ms", 3))),
                        new HealthProbe("webhooks", () -> new Reading(State.WARNING, Map.of("pending", 2, "dead", 1)))),
                        "1.2.3", clock.instant()),
                FakeSetup.parts(strategies.books().strategies(), rules));
        server = new WebServer(vertx, tls.map(settings::over).orElse(settings), ports);
        port = soon(server.start());
    }

    /** 3 open cases, of which one is due; fails while the database does. */
    private CaseTally count(String campaign, Instant now) {
        if (databaseFault.isPresent()) {
            throw new IllegalStateException(databaseFault.get());
        }
        counts.incrementAndGet();
        return new CaseTally(List.of(
                new CaseTally.Group(CaseTally.Waits.DUE, Optional.empty(), Optional.empty(), 1, Optional.of(now)),
                new CaseTally.Group(CaseTally.Waits.RULE, Optional.of(DenialKind.CAP), Optional.of("CN-CAP"), 2,
                        Optional.of(now.plus(Duration.ofHours(1))))));
    }

    public User user(Role role) {
        return Objects.requireNonNull(users.get(role));
    }

    /** A browser of somebody of this role. */
    public Client as(Role role) {
        return anonymous().with("Cookie", "callfloor_session=" + session(role)).with("X-Requested-With", "callfloor");
    }

    /** A program with a token of somebody of this role. */
    public Client program(Role role) {
        return anonymous().with("Authorization", "Bearer " + token(role));
    }

    public Client anonymous() {
        return new Client(http, scheme + "://127.0.0.1:" + port, Map.of());
    }

    public HttpClient http() {
        return http;
    }

    public void stop() {
        soon(server.stop());
    }

    @Override
    public void close() {
        soon(vertx.close().toCompletionStage());
        http.shutdownNow();
    }

    private static <T> T soon(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String session(Role role) {
        return "session-of-" + role.code();
    }

    private static String token(Role role) {
        return "token-of-" + role.code();
    }

    private static @Nullable Extension extension(Role role) {
        return role == Role.SUPERVISOR ? new Extension("2001") : null;
    }
}
