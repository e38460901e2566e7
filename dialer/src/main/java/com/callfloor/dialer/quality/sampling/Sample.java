package com.callfloor.dialer.quality.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.review.Person;

/**
 * One draw, with all that it takes to do it again.
 *
 * @param week its Monday
 * @param candidatesSha256 of the kept text that it was drawn from
 */
public record Sample(long id, String plan, String planVersion, LocalDate week, int perAgent, String seed,
        int candidates, String candidatesSha256, Instant drawnAt, Person drawnBy, List<Pick> picks) {
    public Sample {
        picks = List.copyOf(picks);
    }

    /** A call that was drawn: something for a reviewer to do. {@code reviewer} empty: whoever takes it. */
    public record Pick(long id, long sample, AttemptId call, String caseRef, Person agent, Set<Risk> reasons,
            Optional<Person> reviewer, Optional<Long> review, boolean done) {}
}
