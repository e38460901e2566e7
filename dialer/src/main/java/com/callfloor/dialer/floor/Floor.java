package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.DialingView;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorSnapshot.Links;
import com.callfloor.dialer.supervision.FloorSnapshot.Today;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.ListenMode;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.supervision.SkipReason;
import com.callfloor.dialer.trunks.TrunkLimits;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.trunks.Trunks;
import com.callfloor.dialer.words.Words;

/**
 * The running floor: hands every event, wish and tick to its part, on one thread, and shows the result. Its public
 * methods may be called from any thread.
 */
public final class Floor implements FloorControl, FloorWatch {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration CLOCK_SHOWN_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final FloorThread thread;
    private final Pbx pbx;
    private final boolean simulated;
    private final CallTotals before;
    private final OpenCalls calls = new OpenCalls();
    private final AgentDesks desks = new AgentDesks();
    private final Tallies tallies;
    private final Pops pops = new Pops();
    private final FloorGate gate;
    private final Showing showing;
    private final Legs legs;
    private final Hearing hearing;
    private final Answering answering;
    private final LostAgents lostAgents;
    private final Resync resync;
    private final Trunks trunks;
    private final Deadlines deadlines;
    private final Holding holding;
    private final Summoning summoning;
    private final Pacer pacer;
    private final OptOuts optOuts;
    private final ClosedCases closedCases;
    private final Dialing dialing;
    private final Previewing previewing;
    private final Wishes wishes;
    private final Staffing staffing;
    private final RecordingPauses recordingPauses;
    private final Conversations conversations;
    private final TakeOvers takeOvers;
    private final PhoneAdmissions phoneAdmissions;
    private final Campaigns campaigns;
    private final Tuning tuning;
    private Instant shownAt;

    /** Takes the books' word for agents and open attempts; nothing moves before {@link #open()}. */
    public Floor(FloorSettings settings, FloorPorts ports, FloorStart start) {
        clock = ports.clock();
        thread = ports.thread();
        pbx = ports.pbx();
        simulated = start.simulated();
        campaigns = new Campaigns(start.campaigns(), settings.phones().rungPerCall());
        before = new CallTotals(start.today());
        shownAt = clock.instant();
        tallies = new Tallies(shownAt);
        gate = new FloorGate(campaigns, ports.journal(), ports.recordings());
        showing = new Showing(desks, pops, emptySnapshot(start));
        trunks = new Trunks(settings.trunks(), shownAt);
        pacer = new Pacer(ports.pacings(), settings.machineFalsePositives(), campaigns);
        legs = new Legs(settings.phones(), clock, pbx, calls, desks, gate, campaigns, showing);
        var agentMoves = new AgentMoves(ports.journal(), tallies, pacer, legs, showing);
        var closing = new Closing(settings, ports.journal(), ports.recordings(), calls, desks, trunks, campaigns,
                tallies,
                pacer, agentMoves, showing);
        answering = new Answering(settings, clock, pbx, ports.journal(), calls, desks, agentMoves, tallies, pacer,
                showing);
        recordingPauses = new RecordingPauses(settings.phones().longestRecordingPause(), clock, pbx, ports.journal(),
                calls, showing);
        lostAgents = new LostAgents(settings.phones(), clock, pbx, ports.journal(), calls, desks, answering, closing,
                agentMoves, recordingPauses, pops, gate, showing);
        takeOvers = new TakeOvers(clock, pbx, ports.journal(), calls, desks, agentMoves, recordingPauses, lostAgents,
                pops, showing);
        var held = new HeldTalks(settings.phones().longestHold(), clock, pbx, ports.journal(), calls, desks, gate,
                showing);
        var outside = new OutsideTransfers(settings, ports, this::run, gate, trunks, calls, desks, held, closing,
                recordingPauses, showing);
        conversations = new Conversations(settings, clock, pbx, ports.journal(), calls, desks, agentMoves,
                recordingPauses, takeOvers, held, outside, pops, gate, showing, this::askAndWait);
        var leftovers = new Leftovers(pbx, calls, desks, agentMoves);
        var adoption = new Adoption(pbx, ports.journal(), calls, desks, answering, lostAgents, closing, agentMoves,
                recordingPauses, conversations, takeOvers, leftovers, campaigns, showing);
        resync = new Resync(clock, pbx, gate, calls, desks, answering, closing, conversations, takeOvers, leftovers,
                showing);
        deadlines = new Deadlines(settings, clock, pbx, calls, gate, closing);
        holding = new Holding(clock, pbx, calls, desks, gate);
        optOuts = new OptOuts(clock, pbx, ports.journal(), calls, settings.setUp());
        closedCases = new ClosedCases(clock, pbx, calls, desks, showing, settings.setUp());
        var placing = new Placing(settings, clock, pbx, ports.journal(), gate, campaigns, trunks, pacer);
        dialing = new Dialing(settings, ports, this::run, gate, campaigns, calls, desks, closing, placing, optOuts,
                closedCases, pacer, tallies,
                showing);
        summoning = new Summoning(settings.phones(), clock, desks, agentMoves, campaigns, placing, dialing);
        previewing = new Previewing(settings, ports, this::run, gate, campaigns, calls, desks, dialing, summoning,
                closedCases, tallies, showing);
        wishes = new Wishes(clock, pbx, ports.journal(), calls, desks, agentMoves, pops, showing,
                settings.followUps(), campaigns);
        tuning = new Tuning(clock, campaigns, trunks, pacer, showing);
        staffing = new Staffing(clock, desks, wishes, legs, settings.phones().headsets(), showing);
        phoneAdmissions = new PhoneAdmissions(clock, pbx, gate, this::isAnotherPage);
        hearing = new Hearing(pbx, ports.journal(), gate, trunks, calls, placing, legs, answering, closing, lostAgents,
                adoption, resync, recordingPauses, conversations, takeOvers, phoneAdmissions, optOuts, showing);
        new Reopening(desks, calls, trunks, settings).of(start, clock.instant());
    }

    /** Opens the link to the PBX and begins to work. */
    public void open() {
        thread.execute(() -> pbx.open(event -> run(() -> hearing.on(event))));
        thread.every(TICK, () -> run(this::tick));
    }

    /** Runs one thing on the floor's thread, then places what calls there is room for and shows what changed. */
    private void run(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
                settle();
            } finally {
                showing.publish(this::snapshot);
            }
        });
    }

    /** Whoever answered already comes before those whose phones still ring, and these before the next call. */
    private void settle() {
        answering.serveWaiting();
        takeOvers.tend();
        holding.tend();
        conversations.goOn();
        summoning.tend();
        previewing.tend();
        dialing.pace();
        legs.relieve();
    }

    private void tick() {
        deadlines.check();
        legs.tend();
        lostAgents.tend();
        takeOvers.bringBack();
        recordingPauses.tend();
        conversations.tend();
        phoneAdmissions.tend();
        resync.tend();
        Instant now = clock.instant();
        if (now.isAfter(shownAt.plus(CLOCK_SHOWN_EVERY))) {
            shownAt = now;
            showing.floorChanged();
        }
    }

    /** This fact is on disk. */
    public void written(FloorFact fact) {
        if (fact instanceof FloorFact.OptedOut optedOut) {
            run(() -> optOuts.written(optedOut.attempt()));
        }
    }

    /** New cases may be due: look at once. */
    public void lookForCases() {
        run(campaigns::lookAgain);
    }

    /** What this run has seen; completes on the floor's thread. */
    public CompletionStage<FloorTallies> tallies() {
        return ask(() -> tallies.view(desks.all(), clock.instant()));
    }

    @Override
    public CompletionStage<FloorReply> agentState(AgentId agent, AgentWish wish) {
        return ask(() -> wishes.agentState(agent, wish));
    }

    @Override
    public CompletionStage<FloorReply> hangUp(AttemptId attempt, Requester by) {
        return ask(() -> wishes.hangUp(attempt, by));
    }

    @Override
    public CallControl talks() {
        return conversations;
    }

    @Override
    public CompletionStage<FloorReply> dispose(AttemptId attempt, AgentId agent, WrapUp wrapUp) {
        return ask(() -> wishes.dispose(attempt, agent, wrapUp));
    }

    @Override
    public CompletionStage<FloorReply> listenIn(AgentId supervisor, Extension phone, AgentId agent, ListenMode mode) {
        return ask(() -> wishes.listenIn(supervisor, phone, agent, mode));
    }

    @Override
    public CompletionStage<FloorReply> takeOver(AttemptId attempt, Agent supervisor) {
        return askAndWait(reply -> conversations.takeOver(attempt, supervisor, reply));
    }

    @Override
    public CompletionStage<FloorReply> bargeIn(AgentId agent, Agent supervisor) {
        return ask(() -> conversations.bargeIn(agent, supervisor));
    }

    @Override
    public CompletionStage<FloorReply> pauseRecording(AgentId agent, boolean paused) {
        return askAndWait(reply -> recordingPauses.wish(agent, paused, reply));
    }

    @Override
    public CompletionStage<FloorReply> callPreviewed(AttemptId preview, AgentId agent) {
        return askAndWait(reply -> previewing.call(preview, agent, reply));
    }

    @Override
    public CompletionStage<FloorReply> skip(AttemptId preview, AgentId agent, SkipReason reason) {
        return ask(() -> previewing.skip(preview, agent, reason));
    }

    @Override
    public CompletionStage<FloorReply> call(CaseId caseId, AgentId agent) {
        return askAndWait(reply -> previewing.call(caseId, agent, reply));
    }

    @Override
    public CompletionStage<FloorReply> mode(String campaign, CampaignMode mode) {
        return ask(() -> tuning.mode(campaign, mode));
    }

    @Override
    public CompletionStage<FloorReply> limits(String campaign, CampaignLimits limits) {
        return ask(() -> tuning.limits(campaign, limits));
    }

    @Override
    public CompletionStage<FloorReply> order(List<String> campaignIds) {
        return ask(() -> tuning.order(campaignIds));
    }

    @Override
    public CompletionStage<FloorReply> trunkLimits(String trunk, TrunkLimits limits) {
        return ask(() -> tuning.trunkLimits(trunk, limits));
    }

    @Override
    public void phoneGone(Extension phone) {
        run(() -> isAnotherPage(phone));
    }

    private void isAnotherPage(Extension phone) {
        staffing.phoneGone(phone);
        takeOvers.phoneGone(phone);
        conversations.guests().phoneGone(phone);
    }

    @Override
    public CompletionStage<FloorReply> headset(AgentId agent, Extension phone) {
        return ask(() -> staffing.headset(agent, phone));
    }

    @Override
    public CompletionStage<FloorReply> admitPhone(Extension phone, String secret) {
        return askAndWait(reply -> phoneAdmissions.admit(phone, secret, reply));
    }

    @Override
    public void barPhone(Extension phone, String secret) {
        run(() -> phoneAdmissions.bar(phone, secret));
    }

    @Override
    public void staffChanged(List<Agent> agents) {
        run(() -> staffing.now(agents));
    }

    @Override
    public void casesClosed(Set<CaseId> cases, ClosedBecause why) {
        run(() -> {
            closedCases.close(cases, why);
            previewing.withdraw(cases);
        });
    }

    @Override
    public void casesReopened(Set<CaseId> cases) {
        run(() -> {
            closedCases.reopen(cases);
            campaigns.lookAgain();
        });
    }

    /** The reply comes after the snapshot that shows it. */
    private <T> CompletionStage<T> ask(Supplier<T> question) {
        var reply = new CompletableFuture<T>();
        thread.execute(() -> {
            try {
                T answer = question.get();
                settle();
                showing.publish(this::snapshot);
                reply.complete(answer);
            } catch (RuntimeException e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    /** For what the database has to answer first; the reply comes after the snapshot that shows it. */
    private CompletionStage<FloorReply> askAndWait(Consumer<Consumer<FloorReply>> question) {
        var reply = new CompletableFuture<FloorReply>();
        run(() -> question.accept(answer -> thread.execute(() -> reply.complete(answer))));
        return reply;
    }

    @Override
    public FloorSnapshot current() {
        return showing.current();
    }

    @Override
    public CompletionStage<List<TrunkView>> trunks() {
        return ask(() -> trunks.view(clock.instant()));
    }

    @Override
    public CompletionStage<Map<String, Words>> lostRegistrations() {
        return ask(trunks::lostRegistrations);
    }

    @Override
    public CompletionStage<Optional<DialingView>> dialing(String campaign) {
        return ask(() -> {
            Instant now = clock.instant();
            return campaigns.find(campaign).map(found -> dialing.view(found, trunks.view(now), now));
        });
    }

    @Override
    public Subscription subscribe(Consumer<FloorChange> listener) {
        return showing.subscribe(listener);
    }

    private FloorSnapshot snapshot() {
        Instant now = clock.instant();
        FloorTallies seen = tallies.view(desks.all(), now);
        return new FloorSnapshot(now, simulated, campaigns.all(), new Links(gate.linkUp(), gate.databaseUp(now)),
                desks.all().stream().map(showing::view).toList(), calls.all().stream().map(showing::view).toList(),
                pops.all(), previewing.all(), before.plus(seen), seen.occupancy(), dialing.why().en(),
                dialing.why().zh());
    }

    private FloorSnapshot emptySnapshot(FloorStart start) {
        return new FloorSnapshot(clock.instant(), simulated, start.campaigns(), new Links(false, true), List.of(),
                List.of(), Map.of(), Map.of(), new Today(0, 0, 0, 0, Map.of()), 0, "the floor is starting");
    }
}
