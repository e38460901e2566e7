package com.callfloor.dialer.rules;

import java.time.ZoneId;
import java.util.Set;

/**
 * What an address says about the clock.
 *
 * @param country ISO 3166-1
 * @param exact whether these are the zones of the place itself; if not, all that is known is the country, and it has
 *        several
 */
record Place(String country, Set<ZoneId> zones, boolean exact) {}
