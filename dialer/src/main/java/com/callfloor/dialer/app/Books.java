package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.callfloor.dialer.agents.AgentDays;
import com.callfloor.dialer.agents.AgentRoster;
import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseStore;
import com.callfloor.dialer.cases.CaseWithdrawals;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.dispositions.DraftBook;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.effect.EffectReport;
import com.callfloor.dialer.effect.ExperimentReport;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.OutsideNumbers;
import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.messages.MessageBook;
import com.callfloor.dialer.payments.PaymentBook;
import com.callfloor.dialer.promises.PromiseBook;
import com.callfloor.dialer.quality.TextArchive;
import com.callfloor.dialer.quality.calibration.CalibrationBook;
import com.callfloor.dialer.quality.review.ReviewBook;
import com.callfloor.dialer.quality.sampling.SampleBook;
import com.callfloor.dialer.quality.sampling.TalkFiguresBook;
import com.callfloor.dialer.quality.search.CallSearch;
import com.callfloor.dialer.quality.speech.TranscriptBook;
import com.callfloor.dialer.quality.trend.TrendBook;
import com.callfloor.dialer.recordings.AccessBook;
import com.callfloor.dialer.recordings.ExportBook;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingHolds;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.dialer.recordings.RecordingWaveforms;
import com.callfloor.dialer.recordings.RetentionBook;
import com.callfloor.dialer.rules.CandidateZones;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.RulesDesk;
import com.callfloor.dialer.rules.books.CadenceReport;
import com.callfloor.dialer.rules.books.CadenceTarget;
import com.callfloor.dialer.rules.books.DecisionLog;
import com.callfloor.dialer.rules.books.DoNotCallLists;
import com.callfloor.dialer.rules.books.FactBook;
import com.callfloor.dialer.rules.books.OtherCalls;
import com.callfloor.dialer.rules.books.PackArchive;
import com.callfloor.dialer.rules.books.PastDecisions;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.setup.LenderBook;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.TeamBook;
import com.callfloor.dialer.store.CaseSteering;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.store.DecisionSealer;
import com.callfloor.dialer.store.LedgerTime;
import com.callfloor.dialer.store.Outbox;
import com.callfloor.dialer.store.RecordingChain;
import com.callfloor.dialer.store.SqlAbandonmentReport;
import com.callfloor.dialer.store.SqlAccessBook;
import com.callfloor.dialer.store.SqlAgentDays;
import com.callfloor.dialer.store.SqlAgentRoster;
import com.callfloor.dialer.store.SqlAlertBook;
import com.callfloor.dialer.store.SqlAlertSource;
import com.callfloor.dialer.store.SqlArmBook;
import com.callfloor.dialer.store.SqlAttemptLedger;
import com.callfloor.dialer.store.SqlAuditBook;
import com.callfloor.dialer.store.SqlCadenceReport;
import com.callfloor.dialer.store.SqlCalibrationBook;
import com.callfloor.dialer.store.SqlCallLog;
import com.callfloor.dialer.store.SqlCallSearch;
import com.callfloor.dialer.store.SqlCallerIdHistory;
import com.callfloor.dialer.store.SqlCampaigns;
import com.callfloor.dialer.store.SqlCaseDirectory;
import com.callfloor.dialer.store.SqlCaseStore;
import com.callfloor.dialer.store.SqlCaseTally;
import com.callfloor.dialer.store.SqlCaseWithdrawals;
import com.callfloor.dialer.store.SqlChangeBook;
import com.callfloor.dialer.store.SqlDecisionLog;
import com.callfloor.dialer.store.SqlDeliveryBook;
import com.callfloor.dialer.store.SqlDoNotCallLists;
import com.callfloor.dialer.store.SqlDraftBook;
import com.callfloor.dialer.store.SqlEffectReport;
import com.callfloor.dialer.store.SqlEscalations;
import com.callfloor.dialer.store.SqlExperimentReport;
import com.callfloor.dialer.store.SqlExportBook;
import com.callfloor.dialer.store.SqlFactBook;
import com.callfloor.dialer.store.SqlFactJournal;
import com.callfloor.dialer.store.SqlIdempotencyBook;
import com.callfloor.dialer.store.SqlImportBook;
import com.callfloor.dialer.store.SqlLenderBook;
import com.callfloor.dialer.store.SqlMessages;
import com.callfloor.dialer.store.SqlNoticeBook;
import com.callfloor.dialer.store.SqlOtherCalls;
import com.callfloor.dialer.store.SqlOutsideNumbers;
import com.callfloor.dialer.store.SqlPackArchive;
import com.callfloor.dialer.store.SqlPastDecisions;
import com.callfloor.dialer.store.SqlPaymentBook;
import com.callfloor.dialer.store.SqlPromiseBook;
import com.callfloor.dialer.store.SqlRecordingCatalogue;
import com.callfloor.dialer.store.SqlRecordingHolds;
import com.callfloor.dialer.store.SqlRecordingProof;
import com.callfloor.dialer.store.SqlRecordingRegister;
import com.callfloor.dialer.store.SqlRecordingWaveforms;
import com.callfloor.dialer.store.SqlRetentionBook;
import com.callfloor.dialer.store.SqlReviewBook;
import com.callfloor.dialer.store.SqlRulesDesk;
import com.callfloor.dialer.store.SqlSampleBook;
import com.callfloor.dialer.store.SqlStaffDirectory;
import com.callfloor.dialer.store.SqlStaffRegister;
import com.callfloor.dialer.store.SqlStrategyCases;
import com.callfloor.dialer.store.SqlTalkFiguresBook;
import com.callfloor.dialer.store.SqlTaskBook;
import com.callfloor.dialer.store.SqlTeamBook;
import com.callfloor.dialer.store.SqlTextArchive;
import com.callfloor.dialer.store.SqlTranscriptBook;
import com.callfloor.dialer.store.SqlTrendBook;
import com.callfloor.dialer.store.ZoneFinder;
import com.callfloor.dialer.strategy.ArmBook;
import com.callfloor.dialer.strategy.Escalations;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.strategy.StrategyCases;
import com.callfloor.dialer.supervision.NoticeBook;
import com.callfloor.dialer.supervision.alerts.AlertBook;
import com.callfloor.dialer.supervision.alerts.AlertSource;
import com.callfloor.dialer.supervision.live.ChangeBook;
import com.callfloor.dialer.supervision.why.CaseTallyBook;
import com.callfloor.dialer.tasks.TaskBook;
import com.callfloor.dialer.trunks.CallerIdHistory;
import com.callfloor.dialer.webhooks.DeliveryBook;
import com.callfloor.dialer.webhooks.Receivers;
import com.callfloor.recorder.register.RecordingRegister;

/** Everything that is kept in the database, opened and brought up to date. */
final class Books implements AutoCloseable {
    private static final Duration REACHED_LATELY = Duration.ofDays(30);

    final Database database;
    final SqlAttemptLedger ledger;
    final OutsideNumbers outsideNumbers;
    final AgentRoster roster;
    final CaseDirectory cases;
    final CaseStore caseStore;
    final SqlCampaigns campaigns;
    final CaseSteering steering;
    final ImportBook imports;
    final CaseWithdrawals withdrawals;
    final LenderBook lenders;
    final CallLog calls;
    final CallerIdHistory callerIds;
    final RecordingCatalogue recordings;
    final RecordingWaveforms waveforms;
    final RecordingRegister register;
    final RecordingChain recordingChain;
    final RecordingProof recordingProof;
    final RetentionBook retention;
    final RecordingHolds recordingHolds;
    final StaffDirectory staff;
    final StaffRegister staffRegister;
    final AuditBook audit;
    final ChangeBook changes;
    final CaseTallyBook tally;
    final NoticeBook notices;
    final AlertBook alerts;
    final AlertSource alertSource;
    final TeamBook teams;
    final AccessBook accesses;
    final ExportBook exports;
    final RulesDesk rulesDesk;
    final PackChoice packs;
    final FactBook facts;
    final OtherCalls otherCalls;
    final DoNotCallLists doNotCall;
    final DecisionLog decisions;
    final DecisionSealer sealer;
    final CadenceReport cadence;
    final EffectReport effect;
    final ExperimentReport experiments;
    final ArmBook arms;
    final StrategyCases strategyCases;
    final Escalations escalations;
    final Abandonment.Report abandonment;
    final PaymentBook payments;
    final PromiseBook promises;
    final TaskBook tasks;
    final MessageBook messages;
    final DraftBook drafts;
    final AgentDays days;
    final Receivers receivers;
    final DeliveryBook deliveries;
    final IdempotencyBook idempotency;
    final TextArchive texts;
    final ReviewBook reviews;
    final SampleBook samples;
    final CallSearch callSearch;
    final TrendBook trends;
    final CalibrationBook calibrations;
    final TranscriptBook transcripts;
    /** Until the sound is measured; then its book stands here. */
    final TalkFiguresBook talkFigures;
    private final Outbox outbox;
    private final ZoneFinder zones = new CandidateZones()::of;
    private final String defaultCountry;

    private Books(Database database, PackChoice packs, LedgerTime time, String defaultCountry, Path chainHead,
            Path recordingsHead,
            double machineFalsePositives, Duration restAfterPartPaid, FollowUpPlan followUps, Receivers receivers) {
        this.database = database;
        this.packs = packs;
        this.defaultCountry = defaultCountry;
        this.receivers = receivers;
        this.outbox = new Outbox(receivers, Clock.systemUTC());
        this.steering = new CaseSteering(database);
        this.deliveries = new SqlDeliveryBook(database);
        this.idempotency = new SqlIdempotencyBook(database);
        this.texts = new SqlTextArchive(database);
        this.reviews = new SqlReviewBook(database);
        this.samples = new SqlSampleBook(database);
        this.callSearch = new SqlCallSearch(database);
        this.trends = new SqlTrendBook(database);
        this.calibrations = new SqlCalibrationBook(database);
        this.transcripts = new SqlTranscriptBook(database);
        this.facts = new SqlFactBook(database);
        this.otherCalls = new SqlOtherCalls(database);
        this.doNotCall = new SqlDoNotCallLists(database);
        this.decisions = new SqlDecisionLog(database, Optional.of(chainHead));
        this.sealer = new DecisionSealer(database, Optional.of(chainHead));
        this.cadence = new SqlCadenceReport(database);
        this.effect = new SqlEffectReport(database, ZoneId.systemDefault(),
                at -> CadenceTarget.of(packs.terms(), at));
        this.experiments = new SqlExperimentReport(database);
        this.arms = new SqlArmBook(database);
        this.strategyCases = new SqlStrategyCases(database);
        this.escalations = new SqlEscalations(database, followUps);
        this.abandonment = new SqlAbandonmentReport(database, ZoneId.systemDefault(), machineFalsePositives);
        this.payments = new SqlPaymentBook(database, restAfterPartPaid, outbox, steering);
        this.messages = new SqlMessages(database, packs, zones, time, defaultCountry, followUps);
        this.ledger = new SqlAttemptLedger(database, packs, zones, time, defaultCountry);
        this.outsideNumbers = new SqlOutsideNumbers(database);
        this.rulesDesk = new SqlRulesDesk(database, packs, zones, defaultCountry);
        this.roster = new SqlAgentRoster(database);
        this.cases = new SqlCaseDirectory(database, defaultCountry);
        this.caseStore = new SqlCaseStore(database, steering);
        this.campaigns = new SqlCampaigns(database);
        this.imports = new SqlImportBook(database);
        this.withdrawals = new SqlCaseWithdrawals(database);
        this.lenders = new SqlLenderBook(database);
        this.calls = new SqlCallLog(database);
        this.promises = new SqlPromiseBook(database, followUps, outbox, steering);
        this.tasks = new SqlTaskBook(database);
        this.drafts = new SqlDraftBook(database);
        this.days = new SqlAgentDays(database);
        this.callerIds = new SqlCallerIdHistory(database);
        this.recordings = new SqlRecordingCatalogue(database);
        this.recordingChain = new RecordingChain(database, Optional.of(recordingsHead));
        this.retention = new SqlRetentionBook(database, recordingChain);
        this.recordingHolds = new SqlRecordingHolds(database);
        this.recordingProof = new SqlRecordingProof(database, Optional.of(recordingsHead));
        this.waveforms = new SqlRecordingWaveforms(database);
        this.register = new SqlRecordingRegister(database, outbox, recordingChain);
        this.staff = new SqlStaffDirectory(database);
        this.staffRegister = new SqlStaffRegister(database);
        this.notices = new SqlNoticeBook(database);
        this.alerts = new SqlAlertBook(database);
        this.alertSource = new SqlAlertSource(database, at -> CadenceTarget.of(packs.terms(), at));
        this.audit = new SqlAuditBook(database);
        this.changes = new SqlChangeBook(database);
        this.tally = new SqlCaseTally(database);
        this.teams = new SqlTeamBook(database);
        this.talkFigures = new SqlTalkFiguresBook(database);
        this.accesses = new SqlAccessBook(database);
        this.exports = new SqlExportBook(database);
    }

    static Books open(Home home, FloorConfig config, DatabaseSettings settings, Clock clock)
            throws ConfigProblem, DatabaseProblem {
        Database database = database(settings, clock);
        try {
            return over(home, config, database, new SqlPackArchive(database), clock);
        } catch (ConfigProblem | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Reads the rule packs over a database that is open. */
    static Books over(Home home, FloorConfig config, Database database, PackArchive archive, Clock clock)
            throws ConfigProblem {
        PackChoice packs = RulePacks.load(home, config, archive, clock);
        return new Books(database, packs, time(clock), config.floor().country(), home.decisionLogHead(),
                home.recordingsHead(),
                config.dialing().machineFalsePositives(), config.payments().restAfterPart(),
                FloorSettingsReader.followUps(config), WebhooksReader.read(home, config));
    }

    /** Opens the database alone and brings its tables up to date. */
    static Database database(DatabaseSettings settings, Clock clock) throws DatabaseProblem {
        Database database = Database.open(settings, clock);
        try {
            database.migrate();
            return database;
        } catch (DatabaseProblem | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The database's clock rules; a demo's simulated one runs beside it. */
    private static LedgerTime time(Clock clock) {
        Clock real = Clock.systemUTC();
        if (clock.equals(real)) {
            return databaseNow -> databaseNow;
        }
        Duration ahead = Duration.between(real.instant(), clock.instant());
        return databaseNow -> databaseNow.plus(ahead);
    }

    PastDecisions pastDecisions(Duration latestAnswer) {
        return new SqlPastDecisions(database, packs, zones, defaultCountry, latestAnswer);
    }

    /** Has the strategies say where and when cases are called. */
    void steerBy(StrategyBook strategies, Supplier<LocalDate> today) {
        steering.follow(strategies, today,
                at -> CadenceTarget.of(packs.terms(), at).map(Duty.Cadence::reachedWithin).orElse(REACHED_LATELY));
        steering.placeAll();
    }

    SqlFactJournal journal(Consumer<FloorFact> afterWritten) {
        return new SqlFactJournal(database, outbox, steering, afterWritten);
    }

    @Override
    public void close() {
        database.close();
    }
}
