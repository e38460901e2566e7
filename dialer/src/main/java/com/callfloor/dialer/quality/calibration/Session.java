package com.callfloor.dialer.quality.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;

/**
 * Several reviewers score one call, and nobody sees the others' scores before all are in or the lead has closed the session.
 *
 * @param reviews each reviewer's, drafts among them
 */
public record Session(long id, AttemptId recording, String caseRef, String card, String cardVersion, Person lead,
        Instant openedAt, Optional<Instant> closedAt, List<Review> reviews) {
    public Session {
        reviews = List.copyOf(reviews);
    }

    /** Those who have scored. */
    public List<Review> scored() {
        return reviews.stream().filter(review -> review.latest().result().isPresent()).toList();
    }

    /** Whether everybody may see the scores. */
    public boolean revealed() {
        return closedAt.isPresent() || scored().size() == reviews.size();
    }
}
