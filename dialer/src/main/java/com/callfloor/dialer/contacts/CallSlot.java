package com.callfloor.dialer.contacts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a phone rings, as the debtor's clock and calendar have it.
 *
 * @param weekend Saturday or Sunday; public holidays count as the day they fall on
 */
public record CallSlot(HourBand band, boolean weekend) {
    /** Empty where the zones that a debtor may be in disagree, or none is known. */
    public static Optional<CallSlot> at(Instant instant, Collection<ZoneId> zones) {
        Set<CallSlot> slots = zones.stream().map(zone -> of(instant.atZone(zone))).collect(Collectors.toSet());
        return slots.size() == 1 ? Optional.of(slots.iterator().next()) : Optional.empty();
    }

    private static CallSlot of(ZonedDateTime local) {
        DayOfWeek day = local.getDayOfWeek();
        return new CallSlot(HourBand.of(local.getHour()), day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }
}
