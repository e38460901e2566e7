package com.callfloor.dialer.quality.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.recordings.ListeningRights.Scope;

/** The reviews that are kept. Every method blocks on the database. */
public interface ReviewBook {
    /**
     * Opens a draft and takes the assignment of this call, if one waits for this reviewer or for anybody. A draft of theirs for
     * the same call is found again.
     *
     * @return empty if there is no stored recording of this call
     * @throws NotNow if this reviewer has submitted a review of the call
     */
    Optional<Review> open(AttemptId recording, Scorecard card, Person reviewer, Instant at);

    Optional<Review> byId(long id);

    /**
     * Does a step with a review, under a lock on it.
     *
     * @param step throws {@link NotNow} if it cannot be; nothing is changed then
     * @return the review after it; empty if there is none
     */
    Optional<Review> change(long id, UnaryOperator<Review> step);

    /** Newest first, older than {@code before}; of calibration sessions only drafts, while the session is open. */
    List<Review> page(Filter filter, Optional<Long> before, int limit);

    /**
     * What is asked for; empty parts do not narrow it.
     *
     * @param drafts whether drafts are listed too
     * @param scope of recordings whose reviews may be known
     */
    record Filter(Optional<Long> agent, Optional<Long> reviewer, Optional<AttemptId> recording, Optional<String> state,
            boolean drafts, Scope scope) {}
}
