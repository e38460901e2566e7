package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How long some recordings are kept. An empty set stands for any.
 *
 * @param regions ISO 3166-1 or 3166-2 of the case
 * @param packs rule packs that the call was made under
 * @param keep longer than nothing
 */
public record RetentionRule(String name, Set<String> lenders, Set<String> products, Set<String> regions,
        Set<String> packs, Period keep, From from) {
    /** What the time is counted from. */
    public enum From {
        CALL, LAST_ACTIVITY
    }

    public RetentionRule {
        lenders = Set.copyOf(lenders);
        products = Set.copyOf(products);
        regions = Set.copyOf(regions);
        packs = Set.copyOf(packs);
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("keep must be longer than nothing, not " + keep);
        }
    }

    /** Whether it may apply as far as region and packs have no say. A product that is not known may be any. */
    boolean mayTake(String lender, @Nullable String product) {
        return (lenders.isEmpty() || lenders.contains(lender))
                && (products.isEmpty() || product == null || product.isBlank() || products.contains(product));
    }

    /** A case of which only the country is known may be in each of its parts: their rules apply too. */
    boolean appliesIn(String region) {
        return regions.isEmpty() || regions.stream()
                .anyMatch(
                        each -> each.equals(region) || region.startsWith(each + "-") || each.startsWith(region + "-"));
    }

    boolean appliesUnder(Set<String> used) {
        return packs.isEmpty() || packs.stream().anyMatch(used::contains);
    }

    /** The first instant at which it may go. A day is added: the day of the call ended later elsewhere. */
    Instant until(KeptRecording recording) {
        return from(from == From.CALL ? recording.callEnded() : recording.lastActivity());
    }

    Instant from(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plus(keep).plusDays(1).toInstant();
    }
}
