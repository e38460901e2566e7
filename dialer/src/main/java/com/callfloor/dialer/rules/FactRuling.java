package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.DailyWindow.Stretch;
import com.callfloor.dialer.rules.history.StandingFact;
import com.callfloor.dialer.rules.pack.CallingRule.FactGate;
import com.callfloor.dialer.rules.pack.CallingRule.NeedsFact;

/** {@link FactGate}: shut as long as any fact of its kind bears on the call. */
final class FactRuling {
    private FactRuling() {}

    /** Empty if no such fact bears on the call: then the rule has nothing to say. */
    static Optional<Ruling> of(FactGate gate, CallQuestion question, Instant at) {
        Ruling strictest = null;
        for (StandingFact fact : question.facts()) {
            if (fact.kind() == gate.fact() && gate.factReach().covers(fact, question.callee())) {
                Instant free = freeOf(fact, question, at);
                if (strictest == null || free.isAfter(strictest.earliest())) {
                    strictest = new Ruling(free,
                            new Reason.FactStands(fact.kind(), fact.at(), fact.untilNamed()));
                }
            }
        }
        return Optional.ofNullable(strictest);
    }

    /** Speaks always: without the fact there is nothing to go by. */
    static Ruling needed(NeedsFact needs, CallQuestion question, Instant at) {
        for (StandingFact fact : question.facts()) {
            boolean stands = !fact.at().isAfter(at) && fact.until().map(at::isBefore).orElse(true);
            if (fact.kind() == needs.fact() && stands && needs.factReach().covers(fact, question.callee())) {
                return new Ruling(at, new Reason.FactStands(fact.kind(), fact.at(), fact.untilNamed()));
            }
        }
        return new Ruling(Instant.MAX, new Reason.FactMissing(needs.fact()));
    }

    private static Instant freeOf(StandingFact fact, CallQuestion question, Instant at) {
        Instant over = fact.until().orElse(Instant.MAX);
        if (!at.isBefore(over)) {
            return at;
        }
        if (fact.window().isEmpty()) {
            return over;
        }
        Instant free = at;
        for (ZoneId zone : question.zones()) {
            Instant leaves = leaves(fact.window().get(), zone, at, question.latestAnswer());
            free = leaves.isAfter(free) ? leaves : free;
        }
        return free.isBefore(over) ? free : over;
    }

    /** When the hours in which the phone could be answered are past; {@code at} if it could not be in any. */
    private static Instant leaves(DailyWindow window, ZoneId zone, Instant at, Duration latestAnswer) {
        Instant answered = at.plus(latestAnswer);
        LocalDate last = answered.atZone(zone).toLocalDate();
        for (LocalDate date = at.atZone(zone).toLocalDate().minusDays(1); !date.isAfter(last); date = date
                .plusDays(1)) {
            if (window.days().contains(date.getDayOfWeek())) {
                for (Stretch stretch : window.on(date, zone)) {
                    if (!stretch.begins().isAfter(answered) && at.isBefore(stretch.ends())) {
                        return stretch.ends();
                    }
                }
            }
        }
        return at;
    }
}
