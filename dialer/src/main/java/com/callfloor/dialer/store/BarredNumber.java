package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Set;

import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.StandingFact;
import org.jspecify.annotations.Nullable;

/** A number on a do-not-call list. {@code lender} null: for every lender's cases. */
record BarredNumber(long number, @Nullable String lender, Instant since) {
    boolean holdsFor(@Nullable String caseLender) {
        return lender == null || lender.equals(caseLender);
    }

    StandingFact asFact() {
        return new StandingFact(FactKind.DO_NOT_CALL, since, 0, 0, number, null, null, Set.of());
    }
}
