package com.callfloor.dialer.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.pack.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * A case under shipped packs, told in local times of its first zone. Whoever and whatever is not named is the first
 * debtor with the first debt on the first number, a mobile; the phone rings 30 s at most.
 */
final class Scenario {
    static final Callee DEBTOR = new Callee(1, 11, 11, 1, 101, LineKind.MOBILE);

    private static final RulePackFile PACKS = new RulePackFile(Path.of("..", "config", "rules"),
            Path.of("..", "config", "calendars"));

    private final List<PackTerm> terms = new ArrayList<>();
    private final Set<ZoneId> zones = new LinkedHashSet<>();
    private final List<PastCall> calls = new ArrayList<>();
    private final List<StandingFact> facts = new ArrayList<>();
    private Callee callee = DEBTOR;

    private Scenario() {}

    /** {@code facts} applies as everywhere. */
    static Scenario under(String... packs) throws ConfigProblem {
        Scenario scenario = new Scenario();
        scenario.terms.add(PackTerm.current(PACKS.read("facts")));
        for (String pack : packs) {
            scenario.terms.add(PackTerm.current(PACKS.read(pack)));
        }
        return scenario;
    }

    /** The text of a shipped pack, to be changed. */
    static String textOf(String pack) throws ConfigProblem {
        return PACKS.text(pack);
    }

    static RulePack packOf(String name, String text) throws ConfigProblem {
        return PACKS.parse(name, text, name);
    }

    Scenario with(RulePack pack) {
        terms.add(PackTerm.current(pack));
        return this;
    }

    Scenario stillUnder(RulePack old, String untilLocal) {
        terms.add(new PackTerm(old, at(untilLocal)));
        return this;
    }

    Scenario in(String... zoneIds) {
        for (String zone : zoneIds) {
            zones.add(ZoneId.of(zone));
        }
        return this;
    }

    Scenario calling(Callee other) {
        callee = other;
        return this;
    }

    /** One call of ours to the debtor's number, which rang. */
    Scenario given(String local, CallResult result) {
        return given(local, DEBTOR, result);
    }

    Scenario given(String local, Callee called, CallResult result) {
        calls.add(new PastCall(at(local), called, Direction.OUT, result, true));
        return this;
    }

    /** So many, a minute apart. */
    Scenario given(int times, String firstLocal, CallResult result) {
        return given(times, firstLocal, DEBTOR, result, true);
    }

    Scenario givenNeverRang(int times, String firstLocal, CallResult result) {
        return given(times, firstLocal, DEBTOR, result, false);
    }

    Scenario given(int times, String firstLocal, Callee called, CallResult result, boolean rang) {
        for (int i = 0; i < times; i++) {
            calls.add(new PastCall(at(firstLocal).plus(Duration.ofMinutes(i)), called, Direction.OUT, result, rang));
        }
        return this;
    }

    Scenario givenTheyCalled(String local, CallResult result) {
        calls.add(new PastCall(at(local), DEBTOR, Direction.IN, result, true));
        return this;
    }

    /** About the debtor, all numbers, for good. */
    Scenario givenFact(FactKind kind, String local) {
        return givenFact(kind, local, DEBTOR.person(), null, null);
    }

    Scenario givenFact(FactKind kind, String local, long person, @Nullable Long number, @Nullable DailyWindow hours) {
        facts.add(new StandingFact(kind, at(local), person, person == 0 ? 0 : 10 * person + 1, number, null, hours,
                Set.of()));
        return this;
    }

    /** About the debtor, and only for a time. */
    Scenario givenFactUntil(FactKind kind, String local, String untilLocal) {
        facts.add(new StandingFact(kind, at(local), DEBTOR.person(), DEBTOR.debt(), null, at(untilLocal), null,
                Set.of()));
        return this;
    }

    /** For the debtor's first debt. */
    Scenario givenConsent(String local, @Nullable Long number, @Nullable DailyWindow hours, String... lifts) {
        facts.add(new StandingFact(FactKind.CONSENT, at(local), DEBTOR.person(), DEBTOR.debt(), number, null, hours,
                Set.of(lifts)));
        return this;
    }

    Decision whenAskedAt(String local) {
        return whenAsked(at(local));
    }

    Decision whenAsked(Instant instant) {
        CallHistory known = CallHistory.of(calls).until(instant);
        return new CallingRules(terms)
                .decide(new CallQuestion(instant, Duration.ofSeconds(30), callee, zones, known, facts, false));
    }

    /** The first of two instants where the clock shows it twice. */
    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zones.iterator().next()).toInstant();
    }

    Verdict notBefore(String local) {
        return new Verdict.NotBefore(at(local));
    }

    /** The debtor about another debt, on the same phone. */
    static Callee aboutDebt(long debt) {
        return new Callee(1, debt, debt, 1, 101, LineKind.MOBILE);
    }

    static Callee onNumber(long number, LineKind line) {
        return new Callee(1, 11, 11, 1, number, line);
    }

    /** Another debtor, with a debt of their own. */
    static Callee debtor(long person, long number) {
        return new Callee(person, 10 * person + 1, 10 * person + 1, person, number, LineKind.MOBILE);
    }
}
