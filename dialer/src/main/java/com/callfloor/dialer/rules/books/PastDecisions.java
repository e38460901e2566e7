package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.function.Consumer;

import com.callfloor.dialer.rules.CallQuestion;

/** The decisions of the past with the question that each answered, for asking other packs the same. */
public interface PastDecisions {
    /**
     * Gives each decision that was made at or after {@code since}, in order. What the books held at its instant is the
     * question's history and facts; the attempt that it led to is not in it. Blocks on the database for as long as it
     * takes.
     */
    void each(Instant since, Consumer<Made> consumer);

    /** {@code rule}: the first rule that denied it; empty where it was allowed. */
    record Made(String caseRef, boolean allowed, String rule, CallQuestion question) {}
}
