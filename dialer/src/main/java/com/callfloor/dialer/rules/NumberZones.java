package com.callfloor.dialer.rules;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;

/**
 * What a telephone number says about the clock of whoever carries it.
 *
 * @param countries ISO 3166-1, every one that the number may belong to; none for satellites and the like
 * @param everywhere all zones of these countries
 * @param indicated the zones of the place that the number belongs to; none if all that it tells is the country
 */
record NumberZones(Collection<String> countries, Set<ZoneId> everywhere, Set<ZoneId> indicated) {}
