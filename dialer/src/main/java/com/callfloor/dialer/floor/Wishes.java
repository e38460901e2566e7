package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.ListenMode;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;

/** What people ask of the floor, granted or refused. Confined to the floor's thread. */
final class Wishes {
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final AgentMoves agentMoves;
    private final Pops pops;
    private final Announcer announcer;
    private final FollowUpPlan followUps;
    private final Campaigns campaigns;

    Wishes(Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks, AgentMoves agentMoves,
            Pops pops, Announcer announcer, FollowUpPlan followUps, Campaigns campaigns) {
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.agentMoves = agentMoves;
        this.pops = pops;
        this.announcer = announcer;
        this.followUps = followUps;
        this.campaigns = campaigns;
    }

    FloorReply agentState(AgentId agent, AgentWish wish) {
        return desks.find(agent).map(desk -> move(desk, wish)).orElseGet(Refused::noSuchAgent);
    }

    private FloorReply move(AgentDesk desk, AgentWish wish) {
        boolean readyAlready = wish instanceof AgentWish.Ready && desk.state() instanceof AgentState.Ready;
        if (desk.busy()) {
            desk.plan(wish instanceof AgentWish.Ready ? null : wish);
            announcer.agentChanged(desk);
        } else if (!readyAlready) {
            agentMoves.follow(desk, wish, clock.instant());
        }
        return new Accepted();
    }

    FloorReply hangUp(AttemptId attempt, Requester by) {
        Optional<OpenCall> found = calls.find(attempt);
        if (found.isEmpty()) {
            return Refused.noSuchCall();
        }
        OpenCall call = found.get();
        if (by instanceof Requester.OwnAgent own && !isOf(own.id(), call)) {
            return new Refused(Refusal.NOT_YOURS, new Words("this call is not yours", "这不是您的通话"));
        }
        if (by instanceof Requester.OwnAgent && call.state() instanceof CallState.Connected
                && campaigns.asksSatisfaction(call) && call.markQuestionWanted()) {
            // Should nothing come of it, whoever asks once more ends the call.
            pbx.ask(attempt);
            return new Accepted();
        }
        call.markHangUpAsked(clock.instant());
        pbx.hangUp(attempt);
        return new Accepted();
    }

    /** Also while the phone still rings, if the agent is held for the call. */
    private boolean isOf(AgentId agent, OpenCall call) {
        return call.agent()
                .or(() -> desks.heldFor(call.id).map(desk -> desk.agent().id()))
                .filter(agent::equals)
                .isPresent();
    }

    FloorReply dispose(AttemptId attempt, AgentId agent, WrapUp wrapUp) {
        Optional<AgentDesk> found = desks.find(agent);
        if (found.isEmpty()) {
            return Refused.noSuchAgent();
        }
        AgentDesk desk = found.get();
        if (desk.isOn(attempt)) {
            return Refused.notNow("the call is still up; end it, then give its disposition", "通话尚未结束，请先挂断再填写处置结果");
        }
        if (!(desk.state() instanceof AgentState.WrapUp wrapping) || !wrapping.attempt().equals(attempt)) {
            return new Refused(Refusal.NOT_YOURS,
                    new Words("this call is not yours to wrap up, or it has its disposition already",
                            "这通电话不由您处置，或已有处置结果"));
        }
        Instant now = clock.instant();
        journal.write(new FloorFact.Disposed(now, attempt, agent, wrapUp, followUps.after(wrapUp, now)));
        pops.drop(agent);
        agentMoves.free(desk, now);
        return new Accepted();
    }

    FloorReply listenIn(AgentId supervisor, Extension phone, AgentId agent, ListenMode mode) {
        Optional<AgentDesk> desk = desks.find(agent);
        if (desk.isEmpty()) {
            return Refused.noSuchAgent();
        }
        Optional<LegId> line = desk.get().line();
        if (line.isEmpty()) {
            return Refused.notNow("the agent's headset is not connected", "该坐席的耳机未连接");
        }
        pbx.listenIn(supervisor, phone, line.get(), mode);
        return new Accepted();
    }
}
