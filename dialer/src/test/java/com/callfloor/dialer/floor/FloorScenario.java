package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.FloorFact.AttemptFact;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.RecordingDesk.EndedCall;
import com.callfloor.dialer.pacing.FixedRatio;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.Progressive;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** A floor on a fake PBX and a clock that is moved by hand, and the words to tell what happens to it. */
abstract class FloorScenario {
    static final AgentId ANN = new AgentId(1);
    static final AgentId BO = new AgentId(2);
    static final Requester ANNS = new Requester.OwnAgent(ANN);
    static final Requester BOS = new Requester.OwnAgent(BO);
    static final HangupCause BUSY = new HangupCause(17);

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T04:00:00Z"));
    final ManualFloorThread thread = new ManualFloorThread();
    final FakePbx pbx = new FakePbx();
    final FakeLedger ledger = new FakeLedger(clock);
    final List<FloorFact> facts = new ArrayList<>();
    final List<EndedCall> recordings = new ArrayList<>();
    final List<FloorLoad> loads = new ArrayList<>();
    Pacing pacing = new Progressive();
    List<Campaign> campaigns = List.of(Campaign.in("default", "Default", CampaignMode.PROGRESSIVE));
    List<Trunk> trunks = List.of(Trunk.unlimited("carrier", null));
    Skills skills = Skills.NONE;
    AnsweringMachines machines = AnsweringMachines.OFF;
    Headsets headsets = Headsets.NAILED_UP;
    Duration backWithin = Duration.ZERO;
    Duration previewTime = Duration.ofSeconds(20);
    List<OutsideDestination> outside = List.of();
    OutsideNumbers outsideNumbers = number -> true;
    boolean forecast;
    int unwritten;
    Optional<Words> cannotRecord = Optional.empty();

    Floor openFloor(List<OpenAttempt> open) {
        return openFloor(open, Runnable::run);
    }

    Floor openFloor(List<OpenAttempt> open, Executor blocking) {
        Floor floor = floor(open, Map.of(), blocking);
        floor.open();
        thread.runAll();
        link(List.of(), List.of());
        return floor;
    }

    Floor floor(List<OpenAttempt> open, Map<AgentId, AgentState> lastStates,
            Executor blocking) {
        var journal = new FactJournal() {
            @Override
            public void write(FloorFact fact) {
                facts.add(fact);
            }

            @Override
            public Duration stuckFor() {
                return unwritten == 0 ? Duration.ZERO : Duration.ofSeconds(3);
            }

            @Override
            public int waiting() {
                return unwritten;
            }
        };
        var recordingDesk = new RecordingDesk() {
            @Override
            public void callEnded(EndedCall call) {
                recordings.add(call);
            }

            @Override
            public Optional<Words> cannotRecord() {
                return cannotRecord;
            }
        };
        var retries = new EnumMap<Outcome, Duration>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            retries.put(outcome, Duration.ofHours(1));
        }
        var settings = new FloorSettings(trunks, Duration.ofSeconds(25), Duration.ofSeconds(3), Duration.ofHours(2),
                MessageLanguage.ZH, new RetryPlan(retries), skills, machines, 0,
                new PreviewPlan(previewTime, Duration.ofMinutes(10)),
                new AgentPhones(headsets, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(3),
                        backWithin),
                FollowUpSamples.PLAN, outside,
                forecast);
        var ports = new FloorPorts(clock, new Random(1), thread, blocking, pbx, ledger, journal, recordingDesk,
                number -> outsideNumbers.mayBeCalled(number),
                Map.of(CampaignMode.PROGRESSIVE, (picture, campaign) -> {
                    loads.add(FloorLoad.of(picture));
                    return pacing.pace(picture, campaign);
                }, CampaignMode.RATIO, new FixedRatio(2)));
        return new Floor(settings, ports,
                new FloorStart(campaigns, false,
                        List.of(new Agent(ANN, "ann", "Ann", new Extension("1001")),
                                new Agent(BO, "bo", "Bo", new Extension("1002"))),
                        lastStates, open, new CallLog.Totals(0, 0, 0, 0, 0, 0), List.of()));
    }

    OpenAttempt openAttempt(LegId leg) {
        AttemptId id = AttemptId.next(now(), new Random(9));
        return new OpenAttempt(id, FakeLedger.card(1), new PhoneNumber("+8613800138000"),
                Purpose.COLLECTION, now().minusSeconds(30), false,
                now().minusSeconds(25), now().minusSeconds(20), now().minusSeconds(20), null, leg.agent(), null, null);
    }

    OpenAttempt ringingAttempt() {
        AttemptId id = AttemptId.next(now(), new Random(8));
        return new OpenAttempt(id, FakeLedger.card(1), new PhoneNumber("+8613800138000"), Purpose.COLLECTION,
                now().minusSeconds(5), false, now().minusSeconds(3), null, null, null, null, null, null);
    }

    void link(List<LiveAttempt> attempts, List<LegId> legs) {
        tell(new PbxEvent.LinkUp(now(), "test"));
        tell(new PbxEvent.Snapshot(now(), attempts, legs, List.of(),
                attempts.stream().flatMap(attempt -> attempt.outside().stream()).toList()));
        tell(new PbxEvent.OptOutsTold(now()));
    }

    void tell(PbxEvent event) {
        pbx.tell(event);
        thread.runAll();
    }

    void ready(Floor floor, AgentId agent) {
        wish(floor, agent, new AgentWish.Ready());
        thread.tick();
        LegId leg = pbx.rung.getLast();
        assertThat(leg.agent()).isEqualTo(agent);
        tell(new PbxEvent.AgentLegUp(now(), leg));
    }

    /** Ann talks with the only debtor who is due. */
    AttemptId talk(Floor floor) {
        ledger.dueCases(1);
        ready(floor, ANN);
        AttemptId call = onlyDialed();
        tell(new PbxEvent.Answered(now(), call));
        tell(new PbxEvent.Connected(now(), call, pbx.rung.getLast()));
        return call;
    }

    /** New cases came in: the floor looks at once. */
    void look(Floor floor) {
        floor.lookForCases();
        thread.runAll();
    }

    FloorReply wish(Floor floor, AgentId agent, AgentWish wish) {
        var reply = floor.agentState(agent, wish).toCompletableFuture();
        thread.runAll();
        FloorReply answer = reply.join();
        assertThat(answer).isInstanceOfAny(Accepted.class, Refused.class);
        return answer;
    }

    void mode(Floor floor, CampaignMode mode) {
        var unused = floor.mode("default", mode);
        thread.runAll();
    }

    FloorReply answerOf(CompletionStage<FloorReply> asked) {
        thread.runAll();
        return asked.toCompletableFuture().join();
    }

    /** What is answered only once the PBX has done it, or has not. */
    CompletableFuture<FloorReply> asked(CompletionStage<FloorReply> reply) {
        thread.runAll();
        return reply.toCompletableFuture();
    }

    static String why(CompletableFuture<FloorReply> reply) {
        assertThat(reply).isDone();
        return ((FloorReply.Refused) reply.join()).why().en();
    }

    /** The dialer starts anew while Ann is in this call, and her leg is up. */
    Floor restartedIn(OpenAttempt open) {
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        return floor;
    }

    /** The first that was rung for this person. */
    LegId legOf(AgentId person) {
        return pbx.rung.stream().filter(leg -> leg.agent().equals(person)).findFirst().orElseThrow();
    }

    AttemptId lastDialed() {
        return pbx.dialed.getLast().attempt();
    }

    AttemptId onlyDialed() {
        assertThat(pbx.dialed).hasSize(1);
        return pbx.dialed.getFirst().attempt();
    }

    static AgentState stateOf(Floor floor, AgentId agent) {
        return floor.current()
                .agents()
                .stream()
                .filter(view -> view.agent().id().equals(agent))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /** The one call. */
    static LiveCall live(Floor floor) {
        return floor.current().calls().getFirst();
    }

    /** What it tells from now on. */
    static List<FloorChange> heardBy(Floor floor) {
        List<FloorChange> told = new ArrayList<>();
        var unused = floor.subscribe(told::add);
        return told;
    }

    List<AttemptFact> attemptFacts(AttemptId attempt) {
        return facts.stream()
                .filter(AttemptFact.class::isInstance)
                .map(AttemptFact.class::cast)
                .filter(fact -> fact.attempt().equals(attempt))
                .toList();
    }

    static String english(@Nullable Words words) {
        return words == null ? "" : words.en();
    }

    FloorFact.Closed closed(AttemptId attempt) {
        return attemptFacts(attempt).stream()
                .filter(FloorFact.Closed.class::isInstance)
                .map(FloorFact.Closed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    Instant now() {
        return clock.instant();
    }
}
