package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.Hold;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Debtors on hold. Only what the PBX confirms counts: an agent who speaks to a colleague must be sure that the debtor does not
 * hear it. Who is forgotten is put through again when a hold has lasted for as long as one may. Confined to the floor's thread.
 */
final class HeldTalks {
    private static final Logger LOG = LoggerFactory.getLogger(HeldTalks.class);
    /** Below the time for which a client waits for the floor's reply; longer than the PBX takes to give a join up. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofMillis(2_500);
    /** The PBX gives a held call up by itself so much after the floor should have taken it back. */
    private static final Duration PATIENCE_OF_THE_PBX = Duration.ofSeconds(15);

    private final Duration longest;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final FloorGate gate;
    private final Announcer announcer;
    private final Map<AttemptId, Asked> asked = new HashMap<>();

    /** {@code back}: why the debtor is to come back; null: the debtor is to be held. */
    private record Asked(Optional<HoldEnd> back, Instant at, Consumer<FloorReply> reply) {}

    HeldTalks(Duration longest, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            FloorGate gate, Announcer announcer) {
        this.longest = longest;
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.gate = gate;
        this.announcer = announcer;
    }

    /** {@code reply} is told once the PBX has confirmed or refused it, within {@link #CONFIRMED_WITHIN}. */
    void hold(OpenCall call, Consumer<FloorReply> reply) {
        if (asked.containsKey(call.id)) {
            reply.accept(Refused.notNow("the PBX is being asked already; look whether the debtor is on hold",
                    "已在请求 PBX，请查看债务人是否处于保持"));
        } else if (call.state() instanceof CallState.Held) {
            reply.accept(new Accepted());
        } else {
            asked.put(call.id, new Asked(Optional.empty(), clock.instant(), reply));
            pbx.hold(call.id, longest.plus(PATIENCE_OF_THE_PBX));
        }
    }

    /** As {@link #hold}. */
    void resume(OpenCall call, Consumer<FloorReply> reply) {
        if (asked.containsKey(call.id)) {
            reply.accept(Refused.notNow("the PBX is being asked already; look whether the debtor is on hold",
                    "已在请求 PBX，请查看债务人是否处于保持"));
        } else if (call.state() instanceof CallState.Connected) {
            reply.accept(new Accepted());
        } else {
            bringBack(call, HoldEnd.RESUMED, reply);
        }
    }

    /** Puts the debtor through to the call's agent. */
    void bringBack(OpenCall call, HoldEnd why, Consumer<FloorReply> reply) {
        Optional<LegId> leg = call.agent().flatMap(desks::find).flatMap(AgentDesk::line);
        leg.ifPresentOrElse(up -> {
            Asked before = asked.put(call.id, new Asked(Optional.of(why), clock.instant(), reply));
            pbx.connect(call.id, up);
            if (before != null) {
                before.reply().accept(Refused.notNow("it is asked again", "正在再次请求"));
            }
        }, () -> reply
                .accept(Refused.notNow("the headset is not connected; the debtor is still on hold", "耳机未连接，债务人仍处于保持")));
    }

    /**
     * Nothing has come of what the debtor was put on hold for, and nobody waits for a reply. Whoever is being hung up on, or asked how
     * satisfied they are, is left where they are.
     */
    void bringBackUnasked(OpenCall call) {
        if (call.state() instanceof CallState.Held && call.hangUpAskedAt().isEmpty() && !call.questionWanted()) {
            bringBack(call, HoldEnd.RESUMED, reply -> {
            });
        }
    }

    /** The PBX has done it, asked or not. */
    void held(OpenCall call, Instant at) {
        if (call.state() instanceof CallState.Connected) {
            call.move(new CallState.Held(at));
            call.hold(new Hold(at, at.plus(longest)));
            call.agent().ifPresent(agent -> journal.write(new FloorFact.Held(at, call.id, agent)));
            announcer.callChanged(call);
        }
        Asked what = asked.get(call.id);
        if (what != null && what.back().isEmpty()) {
            asked.remove(call.id);
            what.reply().accept(new Accepted());
        }
    }

    /** After a restart. Here a whole hold begins anew, so it does on the PBX, which would give the debtor up in the midst of it. */
    void adopt(OpenCall call, Instant at) {
        boolean unknown = call.state() instanceof CallState.Connected;
        held(call, at);
        if (unknown) {
            pbx.hold(call.id, longest.plus(PATIENCE_OF_THE_PBX));
        }
    }

    void holdFailed(OpenCall call, Words why) {
        Asked what = asked.get(call.id);
        if (what != null && what.back().isEmpty()) {
            asked.remove(call.id);
            what.reply()
                    .accept(Refused.notNow(new Words("the debtor is NOT on hold and hears you: ", "债务人未被保持，能听到您说话：")
                            .then(why)));
        }
    }

    /** The debtor and this agent hear each other; false if the debtor was not on hold. */
    boolean talksAgain(OpenCall call, AgentId agent, Instant at) {
        if (!(call.state() instanceof CallState.Held) || call.agent().filter(agent::equals).isEmpty()) {
            return false;
        }
        Asked what = asked.remove(call.id);
        over(call, at, what == null ? HoldEnd.RESUMED : what.back().orElse(HoldEnd.RESUMED));
        announcer.callChanged(call);
        if (what != null) {
            what.reply().accept(new Accepted());
        }
        return true;
    }

    /** Whoever the debtor talks to now. */
    void over(OpenCall call, Instant at, HoldEnd why) {
        call.move(new CallState.Connected(call.connectedAt().orElse(at)));
        call.hold(null);
        overInTheBooks(call, at, why);
    }

    /** Where we know of no hold, an earlier run may: one that stands open there ends by this, and only such a one. */
    void overInTheBooks(OpenCall call, Instant at, HoldEnd why) {
        journal.write(new FloorFact.HoldEnded(at, call.id, why));
    }

    /** The debtor could not be put through; false if the debtor was not on hold. */
    boolean connectFailed(OpenCall call, Words why) {
        if (!(call.state() instanceof CallState.Held)) {
            return false;
        }
        Asked what = asked.remove(call.id);
        if (what != null) {
            LOG.warn("the debtor of attempt {} could not be taken back from hold: {}", call.id, why.en());
            what.reply()
                    .accept(Refused.notNow(
                            new Words("the debtor is still on hold and could not be put through: ", "债务人仍处于保持，未能接回：")
                                    .then(why)));
        }
        return true;
    }

    /** Nothing more will be heard of what was asked. */
    void linkLost() {
        Map<AttemptId, Asked> unanswered = Map.copyOf(asked);
        asked.clear();
        unanswered.values()
                .forEach(what -> what.reply()
                        .accept(Refused.notNow(
                                "the link to the PBX is down; whether the debtor is on hold shows when it is back",
                                "与 PBX 的连接已断开；恢复后可知债务人是否处于保持")));
    }

    void tend() {
        Instant now = clock.instant();
        Map.copyOf(asked).forEach((attempt, what) -> {
            if (calls.find(attempt).isEmpty()) {
                asked.remove(attempt);
                what.reply().accept(TalkWords.callOver());
            } else if (now.isAfter(what.at().plus(CONFIRMED_WITHIN))) {
                asked.remove(attempt);
                what.reply()
                        .accept(Refused.notNow("the PBX has not confirmed it; look whether the debtor is on hold",
                                "PBX 尚未确认，请查看债务人是否处于保持"));
            }
        });
        if (!gate.linkUp()) {
            return;
        }
        for (OpenCall call : calls.all()) {
            boolean forgotten = call.hold().filter(hold -> !now.isBefore(hold.returnsAt())).isPresent();
            // A transfer that takes too long is ended by its own part, which brings the debtor back.
            if (forgotten && !call.isBeingGiven() && !asked.containsKey(call.id)
                    && call.hangUpAskedAt().isEmpty()) {
                bringBack(call, HoldEnd.LONGEST, reply -> {
                });
            }
        }
    }
}
