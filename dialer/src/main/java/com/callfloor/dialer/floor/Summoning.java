package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that one agent is there for is placed once that agent is on the line: at once where headsets are nailed up. A
 * phone that is rung per call comes first, before the reservation even, since the debtor may answer within a second of the
 * dialing and is to wait for nobody's hand. Confined to the floor's thread.
 */
final class Summoning {
    private static final Logger LOG = LoggerFactory.getLogger(Summoning.class);
    /** A line may be free in a moment; an agent does not listen to silence for longer. */
    private static final Duration LONGEST_HINDERED = Duration.ofSeconds(30);

    private final AgentPhones phones;
    private final Clock clock;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final Campaigns campaigns;
    private final Placing placing;
    private final Dialing dialing;
    private final List<Summons> pending = new ArrayList<>();

    /** Hears, on the floor's thread, what came of it. */
    interface Caller {
        /** The agent is on the line, and held for the call. */
        void onTheLine();

        /** Whatever was held or set aside for the call is not needed any more. */
        void failed(Words why);
    }

    private static final class Summons {
        final AgentDesk desk;
        final AttemptId call;
        final Caller caller;
        @Nullable
        Instant hinderedSince;

        Summons(AgentDesk desk, AttemptId call, Caller caller) {
            this.desk = desk;
            this.call = call;
            this.caller = caller;
        }
    }

    Summoning(AgentPhones phones, Clock clock, AgentDesks desks, AgentMoves agentMoves, Campaigns campaigns,
            Placing placing,
            Dialing dialing) {
        this.phones = phones;
        this.clock = clock;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.campaigns = campaigns;
        this.placing = placing;
        this.dialing = dialing;
    }

    /** Calls this agent to the phone for the call that the agent is held for. */
    void summon(AgentDesk desk, AttemptId call, Caller caller) {
        if (isOnTheLine(desk)) {
            caller.onTheLine();
        } else {
            desk.summon();
            pending.add(new Summons(desk, call, caller));
        }
    }

    static boolean isOnTheLine(AgentDesk desk) {
        return desk.leg() instanceof AgentLeg.Up;
    }

    /** Whether there is a line for one more call than agents are called to their phones for. */
    boolean hasALine(Instant now) {
        return pending.size() < placing.linesFree(now);
    }

    /** Goes on with whoever has picked up; whoever has not is away. */
    void tend() {
        if (!phones.rungPerCall()) {
            return;
        }
        Instant now = clock.instant();
        desks.all().stream().filter(AgentDesk::takeVainRing).forEach(desk -> awayFromThePhone(desk, now));
        for (Summons each : List.copyOf(pending)) {
            tend(each, now);
        }
    }

    /** Another ring would most likely be in vain too, and the case is another agent's to call. */
    private void awayFromThePhone(AgentDesk desk, Instant now) {
        if (desk.state() instanceof AgentState.Ready) {
            LOG.info("agent {} did not pick up and is on break until ready again", desk.agent().id().value());
            agentMoves.move(desk, new AgentState.OnBreak(now, AgentState.OnBreak.NO_ANSWER));
        }
    }

    private void tend(Summons each, Instant now) {
        Optional<Words> obstacle = dialing.obstacle(now);
        if (each.desk.heldFor().filter(each.call::equals).isEmpty()) {
            end(each, new Words("your phone was not picked up, or you left", "您的话机无人接听，或您已离开"));
        } else if (campaigns.allPaused()) {
            end(each, new Words("the campaign is paused", "活动已暂停"));
        } else if (obstacle.isPresent()) {
            each.hinderedSince = each.hinderedSince == null ? now : each.hinderedSince;
            if (now.isAfter(each.hinderedSince.plus(LONGEST_HINDERED))) {
                end(each, obstacle.get());
            }
        } else {
            each.hinderedSince = null;
            if (isOnTheLine(each.desk)) {
                pending.remove(each);
                each.caller.onTheLine();
            }
        }
    }

    private void end(Summons each, Words why) {
        pending.remove(each);
        each.caller.failed(why);
    }
}
