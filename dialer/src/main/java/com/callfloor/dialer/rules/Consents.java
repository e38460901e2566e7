package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.DailyWindow.Stretch;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;
import org.jspecify.annotations.Nullable;

/**
 * Direct prior consent to be called (12 CFR 1006.14(b)(3)(i)): at most 7 days old, for the number it names and the debt it
 * was given for, within the hours it names, and used up by the first call after it.
 */
final class Consents {
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Consents NONE = new Consents(List.of(), Set.of());

    private final List<StandingFact> unused;
    private final Set<PastCall> uses;

    private Consents(List<StandingFact> unused, Set<PastCall> uses) {
        this.unused = unused;
        this.uses = uses;
    }

    static Consents in(CallQuestion question) {
        // Consent to be called is none to be written to, and no message uses it up.
        if (question.channel().isMessage()
                || question.facts().stream().noneMatch(fact -> fact.kind() == FactKind.CONSENT)) {
            return NONE;
        }
        List<StandingFact> unused = new ArrayList<>();
        // By identity: two calls of one instant may be equal, and only one of them used the consent up.
        Set<PastCall> uses = Collections.newSetFromMap(new IdentityHashMap<>());
        for (StandingFact fact : question.facts()) {
            if (fact.kind() == FactKind.CONSENT) {
                PastCall use = firstCallAfter(fact, question.history());
                if (use == null) {
                    unused.add(fact);
                } else if (holds(fact, use.at())) {
                    uses.add(use);
                }
            }
        }
        return new Consents(unused, uses);
    }

    private static @Nullable PastCall firstCallAfter(StandingFact consent, CallHistory history) {
        PastCall first = null;
        for (int i = history.size() - 1; i >= 0 && !history.get(i).at().isBefore(consent.at()); i--) {
            PastCall call = history.get(i);
            if (call.direction() == Direction.OUT && !call.channel().isMessage() && isFor(consent, call.callee())) {
                first = call;
            }
        }
        return first;
    }

    private static boolean isFor(StandingFact consent, Callee callee) {
        return consent.person() == callee.person() && consent.debt() == callee.debt()
                && consent.fitsNumber(callee.number());
    }

    private static boolean holds(StandingFact consent, Instant at) {
        return !at.isAfter(consent.at().plus(OLDEST)) && consent.until().map(at::isBefore).orElse(true);
    }

    /** Whether the call was placed with consent. */
    boolean used(PastCall call) {
        return uses.contains(call);
    }

    /** The consent that lifts the rule at {@code at}. */
    Optional<StandingFact> lifting(String rule, CallQuestion question, Instant at) {
        return unused.stream()
                .filter(consent -> next(consent, rule, question, at).filter(at::equals).isPresent())
                .findFirst();
    }

    /** The first instant, {@code at} or later, at which a consent lifts the rule. */
    Optional<Instant> next(String rule, CallQuestion question, Instant at) {
        return unused.stream()
                .flatMap(consent -> next(consent, rule, question, at).stream())
                .min(Instant::compareTo);
    }

    private static Optional<Instant> next(StandingFact consent, String rule, CallQuestion question, Instant at) {
        boolean names = consent.lifts().isEmpty() || consent.lifts().contains(rule);
        if (!names || !isFor(consent, question.callee())) {
            return Optional.empty();
        }
        Instant first = consent.window().map(hours -> opens(hours, question, at)).orElse(at);
        return holds(consent, first) ? Optional.of(first) : Optional.empty();
    }

    /** When the agreed hours are open on every clock; {@link Instant#MAX} where they never are together. */
    private static Instant opens(DailyWindow hours, CallQuestion question, Instant at) {
        Instant end = at.plus(OLDEST);
        Instant candidate = at;
        while (!candidate.isAfter(end)) {
            Instant latest = candidate;
            for (ZoneId zone : question.zones()) {
                Instant opens = opens(hours, zone, question.latestAnswer(), candidate);
                latest = opens.isAfter(latest) ? opens : latest;
            }
            if (latest.equals(candidate)) {
                return candidate;
            }
            candidate = latest;
        }
        return Instant.MAX;
    }

    private static Instant opens(DailyWindow hours, ZoneId zone, Duration latestAnswer, Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (int day = -1; day <= OLDEST.toDays() + 1; day++) {
            LocalDate date = today.plusDays(day);
            if (hours.days().contains(date.getDayOfWeek())) {
                for (Stretch stretch : hours.on(date, zone)) {
                    Instant first = stretch.begins().isAfter(at) ? stretch.begins() : at;
                    if (stretch.holds(first) && within(hours, zone, first.plus(latestAnswer))) {
                        return first;
                    }
                }
            }
        }
        return Instant.MAX;
    }

    /** Hours that begin where those of the day before end are one stretch. */
    private static boolean within(DailyWindow hours, ZoneId zone, Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(date -> hours.days().contains(date.getDayOfWeek()))
                .anyMatch(date -> hours.on(date, zone).stream().anyMatch(stretch -> stretch.holds(at)));
    }
}
