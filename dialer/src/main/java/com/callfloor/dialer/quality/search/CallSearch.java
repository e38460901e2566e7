package com.callfloor.dialer.quality.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.recordings.ListeningRights.Scope;

/** Finds recorded calls. Blocks on the database. */
public interface CallSearch {
    /** Newest first, older than {@code before}; only calls with a stored recording, and of these what {@code scope} lets be known. */
    List<Found> page(Scope scope, Wanted wanted, Optional<AttemptId> before, int limit);

    /**
     * What is asked for; empty parts do not narrow it.
     *
     * @param from of the call's beginning
     * @param to before this
     * @param scoreFrom of a submitted review of it
     * @param flaw of the recording, such as {@code agent_silent}
     * @param phrase a rule of the phrase lists, a prohibition, or {@code forbidden} or {@code missing} for any
     */
    record Wanted(Optional<String> caseRef, Optional<String> debtorRef, Optional<PhoneNumber> number,
            Optional<Long> agent, Optional<String> campaign, Optional<Disposition> disposition,
            Optional<Duration> lengthFrom, Optional<Duration> lengthTo, Optional<Instant> from, Optional<Instant> to,
            Optional<BigDecimal> scoreFrom, Optional<BigDecimal> scoreTo, Optional<Boolean> reviewed,
            Optional<String> flaw, Optional<String> phrase) {}

    record Found(AttemptId recording, String caseRef, String debtorRef, Optional<Person> agent, String campaign,
            Instant at, Duration length, Optional<String> disposition, List<String> flaws, List<String> phrases,
            List<Judged> reviews) {}

    /** A submitted review, in short. */
    record Judged(long review, String state, BigDecimal score, boolean passed) {}
}
