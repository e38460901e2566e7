package com.callfloor.dialer.payments;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import org.jspecify.annotations.Nullable;

/** A posting in the books; {@code notedAt} when it came. */
public record NotedPosting(long id, Posting posting, Instant notedAt, Belonging belonging) {

    /** Whose it is, as far as is known. */
    public sealed interface Belonging {
        /**
         * It counts for this case.
         *
         * @param by the login of whoever matched it; null where a rule did
         */
        record Matched(CaseId caseId, String caseRef, MatchRule rule, Instant at, @Nullable String by)
                implements
                    Belonging {}

        /** It counts for none. */
        record Unmatched(WhyUnmatched why) implements Belonging {}
    }

    public Optional<CaseId> caseId() {
        return belonging instanceof Belonging.Matched matched ? Optional.of(matched.caseId()) : Optional.empty();
    }

    /** Empty while nobody knows its case. */
    public Optional<Payment> payment() {
        return caseId().map(caseId -> new Payment(caseId, posting.reference(), posting.effect(), posting.valueDate(),
                notedAt));
    }
}
