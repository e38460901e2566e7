package com.callfloor.dialer.payments;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import org.jspecify.annotations.Nullable;

/**
 * Finds the case that a posting belongs to. What a posting is matched with never depends on other postings but the one that
 * it reverses, so that no order of files makes a difference: the amount is compared with what the lender's file stated, and
 * not with what is left of it.
 */
public final class Matching {
    private Matching() {}

    /**
     * A case that a posting might belong to.
     *
     * @param lender null where its file named none
     * @param stated the amount due by the lender's file
     */
    public record Candidate(CaseId id, @Nullable String lender, Money stated, boolean withdrawn) {}

    /** What was found. */
    public sealed interface Match {
        record Found(CaseId caseId, MatchRule rule) implements Match {}

        record None(WhyUnmatched why) implements Match {}
    }

    /**
     * The case of a payment, or of a reversal that does not say what it reverses.
     *
     * @param named the case of its case reference
     * @param ofDebtor all cases of its debtor reference
     */
    public static Match of(Posting posting, Optional<Candidate> named, List<Candidate> ofDebtor) {
        if (posting.caseRef() != null) {
            return named.map(candidate -> byCaseRef(posting, candidate))
                    .orElseGet(() -> new Match.None(WhyUnmatched.UNKNOWN_CASE));
        }
        if (posting.debtorRef() == null) {
            return new Match.None(WhyUnmatched.NOTHING_TO_GO_BY);
        }
        return byAmount(posting, ofDebtor);
    }

    /**
     * The case of a reversal that says what it reverses: wherever the payment went, it is taken back.
     *
     * @param payment the case of that payment; empty where it has none yet
     */
    public static Match ofReversal(Optional<CaseId> payment) {
        return payment.<Match>map(caseId -> new Match.Found(caseId, MatchRule.REFERENCE))
                .orElseGet(() -> new Match.None(WhyUnmatched.AWAITS_PAYMENT));
    }

    /** What stands against this case, if anything does; also asked of a match by hand. */
    public static Optional<WhyUnmatched> objection(Posting posting, Candidate candidate) {
        if (!sameLender(posting, candidate)) {
            return Optional.of(WhyUnmatched.OTHER_LENDER);
        }
        return candidate.stated().currency().equals(posting.amount().currency())
                ? Optional.empty()
                : Optional.of(WhyUnmatched.OTHER_CURRENCY);
    }

    private static Match byCaseRef(Posting posting, Candidate named) {
        return objection(posting, named).<Match>map(Match.None::new)
                .orElseGet(() -> new Match.Found(named.id(), MatchRule.CASE_REF));
    }

    private static Match byAmount(Posting posting, List<Candidate> ofDebtor) {
        List<Candidate> fitting = ofDebtor.stream()
                .filter(candidate -> !candidate.withdrawn() && sameLender(posting, candidate)
                        && candidate.stated().equals(posting.amount()))
                .toList();
        return switch (fitting.size()) {
            case 0 -> new Match.None(WhyUnmatched.NO_CASE_FITS);
            case 1 -> new Match.Found(fitting.getFirst().id(), MatchRule.AMOUNT);
            default -> new Match.None(WhyUnmatched.SEVERAL_FIT);
        };
    }

    /** Who names no lender may mean any. */
    private static boolean sameLender(Posting posting, Candidate candidate) {
        return posting.lender().isEmpty() || candidate.lender() == null || posting.lender().equals(candidate.lender());
    }
}
