package com.callfloor.dialer.quality.trend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.recordings.ListeningRights.Scope;

/** The reviews that trends are made of. Blocks on the database. */
public interface TrendBook {
    /** Submitted reviews of calls of a time within {@code scope}, in their latest versions; none of calibration sessions. */
    List<Reviewed> reviewed(Instant from, Instant to, Optional<Long> agent, Scope scope);

    /**
     * One review.
     *
     * @param state submitted, acknowledged, appealed, upheld or changed
     * @param failed whether something failed the call by itself
     */
    record Reviewed(Optional<Person> agent, Instant calledAt, String card, String cardVersion, String state,
            BigDecimal score, boolean passed, boolean failed, Map<String, Answer> answers) {}
}
