package com.callfloor.dialer.rules.pack;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule that does not speak in the decision of one call, but binds the floor all the same: pacing, ringing, what is
 * said, what is kept. Whoever is bound reads its numbers from here, so that they stand in one place with their source.
 */
public sealed interface Duty {
    RuleCard card();

    /** Of calls that a person answered, at most this share abandoned, over {@code over}. */
    record AbandonmentRatio(RuleCard card, double atMost, Duration over) implements Duty {
        public AbandonmentRatio {
            if (!(atMost >= 0 && atMost <= 1)) {
                throw new IllegalArgumentException("at_most is a share from 0 to 1, not " + atMost);
            }
        }
    }

    /** How long a phone must ring at least, and how soon an abandoned person must hear the message; null: not said. */
    record Timing(RuleCard card, @Nullable Duration shortestRing, @Nullable Duration messageWithin) implements Duty {}

    /**
     * How often a debtor is to be called; a target, never permission to pass a cap.
     *
     * @param contactable at least so many calls in 7 days to a debtor who was reached within {@code reachedWithin}
     * @param uncontactable at least so many to one who was not
     */
    record Cadence(RuleCard card, int contactable, int uncontactable, Duration reachedWithin) implements Duty {
        public Cadence {
            if (contactable < 1 || uncontactable < 1) {
                throw new IllegalArgumentException("a cadence target is 1 or more calls a week");
            }
        }
    }

    /** Something must be done within a time; {@code specialCases} is the longest in special cases. */
    record ServiceLevel(RuleCard card, Duration within, @Nullable Duration specialCases) implements Duty {}

    /** What must be said, and what must not. */
    record Content(RuleCard card, List<String> required, List<String> forbidden) implements Duty {
        public Content {
            required = List.copyOf(required);
            forbidden = List.copyOf(forbidden);
        }
    }

    /** How long something is kept after the call. */
    record Retention(RuleCard card, String what, Duration keep) implements Duty {}

    /** A demand on how the floor works that no number expresses. */
    record Practice(RuleCard card) implements Duty {}
}
