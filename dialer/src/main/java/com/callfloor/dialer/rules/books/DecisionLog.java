package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Every decision that a call was or was not placed by, in a hash chain. Blocks on the database. */
public interface DecisionLog {
    /** A case's decisions, newest first, those at or before {@code before} only, at most {@code limit}. */
    List<Kept> of(String caseRef, @Nullable Instant before, int limit);

    Optional<Kept> byId(long id);

    /** Walks the whole chain; blocks for as long as that takes. */
    Check verify();

    /**
     * A decision as it was stored.
     *
     * @param attempt the attempt that it allowed, if any
     * @param number masked; null where no number was asked about
     * @param json the whole decision: verdict, rules with because in English and Chinese, zones, counters
     */
    record Kept(long id, Instant at, String caseRef, @Nullable String attempt, @Nullable String number, String json) {}

    /**
     * What a walk found.
     *
     * @param waiting the newest, not sealed into the chain yet
     * @param flaws each says which entry and what is wrong; empty: nothing was edited
     */
    record Check(long sealed, long waiting, List<String> flaws) {
        public Check {
            flaws = List.copyOf(flaws);
        }
    }
}
