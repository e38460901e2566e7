package com.callfloor.dialer.rules.pack;

import java.time.ZoneId;
import java.util.Set;

/** The zones whose clock a window reads instead of the debtor's; none: the debtor's. */
public record FixedZones(Set<ZoneId> zones) {
    public FixedZones {
        zones = Set.copyOf(zones);
    }

    public static FixedZones none() {
        return new FixedZones(Set.of());
    }

    public Set<ZoneId> or(Set<ZoneId> debtors) {
        return zones.isEmpty() ? debtors : zones;
    }
}
