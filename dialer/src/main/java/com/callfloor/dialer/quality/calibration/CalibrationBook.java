package com.callfloor.dialer.quality.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.recordings.ListeningRights.Scope;

/** The sessions that are kept. Every method blocks on the database. */
public interface CalibrationBook {
    /**
     * Opens a session with a draft for each reviewer.
     *
     * @return empty if there is no stored recording of this call
     */
    Optional<Session> open(AttemptId recording, Scorecard card, List<Person> reviewers, Person lead, Instant at);

    Optional<Session> byId(long id);

    /** Newest first, older than {@code before}; only those about recordings within {@code scope}. */
    List<Session> page(Scope scope, Optional<Long> before, int limit);

    /** Closes a session, unless it is closed; who has not scored by then cannot any more. */
    Optional<Session> close(long id, Instant at);

    /** The latest sessions of a version of a card; only those about recordings within {@code scope}. */
    List<Session> of(String card, String cardVersion, Scope scope, int most);
}
