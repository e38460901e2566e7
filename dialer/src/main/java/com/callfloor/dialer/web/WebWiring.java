package com.callfloor.dialer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;

import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.staff.Passwords;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.web.access.Authenticator;
import com.callfloor.dialer.web.access.BrowserGuard;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Gate;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.access.ProviderVisits;
import com.callfloor.dialer.web.access.SecurityHeaders;
import com.callfloor.dialer.web.access.SessionCookies;
import com.callfloor.dialer.web.access.SignIn;
import com.callfloor.dialer.web.access.SignInThrottle;
import com.callfloor.dialer.web.api.AbandonmentEndpoint;
import com.callfloor.dialer.web.api.AgentEndpoints;
import com.callfloor.dialer.web.api.AlertEndpoints;
import com.callfloor.dialer.web.api.AuditEndpoint;
import com.callfloor.dialer.web.api.CalibrationEndpoints;
import com.callfloor.dialer.web.api.CallBackEndpoints;
import com.callfloor.dialer.web.api.CallEndpoints;
import com.callfloor.dialer.web.api.CallSearchEndpoints;
import com.callfloor.dialer.web.api.CaseEndpoints;
import com.callfloor.dialer.web.api.ChangeEndpoints;
import com.callfloor.dialer.web.api.DecisionEndpoints;
import com.callfloor.dialer.web.api.DispositionEndpoints;
import com.callfloor.dialer.web.api.DoNotCallEndpoints;
import com.callfloor.dialer.web.api.DraftEndpoints;
import com.callfloor.dialer.web.api.EffectEndpoints;
import com.callfloor.dialer.web.api.ExperimentEndpoints;
import com.callfloor.dialer.web.api.ExportEndpoints;
import com.callfloor.dialer.web.api.ExportFolder;
import com.callfloor.dialer.web.api.FactEndpoints;
import com.callfloor.dialer.web.api.FloorDesk;
import com.callfloor.dialer.web.api.FloorEndpoints;
import com.callfloor.dialer.web.api.HoldEndpoints;
import com.callfloor.dialer.web.api.ImportEndpoints;
import com.callfloor.dialer.web.api.ListeningDesk;
import com.callfloor.dialer.web.api.ListeningLog;
import com.callfloor.dialer.web.api.MessageEndpoints;
import com.callfloor.dialer.web.api.NoticeEndpoints;
import com.callfloor.dialer.web.api.OwnDayEndpoint;
import com.callfloor.dialer.web.api.OwnPasswordEndpoint;
import com.callfloor.dialer.web.api.OwnReviewEndpoints;
import com.callfloor.dialer.web.api.PaymentEndpoints;
import com.callfloor.dialer.web.api.PreviewEndpoints;
import com.callfloor.dialer.web.api.ProviderEndpoints;
import com.callfloor.dialer.web.api.RecorderEndpoints;
import com.callfloor.dialer.web.api.RecordingEndpoints;
import com.callfloor.dialer.web.api.ReviewEndpoints;
import com.callfloor.dialer.web.api.RulePackEndpoints;
import com.callfloor.dialer.web.api.SampleEndpoints;
import com.callfloor.dialer.web.api.ScriptEndpoints;
import com.callfloor.dialer.web.api.SessionEndpoints;
import com.callfloor.dialer.web.api.SetupEndpoints;
import com.callfloor.dialer.web.api.SpeechEndpoints;
import com.callfloor.dialer.web.api.StrategyEndpoints;
import com.callfloor.dialer.web.api.SupervisorsThere;
import com.callfloor.dialer.web.api.TakeOverEndpoint;
import com.callfloor.dialer.web.api.TalkEndpoints;
import com.callfloor.dialer.web.api.TaskEndpoints;
import com.callfloor.dialer.web.api.TeamEndpoints;
import com.callfloor.dialer.web.api.TokenEndpoints;
import com.callfloor.dialer.web.api.TrendEndpoints;
import com.callfloor.dialer.web.api.UserEndpoints;
import com.callfloor.dialer.web.api.WebhookEndpoints;
import com.callfloor.dialer.web.api.WhyEndpoint;
import com.callfloor.dialer.web.audio.AudioResponder;
import com.callfloor.dialer.web.audit.AuditTrail;
import com.callfloor.dialer.web.console.ConsoleFiles;
import com.callfloor.dialer.web.feed.LiveFeed;
import com.callfloor.dialer.web.http.ProblemHandler;
import com.callfloor.dialer.web.ops.OpsEndpoints;
import com.callfloor.dialer.web.ops.RequestTimer;
import com.callfloor.dialer.web.ops.SystemHealth;
import com.callfloor.dialer.web.phone.PhoneEndpoints;
import com.callfloor.dialer.web.repeat.IdempotencyKeys;
import com.callfloor.dialer.web.upload.Uploads;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Puts the web server's parts together. */
final class WebWiring {
    private final Vertx vertx;
    private final WebSettings settings;
    private final WebPorts ports;
    private final Workers workers;
    private final Authenticator authenticator;
    private final LiveFeed feed;
    private final AuditTrail trail;
    private final PhoneEndpoints phones;

    WebWiring(Vertx vertx, WebSettings settings, WebPorts ports, Workers workers) {
        this.vertx = vertx;
        this.settings = settings;
        this.ports = ports;
        this.workers = workers;
        this.authenticator = new Authenticator(ports.staff(), workers.quick(),
                ports.people().signIn().policy().idle(), ports.clock());
        this.trail = new AuditTrail(ports.people().audit(), workers.quick(), ports.clock());
        this.phones = new PhoneEndpoints(vertx, ports.control(), ports.people().phoneLine(), new SecureRandom());
        this.feed = new LiveFeed(vertx, ports.watch(), ports.supervisors().board(), authenticator, settings.feed(),
                ports.clock());
    }

    LiveFeed feed() {
        return feed;
    }

    Router router() {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders(settings.secureCookies())).failureHandler(new ProblemHandler());
        Gauge.builder("callfloor.feed.connections", feed, LiveFeed::listening)
                .description("Open connections of the live feed")
                .register(ports.meters());
        Gate gate = new Gate(authenticator, new BrowserGuard(settings.origins()));
        new ApiRoutes(gate, new RequestTimer(ports.meters()),
                new IdempotencyKeys(ports.idempotency(), workers.quick(), ports.clock()), trail)
                .mount(router, endpoints());
        router.route().handler(new ConsoleFiles(WebWiring.class.getClassLoader(), workers.quick()));
        return router;
    }

    private Endpoints endpoints() {
        Endpoints endpoints = new Endpoints();
        FloorDesk desk = new FloorDesk(vertx, settings.patience());
        Uploads uploads = new Uploads(vertx, settings.uploads());
        mountStaff(endpoints);
        new FloorEndpoints(ports.watch(), ports.settings(), desk).mount(endpoints);
        new ChangeEndpoints(ports.settings(), ports.changes(), ports.watch(), desk, workers.quick()).mount(endpoints);
        new WhyEndpoint(ports.watch(), desk, ports.settings(), ports.tally(), ports.abandonment(),
                ports.rulesBooks().clock(), ports.outcomes().plan().zone(), workers.quick()).mount(endpoints);
        new AbandonmentEndpoint(ports.abandonment(), ports.rulesBooks().clock(), workers.quick()).mount(endpoints);
        EffectBooks effect = ports.effect();
        new EffectEndpoints(effect.report(), effect.costs(), workers.quick()).mount(endpoints);
        new ExperimentEndpoints(effect.experiments(), effect.compared(), effect.today(), workers.quick())
                .mount(endpoints);
        endpoints.on(Operation.LIVE, feed::open);
        RecordingBooks books = ports.recordingBooks();
        ListeningLog log = new ListeningLog(books.accesses(), workers.quick(), ports.clock(), vertx);
        ListeningDesk listening = new ListeningDesk(ports.catalogue(), books.teams(), books.agentsHearOwn(), log,
                workers.quick(), ports.clock());
        new OwnDayEndpoint(ports.outcomes(), ports.rulesBooks().clock(), workers.quick()).mount(endpoints);
        new CallBackEndpoints(ports.cases(), ports.watch(), ports.rulesBooks(), workers.quick()).mount(endpoints);
        new AgentEndpoints(ports.watch(), ports.control(), desk, listening, workers.quick()).mount(endpoints);
        var there = new SupervisorsThere(ports.watch(), feed::supervisorsThere, phones::phoneOf, listening,
                workers.quick());
        new TalkEndpoints(ports.watch(), ports.control().talks(), desk, there).mount(endpoints);
        new CallEndpoints(ports.calls(), ports.cases(), workers.quick(), ports.control(), desk, listening,
                ports.catalogue()).mount(endpoints);
        new TakeOverEndpoint(ports.watch(), ports.control(), desk, listening, workers.quick()).mount(endpoints);
        new NoticeEndpoints(ports.supervisors().notices(), feed, ports.rulesBooks().clock(), workers.quick())
                .mount(endpoints);
        new AlertEndpoints(ports.supervisors().board(), ports.supervisors().alerts(), ports.rulesBooks().clock(),
                workers.quick()).mount(endpoints);
        mountOutcomes(endpoints, desk);
        new PreviewEndpoints(ports.control(), desk).mount(endpoints);
        new CaseEndpoints(ports.cases(), ports.contacts(), workers.quick()).mount(endpoints);
        new ImportEndpoints(ports.importer(), ports.imports(), ports.rulesBooks().clock(), workers.quick(),
                workers.slow(), uploads, settings.largestCaseFile()).mount(endpoints);
        new PaymentEndpoints(ports.payments(), ports.cases(), workers.quick(), workers.slow(), uploads,
                settings.largestCaseFile()).mount(endpoints);
        new RecordingEndpoints(ports.catalogue(), ports.audio(), ports.waveforms(), ports.cases(), workers.quick(),
                new AudioResponder(vertx, workers.threads()), listening, log, books.accesses(), ports.clock())
                .mount(endpoints);
        new ExportEndpoints(books.exports(),
                new ExportFolder(settings.uploads(), ports.catalogue(), ports.audio(), books.accesses()), ports.cases(),
                listening, log, workers.quick(), workers.slow(), ports.clock()).mount(endpoints);
        new TeamEndpoints(books.teams(), workers.quick()).mount(endpoints);
        new HoldEndpoints(ports.holds(), listening, ports.clock(), workers.quick()).mount(endpoints);
        new RecorderEndpoints(ports.inbox(), workers.quick(), workers.slow(), uploads, settings.largestRecording())
                .mount(endpoints);
        mountRules(endpoints, uploads);
        mountStrategies(endpoints);
        new WebhookEndpoints(ports.webhooks().receivers(), ports.webhooks().book(), ports.clock(), workers.quick())
                .mount(endpoints);
        new MessageEndpoints(ports.messages(), ports.watch(), workers.quick(), workers.slow()).mount(endpoints);
        mountQuality(endpoints, listening);
        new OpsEndpoints(ports.checks(), ports.meters()::scrape, openApi(), workers.quick()).mount(endpoints);
        SystemParts system = ports.system();
        new SystemHealth(system.probes(), system.version(), system.startedAt(), ports.clock(), workers.quick())
                .mount(endpoints);
        new SetupEndpoints(ports.setup(), ports.rulesBooks().clock(), workers.slow()).mount(endpoints);
        return endpoints;
    }

    private void mountStaff(Endpoints endpoints) {
        var passwords = new Passwords();
        var tokens = new Tokens(new SecureRandom());
        var throttle = new SignInThrottle(ports.clock());
        StaffParts people = ports.people();
        SignInParts ways = people.signIn();
        var signIn = new SignIn(ports.staff(), passwords, tokens, throttle, ways.policy(),
                new SignIn.Work(workers.quick(), workers.hashing()), ports.clock());
        var cookies = new SessionCookies(settings.secureCookies());
        var visits = new ProviderVisits(tokens, settings.secureCookies(), ports.clock());
        new SessionEndpoints(signIn, cookies, ports.watch(), settings.language(), trail, this::sessionEnded,
                ways.provided(), visits, workers.provider()).mount(endpoints);
        new ProviderEndpoints(ways, signIn, cookies, visits, trail, workers.provider(), people.agentsChanged(),
                this::sessionEnded).mount(endpoints);
        new OwnPasswordEndpoint(ports.staff(), people.register(), passwords, throttle, workers.quick(),
                workers.hashing(), this::sessionEnded).mount(endpoints);
        new UserEndpoints(people.register(), ports.staff(), ways.policy().idle(), passwords, workers.quick(),
                workers.hashing(), ports.clock(),
                people.agentsChanged(), this::sessionEnded).mount(endpoints);
        new TokenEndpoints(people.register(), tokens, workers.quick(), ports.clock()).mount(endpoints);
        phones.mount(endpoints);
        new AuditEndpoint(people.audit(), workers.quick()).mount(endpoints);
    }

    private void sessionEnded(String tokenHash) {
        authenticator.forget(tokenHash);
        feed.endSession(tokenHash);
        phones.endSession(tokenHash);
    }

    private void mountOutcomes(Endpoints endpoints, FloorDesk desk) {
        OutcomeBooks outcomes = ports.outcomes();
        Clock clock = ports.rulesBooks().clock();
        new DispositionEndpoints(ports.watch(), ports.control(), desk, ports.calls(), ports.cases(), ports.rulesBooks(),
                outcomes, ports.strategyBooks(), workers.quick()).mount(endpoints);
        new DraftEndpoints(ports.watch(), outcomes.drafts(), clock, workers.quick()).mount(endpoints);
        new TaskEndpoints(outcomes.tasks(), ports.cases(), clock, workers.quick()).mount(endpoints);
    }

    private void mountRules(Endpoints endpoints, Uploads uploads) {
        RulesBooks books = ports.rulesBooks();
        new DecisionEndpoints(books.decisions(), books.desk(), books.latestAnswer(), books.clock(), workers.quick())
                .mount(endpoints);
        new RulePackEndpoints(books.packs(), books.cadence(), books.clock(), workers.quick()).mount(endpoints);
        new FactEndpoints(books.facts(), books.otherCalls(), ports.cases(), books.clock(), workers.quick())
                .mount(endpoints);
        new DoNotCallEndpoints(books.doNotCall(), workers.quick(), workers.slow(), uploads,
                settings.largestCaseFile(), books.clock()).mount(endpoints);
    }

    private void mountStrategies(Endpoints endpoints) {
        StrategyBooks books = ports.strategyBooks();
        new StrategyEndpoints(books.strategies(), books.reading(), books.cases(), books.scripts(), ports.watch(),
                books.today(), workers.quick(), workers.slow()).mount(endpoints);
        new ScriptEndpoints(books.scripts(), books.caller(), books.strategies(), books.cases(), ports.cases(),
                ports.calls(), ports.watch(), books.today(), workers.quick()).mount(endpoints);
    }

    private void mountQuality(Endpoints endpoints, ListeningDesk listening) {
        QualityParts quality = ports.quality();
        new ReviewEndpoints(quality.reviews(), listening, workers.quick()).mount(endpoints);
        new OwnReviewEndpoints(quality.reviews(), workers.quick()).mount(endpoints);
        Clock clock = ports.rulesBooks().clock();
        Scorecards cards = quality.reviews().cards();
        new CallSearchEndpoints(quality.search(), listening, workers.quick()).mount(endpoints);
        new TrendEndpoints(quality.trends(), cards, listening, ZoneId.systemDefault(), clock, workers.quick())
                .mount(endpoints);
        new CalibrationEndpoints(quality.calibrations(), cards, ports.staff(), listening, clock, workers.quick())
                .mount(endpoints);
        new SpeechEndpoints(quality.speech(), listening, workers.quick(), workers.slow()).mount(endpoints);
        new SampleEndpoints(quality.samples(), ports.staff(), listening, workers.quick(), workers.slow())
                .mount(endpoints);
    }

    private static String openApi() {
        try (InputStream stream = WebWiring.class.getResourceAsStream("/openapi.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("openapi.yaml is not on the classpath: the build is broken");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }
}
