package com.callfloor.dialer.store;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;

/** The zones that a case's debtor may be in, from what the books hold. */
final class CaseZones {
    private final ZoneFinder zones;

    CaseZones(ZoneFinder zones) {
        this.zones = zones;
    }

    Set<ZoneId> of(CaseRecord found, PhoneNumber number) {
        try {
            Optional<ZoneId> declared = Optional.ofNullable(found.timezone()).map(ZoneId::of);
            return zones.zones(declared, Optional.ofNullable(found.region()), number);
        } catch (DateTimeException e) {
            // A zone was declared and cannot be read: where the debtor is, is unknown, and in doubt nobody is called.
            return Set.of();
        }
    }
}
