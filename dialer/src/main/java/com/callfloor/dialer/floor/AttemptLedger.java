package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import org.jspecify.annotations.Nullable;

/** The durable record of attempts. Every method blocks on the database. */
public interface AttemptLedger {
    /**
     * Picks the case that is due first, asks the rules and writes the attempt, in one transaction: when this returns
     * {@link Reservation.Reserved}, the attempt is on disk and counts, whatever happens next.
     *
     * @param id the attempt's id if one is reserved
     * @param latestAnswer from dialing to the latest possible answer
     * @throws LedgerUnavailable nothing was reserved as far as is known; do not dial
     */
    Reservation reserve(AttemptId id, Duration latestAnswer) throws LedgerUnavailable;

    /** Attempts that are not closed: what a restarted dialer must adopt or close. */
    List<OpenAttempt> openAttempts() throws LedgerUnavailable;

    /** What became of the wish to call somebody. */
    sealed interface Reservation {
        /** On disk; it may be dialed. {@code language} is the case's, BCP 47, such as {@code zh-CN}. */
        record Reserved(AttemptId id, Instant at, CaseCard card, PhoneNumber number, @Nullable String language,
                Decision decision) implements Reservation {}

        /** A case was due and the rules said no; its next time is noted with it. Ask again for another one. */
        record Denied(CaseId caseId, Decision decision) implements Reservation {}

        /** No case is due; {@code next} is when the first one will be, if any. */
        record NothingDue(Optional<Instant> next) implements Reservation {}
    }

    /** An attempt whose end is not written. */
    record OpenAttempt(AttemptId id, CaseCard card, PhoneNumber number, Instant reservedAt,
            @Nullable Instant rangAt, @Nullable Instant answeredAt, @Nullable Instant connectedAt,
            @Nullable AgentId agent) {}
}
