package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.floor.PbxEvent.Snapshot;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the floor's books against the PBX's from time to time, so that an event that was lost strands no call, agent or
 * channel. Confined to the floor's thread.
 */
final class Resync {
    private static final Words GONE_UNHEARD = new Words(
            "the PBX had no such call any more, and no word of its end was heard", "PBX 中已无此通话，且未收到其结束的消息");
    private static final Logger LOG = LoggerFactory.getLogger(Resync.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    /** A call or leg that was asked for shortly before a list was made may be missing from it. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    private final Clock clock;
    private final Pbx pbx;
    private final FloorGate gate;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Answering answering;
    private final Closing closing;
    private final HeldTalks held;
    private final Conversations conversations;
    private final TakeOvers takeOvers;
    private final Leftovers leftovers;
    private final Announcer announcer;
    private Instant askedAt;

    Resync(Clock clock, Pbx pbx, FloorGate gate, OpenCalls calls, AgentDesks desks, Answering answering,
            Closing closing, Conversations conversations, TakeOvers takeOvers, Leftovers leftovers,
            Announcer announcer) {
        this.clock = clock;
        this.pbx = pbx;
        this.gate = gate;
        this.calls = calls;
        this.desks = desks;
        this.answering = answering;
        this.closing = closing;
        this.held = conversations.held();
        this.conversations = conversations;
        this.takeOvers = takeOvers;
        this.leftovers = leftovers;
        this.announcer = announcer;
        this.askedAt = clock.instant();
    }

    /** Asks for a list if the last one is old. */
    void tend() {
        Instant now = clock.instant();
        if (gate.linkUp() && !now.isBefore(askedAt.plus(EVERY))) {
            askedAt = now;
            pbx.askForSnapshot();
        }
    }

    void check(Snapshot snapshot) {
        Instant at = snapshot.at();
        checkLegs(snapshot, at);
        Map<AttemptId, LiveAttempt> alive = new HashMap<>();
        snapshot.attempts().forEach(attempt -> alive.put(attempt.attempt(), attempt));
        for (OpenCall call : calls.all()) {
            LiveAttempt live = alive.remove(call.id);
            if (live != null) {
                checkCall(call, live, at);
            } else if (isSettled(call.state().since(), at)) {
                LOG.warn("attempt {} is {} in the books and gone from the PBX: closed", call.id, call.state().code());
                closing.lost(call, at, GONE_UNHEARD);
            }
        }
        leftovers.end(alive.keySet());
        conversations.outside().legs(snapshot.outside(), at.minus(IN_FLIGHT));
        // Before the agents are settled: the third of a lost call has nothing to wrap up.
        conversations.goOn();
        leftovers.settleAgents(at);
    }

    private void checkCall(OpenCall call, LiveAttempt live, Instant at) {
        if (live.answered() && call.answeredAt().isEmpty()) {
            answering.answered(call, at);
        }
        if (isSettled(call.state().since(), at) && conversations.outside().shows(call, live, at)) {
            return;
        }
        boolean toldConnected = call.state() instanceof CallState.Connected;
        if (!toldConnected && !live.with().isEmpty()) {
            AgentId partner = desks.partnerOf(call, live.with()).agent();
            if (!held.talksAgain(call, partner, at)) {
                answering.connected(call, partner, at);
            }
        } else if (toldConnected && !live.with().isEmpty() && isSettled(togetherSince(call), at)) {
            conversations.check(call, live.with(), at);
        }
        if (live.held() && toldConnected) {
            held.held(call, at);
        }
    }

    private static Instant togetherSince(OpenCall call) {
        return call.conference().map(Conference::since).orElse(Instant.MIN);
    }

    private void checkLegs(Snapshot snapshot, Instant at) {
        Set<LegId> strays = new HashSet<>(snapshot.legs());
        strays.addAll(snapshot.ringingLegs());
        takeOvers.legs(snapshot).forEach(strays::remove);
        conversations.guests().legs().forEach(strays::remove);
        for (AgentDesk desk : desks.all()) {
            switch (desk.leg()) {
                case AgentLeg.Ringing ringing -> checkLeg(desk, ringing.id(), ringing.since(), strays, at);
                case AgentLeg.Up up -> checkLeg(desk, up.id(), up.since(), strays, at);
                case AgentLeg.Down down -> {
                }
                case AgentLeg.OnHook onHook -> {
                }
            }
        }
        strays.forEach(leg -> {
            LOG.warn("leg {} is alive on the PBX and nobody's here: ended", leg);
            pbx.hangUp(leg);
        });
    }

    private void checkLeg(AgentDesk desk, LegId leg, Instant since, Set<LegId> strays, Instant at) {
        if (!strays.remove(leg) && isSettled(since, at)) {
            LOG.warn("leg {} is gone from the PBX and no word of its end was heard", leg);
            desk.legDown(at);
            announcer.agentChanged(desk);
        }
    }

    private static boolean isSettled(Instant since, Instant at) {
        return at.isAfter(since.plus(IN_FLIGHT));
    }
}
