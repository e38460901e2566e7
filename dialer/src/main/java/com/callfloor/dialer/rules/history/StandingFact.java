package com.callfloor.dialer.rules.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A fact that bears on calls, as it stands now; withdrawn ones are not given to the rules.
 *
 * @param at when it became known; a consent's age counts from here
 * @param person whom it is about; 0 where it is about a number only
 * @param debt the debt it was said of; 0 where it is about a number only
 * @param numberNamed the number it names, if it names one
 * @param untilNamed from here on it holds no more; null if it holds for good
 * @param windowNamed the hours it is about; null if it is about all
 * @param lifts for a consent, the ids of the rules that it lifts; empty means every rule that a consent can lift
 */
public record StandingFact(FactKind kind, Instant at, long person, long debt, @Nullable Long numberNamed,
        @Nullable Instant untilNamed, @Nullable DailyWindow windowNamed, Set<String> lifts) {
    public StandingFact {
        lifts = Set.copyOf(lifts);
    }

    public OptionalLong number() {
        return numberNamed == null ? OptionalLong.empty() : OptionalLong.of(numberNamed);
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(untilNamed);
    }

    public Optional<DailyWindow> window() {
        return Optional.ofNullable(windowNamed);
    }

    /** Whether the number it names, if any, is this one. */
    public boolean fitsNumber(long number) {
        return numberNamed == null || numberNamed == number;
    }
}
