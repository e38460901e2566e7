package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import org.jspecify.annotations.Nullable;

/** The durable record of attempts. Every method blocks on the database. */
public interface AttemptLedger {
    /**
     * Picks the campaign's cases that are due first, asks the rules for each and writes the attempts, in one transaction: when this
     * returns {@link Reservation.Reserved}, that attempt is on disk and counts, whatever happens next.
     *
     * @param campaign its id
     * @param slots one for each call that the floor would like to place; no two of the same id
     * @param latestAnswer from dialing to the latest possible answer
     * @return one for each slot, in the order of the slots
     * @throws LedgerUnavailable nothing was reserved as far as is known; dial none of them
     */
    List<Reservation> reserve(String campaign, List<Slot> slots, Duration latestAnswer) throws LedgerUnavailable;

    /**
     * The same for one case, due or not.
     *
     * @param campaigns nobody calls a case of another one
     * @return {@link Reservation.NothingDue} if the case is closed or of another campaign, or somebody else decides about it at this moment
     * @throws LedgerUnavailable nothing was reserved as far as is known
     */
    Reservation reserve(Slot slot, CaseId caseId, Set<String> campaigns, Duration latestAnswer)
            throws LedgerUnavailable;

    /**
     * Picks the campaign's case that is due first for an agent to look at before it is called. No attempt is written and none counts:
     * the rules are asked again by the reservation. The case is due for nobody for {@code aside}.
     *
     * @throws LedgerUnavailable no case was set aside as far as is known
     */
    Offer offer(String campaign, Slot slot, Duration aside, Duration latestAnswer) throws LedgerUnavailable;

    /** Attempts that are not closed: what a restarted dialer must adopt or close. */
    List<OpenAttempt> openAttempts() throws LedgerUnavailable;

    /**
     * One call that the floor would like to place.
     *
     * @param id the attempt's id if one is reserved
     * @param agentHeld an agent is kept free for this very call until it is over, and takes no other
     * @param agents who may take it; a call-back that is still kept for another agent is left alone
     */
    record Slot(AttemptId id, boolean agentHeld, Set<AgentId> agents) {
        public Slot {
            agents = Set.copyOf(agents);
        }

        /** For whoever is free: no call-back that is kept for somebody. */
        public Slot(AttemptId id, boolean agentHeld) {
            this(id, agentHeld, Set.of());
        }
    }

    /** What became of the wish to call somebody. */
    sealed interface Reservation {
        /**
         * On disk; it may be dialed.
         *
         * @param language the case's, BCP 47, such as {@code zh-CN}
         * @param pastAgents whom the debtor knows
         * @param agentMustBeHeld the rules allowed this call only because an agent is held for it: the debtor was left
         *     without an agent before (the remedy for an abandoned call)
         * @param answerChance that a person answers, as far as the books foretell it; above 0, below 1
         */
        record Reserved(AttemptId id, Instant at, CaseCard card, PhoneNumber number, @Nullable String language,
                Decision decision, boolean agentMustBeHeld, Purpose purpose, PastAgents pastAgents,
                double answerChance)
                implements
                    Reservation {}

        /** A case was due and the rules said no; its next time is noted with it. Ask again for another one. */
        record Denied(CaseId caseId, Decision decision) implements Reservation {}

        /** No case is due; {@code next} is when the first one will be, if any. */
        record NothingDue(Optional<Instant> next) implements Reservation {}
    }

    /** What there is for an agent to look at. */
    sealed interface Offer {
        /**
         * The rules would permit this call now.
         *
         * @param until when the case is due again if nothing becomes of it
         */
        record Case(CaseCard card, PhoneNumber number, Purpose purpose, Decision decision, Instant until)
                implements
                    Offer {}

        /** A case was due and the rules said no; its next time is noted with it. Ask again for another one. */
        record Denied(Decision decision) implements Offer {}

        /** No case is due; {@code next} is when the first one will be, if any. */
        record NothingDue(Optional<Instant> next) implements Offer {}
    }

    /**
     * An attempt whose end is not written.
     *
     * @param earlyMedia sound came without a ringing signal: a phone may have rung
     * @param talkEndedAt the agent is out of it, and the debtor is asked how satisfied they are
     * @param takenOverBy the supervisor who has the debtor instead of the agent, with the phone that they have them on
     * @param third who talks with both debtor and agent
     */
    record OpenAttempt(AttemptId id, CaseCard card, PhoneNumber number, Purpose purpose, Instant reservedAt,
            boolean earlyMedia, @Nullable Instant rangAt, @Nullable Instant answeredAt, @Nullable Instant connectedAt,
            @Nullable Instant talkEndedAt, @Nullable AgentId agent, @Nullable Agent takenOverBy,
            @Nullable Third third) {}

    /** {@code who}: their phone is not known; {@code barged}: they came in unasked. */
    record Third(Agent who, boolean barged) {}
}
