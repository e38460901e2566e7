package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.rules.PastCall;

/** Every attempt within reach that went to a debtor, or to one of the debtor's numbers for anybody else. */
record PastTries(List<PastTry> tries) {
    /** One row of {@code attempts}. */
    record PastTry(Instant at, boolean sameDebtor, long numberId, boolean open) {}

    /** What the rules need to know for this candidate. */
    List<PastCall> callsFor(Candidate candidate) {
        return tries.stream()
                .filter(tried -> tried.sameDebtor() || tried.numberId() == candidate.id())
                .map(tried -> new PastCall(tried.at(), tried.sameDebtor(), tried.numberId() == candidate.id()))
                .toList();
    }

    /** The latest attempt to this debtor or number that is not over; one older than {@code longest} is a lost one. */
    Optional<Instant> underway(Candidate candidate, Instant now, Duration longest) {
        return tries.stream()
                .filter(tried -> tried.open() && tried.at().isAfter(now.minus(longest)))
                .filter(tried -> tried.sameDebtor() || tried.numberId() == candidate.id())
                .map(PastTry::at)
                .max(Comparator.naturalOrder());
    }

    /** The number longest not tried first, never tried ones before all; among equals the lender's order. */
    List<Candidate> inOrder(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(this::lastTry).thenComparingInt(Candidate::position))
                .toList();
    }

    private Instant lastTry(Candidate candidate) {
        return tries.stream()
                .filter(tried -> tried.numberId() == candidate.id())
                .map(PastTry::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
