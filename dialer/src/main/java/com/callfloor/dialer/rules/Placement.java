package com.callfloor.dialer.rules;

import java.util.Optional;
import java.util.Set;

/**
 * What decides which packs a call is under.
 *
 * @param region ISO 3166-2 or bare ISO 3166-1, as it stands with the case
 * @param countries ISO 3166-1 of everywhere that the number's country code may be
 */
public record Placement(Optional<String> lender, Optional<String> region, Optional<String> postalCode,
        Set<String> countries) {
    public Placement {
        countries = Set.copyOf(countries);
    }
}
