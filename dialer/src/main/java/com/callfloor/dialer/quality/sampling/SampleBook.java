package com.callfloor.dialer.quality.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.recordings.ListeningRights.Scope;

/** The samples that are kept. Every method blocks on the database. */
public interface SampleBook {
    /** The conversations that began in a time, ended, and have a stored recording. */
    List<CallFigures> conversations(Instant from, Instant to);

    /**
     * Keeps a draw and makes assignments of it.
     *
     * @return its id, or empty if this plan's sample of this week was drawn before
     */
    Optional<Long> keep(New sample);

    Optional<Sample> byId(long id);

    /** Which of a sample's picks are of recordings within {@code scope}. */
    List<Sample.Pick> picks(long id, Scope scope);

    /** The text that a sample was drawn from, as it was kept. */
    String candidates(long id);

    /** Newest first, without their picks. */
    List<Sample> page(Optional<Long> before, int limit);

    /**
     * Assignments by id.
     *
     * @param reviewer only theirs, and those that anybody may take
     * @param done whether those with a submitted review are asked for, or those without
     * @param scope of recordings that are told of
     */
    List<Sample.Pick> assignments(Optional<Long> reviewer, boolean done, Scope scope, Optional<Long> after,
            int limit);

    /** A draw that is not kept yet. {@code reviewers}: for each of {@code drawn}, the user that it is given to. */
    record New(SamplingPlan plan, LocalDate week, String seed, Candidates candidates, List<Candidate> drawn,
            List<Optional<Long>> reviewers, Instant at, long by) {}
}
