package com.callfloor.dialer.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Postings on disk. What is due of a case, and whether it is still to be called, changes in the same transaction that
 * writes the posting. Blocks on the database.
 */
public interface PaymentBook {
    /**
     * Writes postings in one transaction. One that is known already changes nothing; one that contradicts what is known
     * under its reference is refused, and the others are written all the same.
     *
     * @param at when they came
     */
    Written write(List<Posting> postings, Instant at);

    /** Tries once more to match what is unmatched: new cases may have come. */
    Moves matchAgain(Instant at);

    /** Counts a posting for this case because a person says so. */
    HandMatch match(long id, String caseRef, String by, Instant at);

    Optional<NotedPosting> byId(long id);

    /** The postings of a case, in the order in which they came. */
    List<NotedPosting> of(CaseId caseId);

    /** Postings without a case after {@code after} in order of id, at most {@code limit}. */
    List<NotedPosting> unmatched(@Nullable Long after, int limit);

    /** Begins an import; {@code source} is the file's plain name. */
    long beginImport(String source, Instant at);

    /** {@code rejected}: the CSV text that goes back to the lender; null where every row was good. */
    void endImport(long id, Instant at, Counts counts, @Nullable String rejected);

    /** The rejected rows' CSV text; empty where there is no such import or no bad row in it. */
    Optional<String> rejected(long importId);

    record Counts(long added, long known, long bad) {}

    /** {@code entries}: one for each posting, in their order. */
    record Written(List<Entry> entries, Moves moves) {
        public Written {
            entries = List.copyOf(entries);
        }
    }

    /** What became of one posting. */
    sealed interface Entry {
        record Added(NotedPosting noted) implements Entry {}

        /** The same one was there already. */
        record Known(NotedPosting noted) implements Entry {}

        /** Its reference belongs to another amount, date or kind. */
        record Contradicts(NotedPosting noted) implements Entry {
            /** What is wrong and how to mend it. */
            public Words message() {
                Posting known = noted.posting();
                return Words.of(
                        "reference %1$s was posted as a %2$s of %3$s on %4$s; to take that back send a reversal with a reference of its own",
                        "流水号 %1$s 已于 %4$s 入账 %3$s（%2$s）；如需撤销，请用新的流水号发送冲正",
                        known.reference(),
                        new Words(known.kind().code(), known.kind() == PostingKind.REVERSAL ? "冲正" : "还款"),
                        known.amount(), known.valueDate());
            }
        }
    }

    /** What became of a match by hand. */
    sealed interface HandMatch {
        record Done(NotedPosting noted, Moves moves) implements HandMatch {}

        record NoSuchPosting() implements HandMatch {}

        record NoSuchCase() implements HandMatch {}

        /** It counts for another case already. */
        record Elsewhere(NotedPosting noted) implements HandMatch {}

        record Unfit(WhyUnmatched why) implements HandMatch {}
    }
}
