package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentChoice;
import com.callfloor.dialer.agents.AgentChoice.Readiness;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.AgentWish;
import org.jspecify.annotations.Nullable;

/** One agent's state and leg. Confined to the floor's thread. */
final class AgentDesk {
    private static final Duration LONGEST_WAIT_BEFORE_RINGING_AGAIN = Duration.ofSeconds(5);

    private final Agent agent;
    private AgentState state;
    private AgentLeg leg;
    private int failedRings;
    private Instant ringAgainAt;
    private @Nullable AttemptId heldFor;
    private @Nullable AgentWish next;
    private @Nullable String campaign;

    AgentDesk(Agent agent, AgentState state, Instant now) {
        this.agent = agent;
        this.state = state;
        this.leg = new AgentLeg.Down(now);
        this.ringAgainAt = now;
    }

    Agent agent() {
        return agent;
    }

    AgentState state() {
        return state;
    }

    void move(AgentState moved) {
        state = moved;
        if (!busy()) {
            next = null;
        }
        letGoIfGone();
    }

    /** Of the call that the agent is in or wraps up; nobody knows it of a wrap-up that an earlier run left. */
    Optional<String> campaign() {
        return Optional.ofNullable(campaign);
    }

    void serves(String campaignId) {
        campaign = campaignId;
    }

    /** In a call, or wrapping one up. */
    boolean busy() {
        return state instanceof AgentState.OnCall || state instanceof AgentState.WrapUp;
    }

    /** What begins when the agent is not busy any more; empty: the agent is ready then. */
    Optional<AgentWish> next() {
        return Optional.ofNullable(next);
    }

    /** Only while the agent is busy. */
    void plan(@Nullable AgentWish wish) {
        next = wish;
    }

    AgentLeg leg() {
        return leg;
    }

    void legUp(AgentLeg.Up up) {
        leg = up;
        failedRings = 0;
    }

    void legRinging(AgentLeg.Ringing ringing) {
        leg = ringing;
    }

    /** The wait before the next ring grows with each ring that brought nothing: 0.5, 1, 2 ... 5 s. */
    void legDown(Instant at) {
        Duration wait = Duration.ofMillis(500L << Math.min(failedRings, 4));
        ringAgainAt = at.plus(
                wait.compareTo(LONGEST_WAIT_BEFORE_RINGING_AGAIN) > 0 ? LONGEST_WAIT_BEFORE_RINGING_AGAIN : wait);
        failedRings = leg instanceof AgentLeg.Ringing ? failedRings + 1 : 0;
        leg = new AgentLeg.Down(at);
        letGoIfGone();
    }

    /** Keeps this agent free for one call until it is over: no other call may take the agent. */
    void holdFor(AttemptId attempt) {
        heldFor = attempt;
    }

    void letGo() {
        heldFor = null;
    }

    Optional<AttemptId> heldFor() {
        return Optional.ofNullable(heldFor);
    }

    /** An agent who cannot take the call any more is held for nothing. */
    private void letGoIfGone() {
        if (heldFor != null && !idle() && !isOn(heldFor)) {
            heldFor = null;
        }
    }

    boolean isOn(AttemptId attempt) {
        return state instanceof AgentState.OnCall onCall && onCall.attempt().equals(attempt);
    }

    boolean wantsALeg() {
        return !(state instanceof AgentState.SignedOut);
    }

    boolean mustBeRung(Instant now) {
        return wantsALeg() && leg instanceof AgentLeg.Down && !now.isBefore(ringAgainAt);
    }

    /** Free with the leg up, held or not. */
    boolean idle() {
        return state instanceof AgentState.Ready && leg instanceof AgentLeg.Up;
    }

    /** Free for any call. */
    boolean available() {
        return idle() && heldFor == null;
    }

    AgentChoice.Candidate candidateFor(AttemptId attempt, Skills skills) {
        boolean soon = heldFor == null && next == null && leg instanceof AgentLeg.Up && busy();
        Readiness readiness = availableFor(attempt) ? Readiness.FREE : soon ? Readiness.SOON : Readiness.AWAY;
        return new AgentChoice.Candidate(agent.id(), skills.of(agent), readiness, state.since());
    }

    /** Free for this call: for any, or held for this one. */
    boolean availableFor(AttemptId attempt) {
        return idle() && (heldFor == null || heldFor.equals(attempt));
    }
}
