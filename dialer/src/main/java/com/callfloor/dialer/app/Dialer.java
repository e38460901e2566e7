package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.cases.intake.CaseFileReader;
import com.callfloor.dialer.cases.intake.IntakeSettings;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.DispositionsFile;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.dispositions.OwnDisposition;
import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.floor.Floor;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.FloorPorts;
import com.callfloor.dialer.floor.FloorSettings;
import com.callfloor.dialer.floor.FloorStart;
import com.callfloor.dialer.floor.FloorTallies;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.floor.ScheduledFloorThread;
import com.callfloor.dialer.gateway.HttpTranscriber;
import com.callfloor.dialer.pacing.predictive.AbandonmentCap;
import com.callfloor.dialer.pacing.predictive.Predictive;
import com.callfloor.dialer.payments.AfterPosting;
import com.callfloor.dialer.payments.PaymentDesk;
import com.callfloor.dialer.payments.PaymentImport;
import com.callfloor.dialer.pbx.AsteriskPbx;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.scripts.Treatments;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.SqlFactJournal;
import com.callfloor.dialer.strategy.AssignmentRound;
import com.callfloor.dialer.strategy.EscalationRound;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.supervision.live.LiveSettings;
import com.callfloor.dialer.web.EffectBooks;
import com.callfloor.dialer.web.OutcomeBooks;
import com.callfloor.dialer.web.PaymentParts;
import com.callfloor.dialer.web.QualityParts;
import com.callfloor.dialer.web.RecordingBooks;
import com.callfloor.dialer.web.RulesBooks;
import com.callfloor.dialer.web.SetupParts;
import com.callfloor.dialer.web.SignInParts;
import com.callfloor.dialer.web.StaffParts;
import com.callfloor.dialer.web.StrategyBooks;
import com.callfloor.dialer.web.SupervisorParts;
import com.callfloor.dialer.web.SystemParts;
import com.callfloor.dialer.web.WebPorts;
import com.callfloor.dialer.web.WebServer;
import com.callfloor.dialer.web.WebSettings;
import com.callfloor.dialer.web.WebhookParts;
import com.callfloor.dialer.web.phone.PhoneLine;
import com.callfloor.dialer.web.tls.ServerCertificate;
import com.callfloor.dialer.web.tls.TlsSettings;
import com.callfloor.dialer.words.Words;
import com.callfloor.recorder.service.RecorderSnapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dialer: the one place where everything is wired, from the books to the web. What it needs around it (database, PBX)
 * runs already.
 */
final class Dialer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);
    private static final Duration LARGEST_CLOCK_DIFFERENCE = Duration.ofSeconds(2);
    private static final Duration CALLER_IDS_REMEMBERED = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** As config/asterisk/pbx/extensions.conf has it. */
    private static final Duration PATIENCE_OF_DEBTORS = Duration.ofMillis(1_750);
    private static final Duration OLDER_RECORDINGS_AGAIN = Duration.ofHours(1);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    final Books books;
    final Floor floor;
    final LiveSettings settings;
    final Recording recording;
    /** The file of the recordings' keys, if this start made it. */
    final Optional<Path> newKeys;
    final CaseImport importer;
    final PaymentParts payments;
    final URI address;
    /** What the web server shows, if it speaks TLS. */
    final Optional<ServerCertificate> certificate;
    private final Clock clock;
    private final Instant startedAt;
    private final Vertx vertx;
    private final Optional<PhoneLine> phoneLine;
    private final SignInParts signIn;
    private final WebServer web;
    private final AsteriskPbx pbx;
    private final SqlFactJournal journal;
    private final LogSealing sealing;
    private final PromiseWatch promiseWatch;
    private final EscalationWatch escalationWatch;
    private final WebhookWatch webhookWatch;
    private final Cleaning cleaning;
    private final RetentionWatch retentionWatch;
    private final Repeating olderRecordings;
    private final Messages messages;
    private final MessageWatch messageWatch;
    private final AlertWatch alerts;
    private final Inbox inbox;
    private final PostingInbox postingInbox;
    private final Duration latestAnswer;
    private final StrategyBooks strategies;
    private final Costs costs;
    private final SetupParts setup;
    private final VaultAudio audio;
    private final QualityParts quality;
    private final Optional<HttpTranscriber> transcriber;
    private final ScheduledFloorThread thread = new ScheduledFloorThread();
    private final ExecutorService blocking = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("reservation-", 0).factory());

    /** Starts everything; dialing begins as soon as an agent is ready. */
    Dialer(DialerParts parts, Books books) throws ConfigProblem, DatabaseProblem, LedgerUnavailable, IOException {
        this.books = books;
        clock = parts.clock();
        startedAt = clock.instant();
        if (!parts.simulated()) {
            agreeOnTime();
        }
        newKeys = Optional.of(Vaults.keyFile(parts.home(), parts.config())).filter(file -> !Files.exists(file));
        recording = new Recording(Vaults.of(parts.home(), parts.config(), books.recordingProof, Clock.systemUTC()),
                FloorSettingsReader.recordingFormat(parts.config()), parts.spool(), books.register, clock);
        journal = books.journal(this::written);
        pbx = new AsteriskPbx(parts.pbx(), (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
        CampaignsReader campaigns = CampaignsReader.read(parts.config());
        books.campaigns.apply(campaigns.takes());
        strategies = Strategies.load(parts,
                campaigns.campaigns().stream().map(Campaign::id).collect(Collectors.toUnmodifiableSet()),
                books.strategyCases);
        books.steerBy(strategies.strategies(), strategies.today());
        messages = Messages.load(parts.home(), parts.config(), clock, books.messages, strategies.caller());
        EscalationRound escalations = messages.escalations(strategies, books.escalations);
        books.ledger.noteTreatments(new Treatments(strategies.strategies(), strategies.scripts(), strategies.caller(),
                strategies.today()));
        costs = EffectReader.costs(parts.config());
        setup = Setup.load(parts, books, strategies.strategies(), campaigns.takes());
        transcriber = Quality.engine(parts.config().speech());
        audio = new VaultAudio(books.recordings, recording.vault);
        quality = Quality.load(parts, books, audio, transcriber.map(Function.identity()));
        FloorSettings floorSettings = FloorSettingsReader.read(parts.config());
        latestAnswer = floorSettings.latestAnswer();
        floor = new Floor(floorSettings,
                new FloorPorts(clock, new SecureRandom(), thread, blocking, pbx, books.ledger, journal,
                        recording.desk, books.outsideNumbers,
                        FloorSettingsReader.pacings(parts.config(), predictive(parts.config(), campaigns.campaigns()))),
                new FloorStart(campaigns.campaigns(), parts.simulated(),
                        books.roster.agents(), books.roster.lastStates(), books.ledger.openAttempts(),
                        books.calls.totals(midnight()),
                        books.callerIds.callsSince(startedAt.minus(CALLER_IDS_REMEMBERED))));
        settings = LiveSettingsReader.read(parts.config(), campaigns, books, floor, clock);
        settings.begin();
        payments = payments(parts.config());
        importer = new CaseImport(caseFileReader(parts), new SavedMappings(parts.home().lenders()),
                importParts(parts), this::newCases);
        phoneLine = parts.browserPhones();
        alerts = new AlertWatch(floor, books.alerts, books.alertSource, books.abandonment,
                FloorSettingsReader.abandonmentCap(parts.config()).share(), recording.desk::cannotRecord, clock,
                AlertsReader.read(parts.config()));
        vertx = Vertx.vertx();
        WebSettings webSettings = WebReader.read(parts.home(), parts.config().web());
        certificate = webSettings.tls().map(TlsSettings::certificate);
        signIn = SignInReader.read(parts.home(), parts.config().web(), books);
        web = new WebServer(vertx, webSettings, webPorts(floorSettings.followUps(),
                new DispositionsFile().read(parts.home().dispositions()), parts.config().recordings().agentsHearOwn()));
        address = URI.create((certificate.isPresent() ? "https://" : "http://") + parts.config().web().host() + ":"
                + await(web.start(), LONGEST_START));
        // Packs, calendars and zones may have changed since: cases without a next time are asked about once more.
        LOG.info("{} sleeping cases are asked about again", books.ledger.wakeAll());
        // No warnings: these go to the terminal too, into the lines of progress; `up` says it in a note of its own.
        calendarWarnings().forEach(warning -> LOG.info("{}", warning.en()));
        olderRecordings = new Repeating("older-recordings", Duration.ZERO, OLDER_RECORDINGS_AGAIN, this::chainOlder);
        recording.start();
        sealing = new LogSealing(books.sealer);
        promiseWatch = new PromiseWatch(books.promises, clock, floor::lookForCases);
        escalationWatch = new EscalationWatch(
                new AssignmentRound(strategies.strategies(), books.strategyCases, books.arms), escalations,
                books.steering::placeAll, strategies.today());
        webhookWatch = new WebhookWatch(books.receivers, books.deliveries, Clock.systemUTC());
        cleaning = new Cleaning(books.deliveries, books.idempotency, Clock.systemUTC());
        retentionWatch = new RetentionWatch(
                new RetentionRun(books.retention, RetentionReader.read(parts.config()), recording.vault),
                books.database::clockDifference, Clock.systemUTC());
        messageWatch = new MessageWatch(messages.desk);
        books.imports.failUnfinished(
                new Words("the dialer ended before the file was in; send it again", "文件导入完成前拨号服务停止，请重新发送"),
                clock.instant());
        inbox = new Inbox(InboxSettings.of(parts), importer, books.imports, clock);
        postingInbox = new PostingInbox(InboxSettings.ofPostings(parts), payments, clock);
        floor.open();
        LOG.info("the dialer serves at {}", address);
    }

    /** Beside the running floor: the first start with a chain may find millions. */
    private void chainOlder() {
        long chained = books.recordingChain.chainOlder();
        if (chained > 0) {
            LOG.info("{} older recordings are in the chain now", chained);
        }
    }

    /** The promise of abandoned calls goes on where the last run left off. */
    private Predictive predictive(FloorConfig config, List<Campaign> campaigns) throws ConfigProblem {
        AbandonmentCap cap = FloorSettingsReader.abandonmentCap(config);
        var predictive = new Predictive(PATIENCE_OF_DEBTORS, cap);
        Instant from = clock.instant().minus(Collections.max(cap.windows()));
        campaigns.forEach(campaign -> books.calls.answersByMinute(campaign.id(), from)
                .forEach(minute -> predictive.answeredBefore(minute.begins(), campaign.id(), minute.answered(),
                        minute.abandoned())));
        return predictive;
    }

    List<Words> calendarWarnings() {
        return RulePacks.calendarWarnings(books.packs.terms(), clock);
    }

    /** Hours and caps are decided by the clock: two clocks that disagree are a doubt, and in doubt nobody is called. */
    private void agreeOnTime() throws DatabaseProblem, ConfigProblem {
        Duration difference = books.database.clockDifference();
        if (difference.abs().compareTo(LARGEST_CLOCK_DIFFERENCE) > 0) {
            throw new ConfigProblem("this machine's clock and the database's differ by " + difference.toMillis()
                    + " ms; calling hours cannot be trusted. Set both by NTP, then start again");
        }
    }

    /** Facts come from the floor, so it is there by then. */
    private void written(FloorFact fact) {
        floor.written(fact);
    }

    private PaymentParts payments(FloorConfig config) {
        List<AfterPosting> listeners = List.of(books.promises::reconsider);
        var desk = new PaymentDesk(books.payments, clock, new PaidCalls(floor), listeners);
        return new PaymentParts(desk, books.payments, new PaymentImport(desk, books.payments, clock,
                Currency.getInstance(config.floor().currency())));
    }

    /** Postings may wait for them: whatever these settle is not to be called first. */
    private void newCases() {
        try {
            payments.desk().matchAgain();
        } finally {
            floor.lookForCases();
        }
    }

    private Instant midnight() {
        return clock.instant()
                .atZone(ZoneId.systemDefault())
                .toLocalDate()
                .atStartOfDay(ZoneId.systemDefault())
                .toInstant();
    }

    private ImportParts importParts(DialerParts parts) throws ConfigProblem {
        return new ImportParts(books.imports, books.caseStore, books.withdrawals, parts.home().rejects(),
                InboxSettings.mostMissing(parts.config().intake()), clock,
                (cases, why) -> {
                    LOG.info("{} cases are closed: {}", cases.size(), why);
                    floor.casesClosed(Set.copyOf(cases), ClosedBecause.WITHDRAWN);
                });
    }

    private static CaseFileReader caseFileReader(DialerParts parts) throws ConfigProblem {
        var floor = parts.config().floor();
        try {
            return new CaseFileReader(new IntakeSettings(floor.country(), Currency.getInstance(floor.currency()),
                    floor.language().equals("zh") ? "zh-CN" : "en"));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml, floor: " + e.getMessage());
        }
    }

    private WebPorts webPorts(FollowUpPlan followUps, List<OwnDisposition> own, boolean agentsHearOwn) {
        var recordingsIn = new RemoteInbox(books.register, recording.home, clock);
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Gauge.builder("callfloor.imports.late", () -> books.imports.late(clock.instant()).size())
                .description("Case files of the last day that were not dialable within an hour of their arrival")
                .register(meters);
        return new WebPorts(floor, floor, books.cases, books.calls, books.recordings, audio, books.waveforms,
                recordingsIn, importer, books.imports, books.staff, Clock.systemUTC(), meters,
                HealthChecks.of(books.database, floor, recording.desk, certificate, Clock.systemUTC()),
                new RulesBooks(books.decisions, books.facts, books.otherCalls, books.doNotCall, books.cadence,
                        books.rulesDesk, books.packs::terms, latestAnswer, clock),
                books.abandonment, payments, new OutcomeBooks(books.tasks, books.drafts, books.days, followUps, own),
                books.ledger.contacts(), strategies,
                new EffectBooks(books.effect, books.experiments, strategies.strategies().experiments(), costs,
                        strategies.today()),
                books.idempotency, new WebhookParts(books.receivers, books.deliveries), messages.desk,
                new StaffParts(books.staffRegister, books.audit, this::agentsChanged, phoneLine, signIn),
                books.recordingHolds,
                new RecordingBooks(books.teams, books.accesses, books.exports, agentsHearOwn), quality, settings,
                books.changes, books.tally, new SupervisorParts(books.notices, alerts, books.alerts),
                new SystemParts(new SystemProbes(books, floor, recording, journal, Clock.systemUTC())
                        .all(certificate, calendarWarnings(), clock), version(), Clock.systemUTC().instant()),
                setup);
    }

    private static String version() {
        return Optional.ofNullable(Dialer.class.getPackage().getImplementationVersion()).orElse("development");
    }

    /** A new agent works at once; where the books do not answer, from the next start on. */
    private void agentsChanged() {
        Thread.ofVirtual().name("agents-changed").start(() -> floor.staffChanged(books.roster.agents()));
    }

    /** Dials nobody any more, lets calls end by themselves for so long, ends the rest, takes their recordings in. */
    void windDown(Duration patience) throws InterruptedException {
        floor.current().campaigns().forEach(campaign -> await(floor.mode(campaign.id(), CampaignMode.PAUSED)));
        if (!Waiting.until(this::quiet, patience)) {
            floor.current().calls().forEach(call -> await(floor.hangUp(call.attempt(), new Requester.Supervisor(0))));
            if (!Waiting.until(this::quiet, PATIENCE)) {
                LOG.warn("{} calls are still up; the next start adopts or closes them", floor.current().calls().size());
            }
        }
        if (!Waiting.until(() -> journal.waiting() == 0, PATIENCE) || !recording.drain(PATIENCE)) {
            LOG.warn("not everything could be written yet; the next start goes on with it");
        }
    }

    private boolean quiet() {
        return floor.current().calls().isEmpty();
    }

    FloorTallies tallies() {
        return await(floor.tallies());
    }

    CallLog.Totals callTotals() {
        return books.calls.totals(startedAt);
    }

    RecordingCatalogue.Totals recordingTotals() {
        return books.recordings.totals(startedAt);
    }

    Optional<RecorderSnapshot> recorderSnapshot() {
        return recording.snapshot();
    }

    @Override
    public void close() {
        inbox.close();
        postingInbox.close();
        await(web.stop());
        pbx.close();
        thread.close();
        blocking.shutdownNow();
        journal.close();
        sealing.close();
        promiseWatch.close();
        escalationWatch.close();
        webhookWatch.close();
        cleaning.close();
        retentionWatch.close();
        olderRecordings.close();
        messageWatch.close();
        alerts.close();
        messages.close();
        transcriber.ifPresent(HttpTranscriber::close);
        recording.close();
        await(vertx.close().toCompletionStage());
    }

    private static <T> T await(CompletionStage<T> stage) {
        return await(stage, PATIENCE);
    }

    private static <T> T await(CompletionStage<T> stage, Duration longest) {
        try {
            return stage.toCompletableFuture().get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the dialer starts or stops", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a part of the dialer did not answer within " + longest, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        }
    }
}
