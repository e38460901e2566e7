package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentChoice;
import com.callfloor.dialer.agents.AgentChoice.Readiness;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.AgentWish;
import org.jspecify.annotations.Nullable;

/** One agent's state and leg. Confined to the floor's thread. */
final class AgentDesk {
    private static final Duration LONGEST_WAIT_BEFORE_RINGING_AGAIN = Duration.ofSeconds(5);

    private Agent listed;
    /** Another phone than the one that the staff records give. */
    private @Nullable Extension chosen;
    private final Headsets headsets;
    private AgentState state;
    private AgentLeg leg;
    private int failedRings;
    private Instant ringAgainAt;
    private @Nullable AttemptId heldFor;
    private boolean summoned;
    private @Nullable AgentWish next;
    private @Nullable String campaign;

    AgentDesk(Agent agent, AgentState state, Headsets headsets, Instant now) {
        this.listed = agent;
        this.headsets = headsets;
        this.state = state;
        this.leg = noLeg(now);
        this.ringAgainAt = now;
    }

    /** With the phone that is rung now. */
    Agent agent() {
        return chosen == null ? listed : new Agent(listed.id(), listed.login(), listed.name(), chosen);
    }

    /** The same agent as the staff records have it now. A choice goes with the phone that it was made instead of. */
    void list(Agent now) {
        if (!now.extension().equals(listed.extension())) {
            chosen = null;
        }
        listed = now;
    }

    /** From the next ring on this phone is rung. */
    void choose(Extension phone) {
        chosen = phone;
    }

    /** Back to the phone of the staff records. */
    void forgetChoice() {
        chosen = null;
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
        leg = noLeg(at);
        letGoIfGone();
    }

    /** We hung it up, or the link was away: no fault of the phone. */
    void legDropped(Instant at) {
        leg = noLeg(at);
        legDown(at);
    }

    private AgentLeg noLeg(Instant at) {
        return switch (headsets) {
            case NAILED_UP -> new AgentLeg.Down(at);
            case RUNG_PER_CALL -> new AgentLeg.OnHook(at);
        };
    }

    /** Whether the phone has rung in vain since this was asked last. */
    boolean takeVainRing() {
        boolean inVain = failedRings > 0;
        failedRings = 0;
        return inVain;
    }

    /** Keeps this agent free for one call until it is over: no other call may take the agent. */
    void holdFor(AttemptId attempt) {
        heldFor = attempt;
    }

    void letGo() {
        heldFor = null;
        summoned = false;
    }

    /** The call that this agent is held for is about to be placed: the phone must be off its hook for it. */
    void summon() {
        summoned = true;
    }

    boolean summoned() {
        return summoned;
    }

    Optional<AttemptId> heldFor() {
        return Optional.ofNullable(heldFor);
    }

    /** An agent who cannot take the call any more is held for nothing. */
    private void letGoIfGone() {
        if (heldFor != null && !idle() && !isOn(heldFor)) {
            letGo();
        }
    }

    boolean isOn(AttemptId attempt) {
        return state instanceof AgentState.OnCall onCall && onCall.attempt().equals(attempt);
    }

    boolean wantsALeg() {
        return !(state instanceof AgentState.SignedOut);
    }

    boolean mayBeRung(Instant now) {
        boolean free = switch (leg) {
            case AgentLeg.Down down -> true;
            case AgentLeg.OnHook onHook -> true;
            case AgentLeg.Ringing ringing -> false;
            case AgentLeg.Up up -> false;
        };
        return free && wantsALeg() && !now.isBefore(ringAgainAt);
    }

    /** Free for any call, as soon as the phone was rung for it. */
    boolean mayBeSummoned(Instant now) {
        return state instanceof AgentState.Ready && heldFor == null && leg instanceof AgentLeg.OnHook
                && mayBeRung(now);
    }

    /** The leg that a debtor can be joined with; empty unless it is up. */
    Optional<LegId> line() {
        return leg instanceof AgentLeg.Up up ? Optional.of(up.id()) : Optional.empty();
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
        return new AgentChoice.Candidate(listed.id(), skills.of(listed), readiness, state.since());
    }

    /** Free for this call: for any, or held for this one. */
    boolean availableFor(AttemptId attempt) {
        return idle() && (heldFor == null || heldFor.equals(attempt));
    }
}
