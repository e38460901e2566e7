package com.callfloor.dialer.store;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;

/** Names every zone that a debtor may be in; the rules' business, given to the ledger by whoever builds it. */
@FunctionalInterface
public interface ZoneFinder {
    /**
     * Names the zones; none means that nobody knows, and that no call is allowed. Must be quick and touch nothing: it is
     * asked while the debtor is locked.
     *
     * @param declared the zone that came with the case
     * @param region ISO 3166-2, as it came with the case
     */
    Set<ZoneId> zones(Optional<ZoneId> declared, Optional<String> region, PhoneNumber number);
}
