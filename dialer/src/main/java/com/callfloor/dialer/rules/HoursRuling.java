package com.callfloor.dialer.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

import com.callfloor.dialer.rules.CallingRule.PermittedHours;

/** {@link PermittedHours} in every zone at once. */
final class HoursRuling {
    private HoursRuling() {}

    static Ruling of(PermittedHours hours, CallQuestion question, Instant at) {
        Instant earliest = at;
        ZoneId strictest = null;
        for (ZoneId zone : question.zones()) {
            Instant opens = opensIn(zone, hours, question, at);
            if (opens.isAfter(earliest)) {
                earliest = opens;
                strictest = zone;
            }
        }
        if (strictest == null) {
            return new Ruling(at, "within " + hours.from() + " to " + hours.to() + " in " + question.zones());
        }
        LocalTime local = at.atZone(strictest).toLocalTime().withNano(0);
        return new Ruling(earliest,
                "it is " + local + " in " + strictest + "; calls, with the longest ring, are permitted from "
                        + hours.from() + " to " + hours.to());
    }

    private static Instant opensIn(ZoneId zone, PermittedHours hours, CallQuestion question, Instant at) {
        ZonedDateTime now = at.atZone(zone);
        ZonedDateTime answered = at.plus(question.latestAnswer()).atZone(zone);
        boolean begun = !now.toLocalTime().isBefore(hours.from());
        boolean over = !answered.toLocalTime().isBefore(hours.to())
                || !answered.toLocalDate().equals(now.toLocalDate());
        if (begun && !over) {
            return at;
        }
        LocalDateTime opening = now.toLocalDate().plusDays(begun ? 1 : 0).atTime(hours.from());
        ZoneOffsetTransition transition = zone.getRules().getTransition(opening);
        // An opening that the clocks skip comes when they jump past it.
        boolean skipped = transition != null && transition.isGap();
        Instant opens = skipped ? transition.getInstant() : opening.atZone(zone).toInstant();
        return opens.isAfter(at) ? opens : opening.plusDays(1).atZone(zone).toInstant();
    }
}
