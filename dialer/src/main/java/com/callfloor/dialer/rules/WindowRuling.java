package com.callfloor.dialer.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.rules.calendar.DayKind;
import com.callfloor.dialer.rules.pack.CallingRule.Window;
import com.callfloor.dialer.rules.pack.Holidays;
import com.callfloor.dialer.rules.pack.Opening;
import org.jspecify.annotations.Nullable;

/** {@link Window} on every clock that counts. */
final class WindowRuling {
    /** An open interval begins a second after its opening: not-before is exact to the second. */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofSeconds(1);
    private static final int LONGEST_CLOSURE_DAYS = 400;

    private final Window window;
    private final Duration latestAnswer;

    private WindowRuling(Window window, Duration latestAnswer) {
        this.window = window;
        this.latestAnswer = latestAnswer;
    }

    static Ruling of(Window window, CallQuestion question, Instant at) {
        return new WindowRuling(window, question.latestAnswer()).inAll(window.fixedZones().or(question.zones()), at);
    }

    private Ruling inAll(Set<ZoneId> zones, Instant at) {
        Instant latest = at;
        ZoneId last = null;
        ZoneId any = null;
        for (ZoneId zone : zones) {
            Instant opens = opensIn(zone, at);
            any = any == null || zone.getId().compareTo(any.getId()) < 0 ? zone : any;
            if (opens.isAfter(latest)) {
                latest = opens;
                last = zone;
            }
        }
        if (any == null) {
            return new Ruling(Instant.MAX, new Reason.ZoneUnknown());
        }
        return last == null
                ? new Ruling(at, new Reason.WithinHours(any, local(any, at).toLocalTime()))
                : new Ruling(latest, closedBecause(last, at));
    }

    private Reason closedBecause(ZoneId zone, Instant at) {
        LocalDateTime local = local(zone, at);
        Opening today = on(local.toLocalDate());
        if (today == null) {
            return new Reason.ClosedDay(zone,
                    window.dates().flatMap(dates -> dates.nameOf(local.toLocalDate())).orElse(null));
        }
        return new Reason.OutsideHours(zone, local.toLocalTime(), today.from(), today.to());
    }

    private static LocalDateTime local(ZoneId zone, Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    private Instant opensIn(ZoneId zone, Instant at) {
        LocalDateTime now = local(zone, at);
        Opening today = on(now.toLocalDate());
        if (today != null && permits(today, zone, now, at)) {
            return at;
        }
        for (int days = 0; days < LONGEST_CLOSURE_DAYS; days++) {
            LocalDate date = now.toLocalDate().plusDays(days);
            Opening opening = on(date);
            if (opening != null) {
                for (Instant opens : opensOn(date, opening, zone)) {
                    // Hours too short for the longest ring never open.
                    if (opens.isAfter(at) && permits(opening, zone, local(zone, opens), opens)) {
                        return opens;
                    }
                }
            }
        }
        return Instant.MAX;
    }

    private boolean permits(Opening opening, ZoneId zone, LocalDateTime now, Instant at) {
        LocalTime time = now.toLocalTime();
        boolean begun = window.afterOpening() ? time.isAfter(opening.from()) : !time.isBefore(opening.from());
        if (!begun || !time.isBefore(opening.to())) {
            return false;
        }
        LocalDateTime answered = local(zone, at.plus(latestAnswer));
        return answered.toLocalDate().equals(now.toLocalDate()) && answered.toLocalTime().isBefore(opening.to());
    }

    /** The instants of a date at which it may open: a clock that is set back can do so twice, in order. */
    private List<Instant> opensOn(LocalDate date, Opening opening, ZoneId zone) {
        LocalDateTime wanted = date.atTime(opening.from());
        ZoneRules clock = zone.getRules();
        List<Instant> opens = new ArrayList<>();
        for (ZoneOffset offset : clock.getValidOffsets(wanted)) {
            Instant instant = wanted.toInstant(offset);
            opens.add(window.afterOpening() ? instant.plus(FIRST_INSTANT_AFTER) : instant);
        }
        // An opening that the clocks skip comes when they jump past it; and clocks that are set back may fall into the hours.
        ZoneOffsetTransition change = clock.nextTransition(date.atStartOfDay(zone).toInstant().minusNanos(1));
        if (change != null && change.getDateTimeAfter().toLocalDate().equals(date)) {
            opens.add(change.getInstant());
            opens.sort(null);
        }
        return opens;
    }

    /** The hours of a date; null on a closed day. */
    private @Nullable Opening on(LocalDate date) {
        return switch (window.dates().map(dates -> dates.kindOf(date)).orElse(DayKind.ORDINARY)) {
            case ORDINARY -> on(date.getDayOfWeek());
            case HOLIDAY -> window.holidays() == Holidays.AS_SUNDAY ? on(DayOfWeek.SUNDAY) : null;
            case MAKE_UP_WORKDAY -> stricter(on(date.getDayOfWeek()), on(DayOfWeek.MONDAY));
        };
    }

    private @Nullable Opening on(DayOfWeek day) {
        for (Opening opening : window.openings()) {
            if (opening.days().contains(day)) {
                return opening;
            }
        }
        return null;
    }

    private static @Nullable Opening stricter(@Nullable Opening one, @Nullable Opening other) {
        if (one == null || other == null) {
            return null;
        }
        LocalTime from = one.from().isAfter(other.from()) ? one.from() : other.from();
        LocalTime to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return from.isBefore(to) ? new Opening(one.days(), from, to) : null;
    }
}
