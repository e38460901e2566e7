package com.callfloor.dialer.store;

import java.time.Duration;

import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.pack.PackTerm;

/**
 * What reservations and the rules' desk decide by.
 *
 * @param reach how far back a call may still count for any rule
 */
record LedgerRules(RuleChoice choice, Duration reach, CaseZones zones, NumberCountries countries) {
    /** A pack that comes into force tomorrow may look farther back than today's. */
    private static final Duration SHORTEST_REACH = Duration.ofDays(40);

    LedgerRules {
        if (reach.isNegative() || reach.isZero()) {
            throw new IllegalArgumentException("the ledger must look back longer than " + reach);
        }
    }

    static LedgerRules of(PackChoice packs, ZoneFinder zones, String defaultCountry) {
        Duration reach = packs.terms()
                .stream()
                .map(PackTerm::pack)
                .map(pack -> pack.reach())
                .reduce(SHORTEST_REACH, (one, other) -> one.compareTo(other) > 0 ? one : other);
        return new LedgerRules(placement -> packs.rulesFor(placement).map(rules -> rules::decide), reach,
                new CaseZones(zones), new NumberCountries(defaultCountry));
    }
}
