package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.rules.pack.Duty.Cadence;
import org.jspecify.annotations.Nullable;

/** Which cases fall behind their cadence target, and why. Never a reason to pass a cap. Blocks on the database. */
public interface CadenceReport {
    /** Those that lack most first, at most {@code limit}. */
    List<Behind> behind(Cadence target, Instant now, int limit);

    /** Why a case is behind. */
    enum Why {
        /** A counter, cool-down or gate denied it when it was last asked about. */
        CAP,
        /** It was outside the permitted hours when it was last asked about. */
        HOURS,
        /** It is due and nobody has come to it. */
        NO_AGENTS,
        /** It is planned for later. */
        PLANNED,
        /** No number may be called, or a fact stands: no time is known. */
        BLOCKED
    }

    /**
     * A case behind its target.
     *
     * @param contactable whether the debtor was spoken to lately, about whichever case; contacts do not count
     * @param calls attempts to the debtor about this case in the last 7 days
     * @param wanted the target for this debtor
     * @param rules the rules that denied it when it was last asked about
     */
    record Behind(String caseRef, boolean contactable, int calls, int wanted, Why why, List<String> rules,
            @Nullable Instant nextCallAt) {
        public Behind {
            rules = List.copyOf(rules);
        }
    }
}
