package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.FloorWatch.Subscription;
import com.callfloor.dialer.supervision.alerts.Alert;
import com.callfloor.dialer.supervision.alerts.AlertBoard;
import com.callfloor.dialer.supervision.alerts.AlertBook;
import com.callfloor.dialer.supervision.alerts.AlertRules;
import com.callfloor.dialer.supervision.alerts.AlertSettings;
import com.callfloor.dialer.supervision.alerts.AlertSource;
import com.callfloor.dialer.supervision.alerts.AlertSource.CaseFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AbandonmentFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AgentFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AnswerFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.CampaignFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.RecordingFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.TrunkFigures;
import com.callfloor.dialer.supervision.alerts.StandingAlerts;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.words.Words;

/** Looks at the floor every few seconds, and into the books every few minutes, and keeps and tells what there is to warn of. */
final class AlertWatch implements AlertBoard, AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final Duration BOOKS_EVERY = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final AnswerFigures NO_ANSWERS = new AnswerFigures(0, 0, 0, 0);
    private static final CaseFigures NO_CASES = new CaseFigures(0, 0);

    private final FloorWatch floor;
    private final AlertBook book;
    private final AlertSource source;
    private final Abandonment.Report abandonment;
    private final double cap;
    private final Supplier<Optional<Words>> recordingTrouble;
    private final Clock clock;
    private final AlertRules rules;
    private final StandingAlerts standing;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Repeating watch;
    private volatile List<Alert> active;
    private List<CampaignFigures> campaigns = List.of();
    private RecordingFigures recordings = RecordingFigures.NONE;
    private Instant booksReadAt = Instant.MIN;

    /**
     * Begins to watch.
     *
     * @param clock the floor's
     * @param cap of abandoned calls, a share of those that persons answer
     * @param recordingTrouble why calls cannot be recorded; any thread
     */
    AlertWatch(FloorWatch floor, AlertBook book, AlertSource source, Abandonment.Report abandonment, double cap,
            Supplier<Optional<Words>> recordingTrouble, Clock clock, AlertSettings settings) {
        this.floor = floor;
        this.book = book;
        this.source = source;
        this.abandonment = abandonment;
        this.cap = cap;
        this.recordingTrouble = recordingTrouble;
        this.clock = clock;
        rules = new AlertRules(settings);
        standing = new StandingAlerts(settings.calm(), book.standing());
        active = standing.all();
        watch = new Repeating("alert-watch", EVERY, EVERY, this::look);
    }

    @Override
    public List<Alert> active() {
        return active;
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public boolean acknowledge(long id, long user, String name, Instant at) {
        boolean known = book.acknowledge(id, user, at);
        if (known) {
            synchronized (standing) {
                standing.acknowledged(id, at, name);
            }
            publish();
        }
        return known;
    }

    /** What a fault of the database kept from being cleared stands still; what was kept before it is not raised again. */
    private void look() {
        Instant now = clock.instant();
        FloorFigures figures = figures(now);
        synchronized (standing) {
            StandingAlerts.Changes changes = standing.look(rules.concerns(figures), now);
            var uncleared = new ArrayDeque<>(changes.cleared());
            try {
                changes.raised().forEach(concern -> standing.add(book.raise(concern, now)));
                while (!uncleared.isEmpty()) {
                    book.clear(uncleared.getFirst().id(), now);
                    uncleared.removeFirst();
                }
            } finally {
                uncleared.forEach(standing::add);
            }
        }
        publish();
    }

    private void publish() {
        List<Alert> now;
        synchronized (standing) {
            now = standing.all();
        }
        if (!now.equals(active)) {
            active = now;
            listeners.forEach(Runnable::run);
        }
    }

    private FloorFigures figures(Instant now) {
        FloorSnapshot seen = floor.current();
        if (!now.isBefore(booksReadAt.plus(BOOKS_EVERY))) {
            campaigns = campaigns(seen.campaigns(), now);
            recordings = source.recordings(now);
            booksReadAt = now;
        }
        return new FloorFigures(now, campaigns, told(floor.trunks()).stream().map(AlertWatch::trunk).toList(),
                told(floor.lostRegistrations()), recordingTrouble.get(), recordings,
                seen.agents().stream().flatMap(AlertWatch::agent).toList());
    }

    private List<CampaignFigures> campaigns(List<Campaign> all, Instant now) {
        Map<String, AnswerFigures> answers = source.answers(now);
        Map<String, CaseFigures> cadence = source.cadence(now);
        return all.stream().map(campaign -> {
            CaseFigures cases = cadence.getOrDefault(campaign.id(), NO_CASES);
            return new CampaignFigures(campaign.id(), campaign.name(), cap, abandonment(campaign.id(), now),
                    answers.getOrDefault(campaign.id(), NO_ANSWERS), cases.cases(), cases.met());
        }).toList();
    }

    private List<AbandonmentFigures> abandonment(String campaign, Instant now) {
        return abandonment.of(campaign, now)
                .map(found -> List.of(figures(Duration.ofHours(24), found.last24Hours()),
                        figures(Abandonment.REACH, found.last30Days())))
                .orElse(List.of());
    }

    private static AbandonmentFigures figures(Duration window, Abandonment.Count count) {
        return new AbandonmentFigures(window, count.answered(), count.rate());
    }

    private static <T> T told(CompletionStage<T> asked) {
        try {
            return asked.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the floor does not tell of its trunks", e);
        }
    }

    private static TrunkFigures trunk(TrunkView view) {
        return new TrunkFigures(view.trunk().name(), view.backsOffUntil().isPresent(), view.why(),
                view.unreachable());
    }

    private static Stream<AgentFigures> agent(AgentView view) {
        long id = view.agent().id().value();
        String name = view.agent().name();
        return switch (view.state()) {
            case AgentState.OnBreak away ->
                Stream.of(new AgentFigures(id, name, Optional.of(away.reason()), away.since()));
            case AgentState.WrapUp wrapUp -> Stream.of(new AgentFigures(id, name, Optional.empty(), wrapUp.since()));
            case AgentState.SignedOut out -> Stream.empty();
            case AgentState.Ready ready -> Stream.empty();
            case AgentState.OnCall onCall -> Stream.empty();
        };
    }

    @Override
    public void close() {
        watch.close();
    }
}
