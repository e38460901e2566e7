package com.callfloor.dialer.rules.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;
import com.callfloor.dialer.rules.oracle.YamlRules.Kind;
import com.callfloor.dialer.rules.oracle.YamlRules.Rule;
import com.callfloor.dialer.rules.oracle.YamlRules.Span;
import org.jspecify.annotations.Nullable;

/**
 * Answers as config/rules/README.md says, by the plainest means: may I call now? and if not: at any instant at which
 * anything could change? Whole seconds only. Usable from any thread.
 */
final class Oracle {
    static final long HORIZON = 400 * Clockface.DAY;
    private static final long CONSENT_HOLDS = 168 * 3600;

    private final Map<String, List<Rule>> packs;
    private final long[] edges;
    private final Map<List<Object>, long[]> candidates = new ConcurrentHashMap<>();

    /** By pack name. */
    Oracle(Map<String, List<Rule>> packs) {
        this.packs = new LinkedHashMap<>(packs);
        TreeSet<Long> times = new TreeSet<>();
        times.add(0L);
        packs.values().forEach(rules -> rules.forEach(rule -> rule.opens().values().forEach(hours -> {
            times.add((long) hours[0]);
            times.add((long) hours[1]);
        })));
        edges = times.stream().mapToLong(Long::longValue).toArray();
    }

    /** @param denying the ids of the rules that deny at the asked instant, sorted; twice if two versions do */
    record Answer(String verdict, List<String> denying) {}

    Answer answer(Situation situation) {
        Sitting sitting = new Sitting(situation);
        long at = situation.at().getEpochSecond();
        List<String> denying = sitting.denying(at);
        if (denying.isEmpty()) {
            return new Answer("allow", denying);
        }
        long first = sitting.firstAllowed(at);
        return new Answer(first < 0 ? "deny" : "not before " + Instant.ofEpochSecond(first), denying);
    }

    boolean allows(Situation situation, long instant) {
        return new Sitting(situation).allows(instant);
    }

    /** A rule as long as it is in force. */
    private record Term(Rule rule, long until, List<PastCall> events) {}

    /** One situation, looked at from any instant. */
    private final class Sitting {
        private final Situation situation;
        private final Callee callee;
        private final long ring;
        private final List<Clockface> clocks = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();

        Sitting(Situation situation) {
            this.situation = situation;
            this.callee = situation.callee();
            this.ring = situation.ring().toSeconds();
            situation.zones().forEach(zone -> clocks.add(Clockface.of(zone)));
            packs.forEach((name, rules) -> rules.forEach(rule -> {
                if (speaksOf(rule, callee.line())) {
                    List<PastCall> events = situation.events().stream().filter(event -> counts(rule, event)).toList();
                    terms.add(new Term(rule, Long.MAX_VALUE, events));
                    if (situation.oldVersions().containsKey(name)) {
                        terms.add(new Term(rule, situation.oldVersions().get(name).getEpochSecond(), events));
                    }
                }
            }));
        }

        List<String> denying(long t) {
            return terms.stream().filter(term -> denies(term, t)).map(term -> term.rule().id()).sorted().toList();
        }

        boolean allows(long t) {
            for (int i = 0; i < terms.size(); i++) {
                if (denies(terms.get(i), t)) {
                    // Only for speed: who denied last is asked first next time.
                    Term denier = terms.remove(i);
                    terms.addFirst(denier);
                    return false;
                }
            }
            return true;
        }

        /** -1: nowhere within the horizon. */
        long firstAllowed(long at) {
            // Only for speed, and not always: what does not depend on time need not be asked for 400 days.
            if (at % 20 != 0 && terms.stream().anyMatch(term -> isTimeless(term, at) && denies(term, at))) {
                return -1;
            }
            List<long[]> sources = sources();
            int[] next = new int[sources.size()];
            for (int s = 0; s < next.length; s++) {
                int found = Arrays.binarySearch(sources.get(s), at + 1);
                next[s] = found < 0 ? -found - 1 : found;
            }
            while (true) {
                long t = Long.MAX_VALUE;
                for (int s = 0; s < next.length; s++) {
                    if (next[s] < sources.get(s).length) {
                        t = Math.min(t, sources.get(s)[next[s]]);
                    }
                }
                if (t > at + HORIZON) {
                    return -1;
                }
                if (allows(t)) {
                    if (t - 1 >= at && allows(t - 1)) {
                        throw new IllegalStateException("the oracle missed an instant before " + t + "\n"
                                + situation.told());
                    }
                    return t;
                }
                for (int s = 0; s < next.length; s++) {
                    long[] source = sources.get(s);
                    while (next[s] < source.length && source[next[s]] <= t) {
                        next[s]++;
                    }
                }
            }
        }

        private boolean isTimeless(Term term, long at) {
            Rule rule = term.rule();
            return term.until() == Long.MAX_VALUE && !rule.liftedByConsent() && switch (rule.kind()) {
                case WINDOW -> false;
                case COUNTER, COOL_DOWN -> rule.span().unit().equals("ever");
                case GATE -> situation.facts()
                        .stream()
                        .anyMatch(fact -> fact.untilNamed() == null
                                && fact.windowNamed() == null && bars(rule, fact, at));
                case THIRD_PARTY -> situation.facts().stream().allMatch(fact -> fact.untilNamed() == null);
            };
        }

        private List<long[]> sources() {
            List<long[]> sources = new ArrayList<>();
            Set<Clockface> all = new LinkedHashSet<>(clocks);
            terms.forEach(term -> all.addAll(term.rule().zones()));
            all.forEach(clock -> sources.add(around(clock, edges, ring)));
            TreeSet<Long> own = new TreeSet<>();
            situation.oldVersions().values().forEach(until -> own.add(until.getEpochSecond()));
            for (PastCall event : situation.events()) {
                for (Term term : terms) {
                    Span span = term.rule().span();
                    long e = event.at().getEpochSecond();
                    own.add(e + (span.unit().equals("days") ? span.amount() * Clockface.DAY : span.amount()));
                }
            }
            for (StandingFact fact : situation.facts()) {
                own.add(fact.at().getEpochSecond() + CONSENT_HOLDS);
                if (fact.untilNamed() != null) {
                    own.add(fact.untilNamed().getEpochSecond());
                }
                DailyWindow window = fact.windowNamed();
                if (window != null) {
                    for (LocalTime edge : List.of(window.from(), window.to())) {
                        clocks.forEach(clock -> sources.add(around(clock, new long[]{edge.toSecondOfDay()}, ring)));
                    }
                }
            }
            sources.add(spread(own.stream().mapToLong(Long::longValue).toArray(), ring));
            return sources;
        }

        // ---- one rule, one instant

        private boolean denies(Term term, long t) {
            if (t >= term.until()) {
                return false;
            }
            Rule rule = term.rule();
            if (clocks.isEmpty()) {
                return true;
            }
            boolean against = switch (rule.kind()) {
                case WINDOW -> !isOpen(rule, t);
                case COUNTER ->
                    term.events().stream().filter(event -> stillCounts(rule.span(), event, t)).count() >= rule.limit();
                case COOL_DOWN -> !term.events().isEmpty() && stillCounts(rule.span(),
                        term.events().stream().max(Comparator.comparing(PastCall::at)).get(), t);
                case GATE -> situation.facts().stream().anyMatch(fact -> bars(rule, fact, t));
                case THIRD_PARTY -> !mayContactsBeCalled(rule, t);
            };
            return against && !(rule.liftedByAgent() && situation.agentHeld())
                    && !(rule.liftedByConsent() && consentLifts(rule, t));
        }

        // ---- windows

        private boolean isOpen(Rule rule, long t) {
            List<Clockface> asked = rule.zones().isEmpty() ? clocks : rule.zones();
            return asked.stream().allMatch(clock -> isOpenOn(clock, rule, t));
        }

        private boolean isOpenOn(Clockface clock, Rule rule, long t) {
            long day = clock.day(t);
            if (clock.day(t + ring) != day) {
                return false;
            }
            List<Integer> weekdays = new ArrayList<>();
            weekdays.add(Clockface.weekday(day));
            var calendar = rule.calendar();
            if (calendar != null) {
                if (calendar.isHoliday(day)) {
                    if (!rule.holidaysAsSunday()) {
                        return false;
                    }
                    weekdays = List.of(7);
                } else if (calendar.makeUpWorkdays().contains(day)) {
                    weekdays.add(1);
                }
            }
            for (int weekday : weekdays) {
                int[] hours = rule.opens().get(weekday);
                if (hours == null || clock.secondOfDay(t) < hours[0]
                        || (rule.afterOpening() && clock.secondOfDay(t) == hours[0])
                        || clock.secondOfDay(t) >= hours[1] || clock.secondOfDay(t + ring) >= hours[1]) {
                    return false;
                }
            }
            return true;
        }

        // ---- counters and cool-downs

        private boolean counts(Rule rule, PastCall event) {
            if (rule.kind() != Kind.COUNTER && rule.kind() != Kind.COOL_DOWN) {
                return false;
            }
            Callee other = event.callee();
            boolean ours = event.direction() == Direction.OUT;
            CallResult result = event.result();
            boolean neverRang = !event.rang() && (result == CallResult.BUSY || result == CallResult.INVALID);
            boolean person = result == CallResult.CONVERSATION || result == CallResult.ANSWERED
                    || result == CallResult.ABANDONED || result == CallResult.UNKNOWN;
            boolean isOne = switch (rule.event()) {
                case "dispatched" -> ours;
                case "connected" -> ours && !neverRang;
                case "answered" -> ours && person;
                case "conversation" -> result == CallResult.CONVERSATION || result == CallResult.UNKNOWN;
                case "abandoned" -> result == CallResult.ABANDONED;
                default -> throw new IllegalArgumentException(rule.event());
            };
            boolean inScope = switch (rule.scope()) {
                case "person" -> other.person() == callee.person();
                case "debt" -> other.debt() == callee.debt();
                case "person_and_debt" -> other.person() == callee.person() && other.debt() == callee.debt();
                case "number" -> other.number() == callee.number();
                case "line" -> other.person() == callee.person() && other.line() == callee.line();
                case "household" -> other.household() == callee.household();
                case "account" -> other.account() == callee.account();
                default -> throw new IllegalArgumentException(rule.scope());
            };
            return isOne && inScope && speaksOf(rule, other.line())
                    && (rule.consentedCount() || !wasPlacedWithConsent(event));
        }

        private boolean stillCounts(Span span, PastCall event, long t) {
            long e = event.at().getEpochSecond();
            return clocks.stream().anyMatch(clock -> switch (span.unit()) {
                case "day" -> clock.day(t) == clock.day(e);
                case "week" -> monday(clock.day(t)) == monday(clock.day(e));
                case "month" -> firstOfMonth(clock.day(t)) == firstOfMonth(clock.day(e));
                case "days" -> t - e < span.amount() * Clockface.DAY || clock.day(t) - clock.day(e) < span.amount();
                case "elapsed" -> t - e < span.amount();
                case "ever" -> true;
                default -> throw new IllegalArgumentException(span.unit());
            });
        }

        // ---- facts

        private boolean bars(Rule rule, StandingFact fact, long t) {
            if (!code(fact.kind()).equals(rule.fact()) || hasEnded(fact, t)) {
                return false;
            }
            boolean samePerson = fact.person() == callee.person();
            boolean sameNumber = fact.numberNamed() != null && fact.numberNamed() == callee.number();
            boolean reaches = switch (rule.reach()) {
                case "person" -> samePerson;
                case "debt" -> samePerson && fact.debt() == callee.debt();
                case "number" -> fact.numberNamed() == null ? samePerson : sameNumber;
                case "persons_number" -> samePerson && (fact.numberNamed() == null || sameNumber);
                default -> throw new IllegalArgumentException(rule.reach());
            };
            if (!reaches) {
                return false;
            }
            DailyWindow window = fact.windowNamed();
            if (window == null) {
                return true;
            }
            for (long x = t; x <= t + ring; x++) {
                for (Clockface clock : clocks) {
                    if (isWithin(window, clock, x)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean mayContactsBeCalled(Rule rule, long t) {
            if (callee.line() != LineKind.CONTACT) {
                return true;
            }
            if (rule.needsConsent() && situation.facts()
                    .stream()
                    .noneMatch(fact -> fact.kind() == FactKind.CONSENT
                            && fact.numberNamed() != null && fact.numberNamed() == callee.number()
                            && fact.person() == callee.person() && !hasEnded(fact, t))) {
                return false;
            }
            boolean dead = situation.facts()
                    .stream()
                    .anyMatch(fact -> fact.kind() == FactKind.DECEASED
                            && fact.person() == callee.person() && !hasEnded(fact, t));
            int inARow = 0;
            boolean notInService = false;
            for (PastCall event : situation.events()) {
                if (event.callee().person() != callee.person() || event.callee().line() == LineKind.CONTACT) {
                    continue;
                }
                CallResult result = event.result();
                if (result == CallResult.CONVERSATION || result == CallResult.ANSWERED
                        || result == CallResult.ABANDONED || result == CallResult.UNKNOWN) {
                    inARow = 0;
                    notInService = false;
                } else if (event.direction() == Direction.OUT) {
                    inARow++;
                    notInService |= result == CallResult.INVALID;
                }
            }
            return dead || notInService || inARow >= rule.failures();
        }

        // ---- consent

        private boolean consentLifts(Rule rule, long t) {
            return situation.facts()
                    .stream()
                    .anyMatch(fact -> fitsConsent(fact, callee)
                            && (fact.lifts().isEmpty() || fact.lifts().contains(rule.id())) && isFresh(fact, t)
                            && usedUpBy(fact) == null && isWithinItsHours(fact, t));
        }

        /** The very call is meant: two calls of one instant may be equal, and only one of them used the consent up. */
        @SuppressWarnings("ReferenceEquality")
        private boolean wasPlacedWithConsent(PastCall call) {
            long t = call.at().getEpochSecond();
            return call.direction() == Direction.OUT && situation.facts()
                    .stream()
                    .anyMatch(fact -> fitsConsent(fact, call.callee()) && isFresh(fact, t) && usedUpBy(fact) == call);
        }

        private static boolean fitsConsent(StandingFact fact, Callee of) {
            return fact.kind() == FactKind.CONSENT && fact.person() == of.person() && fact.debt() == of.debt()
                    && (fact.numberNamed() == null || fact.numberNamed() == of.number());
        }

        private boolean isFresh(StandingFact consent, long t) {
            long at = consent.at().getEpochSecond();
            return at <= t && t <= at + CONSENT_HOLDS && !hasEnded(consent, t);
        }

        private @Nullable PastCall usedUpBy(StandingFact consent) {
            return situation.events()
                    .stream()
                    .filter(event -> event.direction() == Direction.OUT && !event.at().isBefore(consent.at())
                            && fitsConsent(consent, event.callee()))
                    .min(Comparator.comparing(PastCall::at))
                    .orElse(null);
        }

        private boolean isWithinItsHours(StandingFact consent, long t) {
            DailyWindow window = consent.windowNamed();
            return window == null || clocks.stream()
                    .allMatch(clock -> isWithin(window, clock, t) && isWithin(window, clock, t + ring));
        }
    }

    private static boolean hasEnded(StandingFact fact, long t) {
        return fact.untilNamed() != null && t >= fact.untilNamed().getEpochSecond();
    }

    private static boolean isWithin(DailyWindow window, Clockface clock, long t) {
        int second = clock.secondOfDay(t);
        int from = window.from().toSecondOfDay();
        int to = window.to().toSecondOfDay();
        boolean begunToday = beginsOn(window, clock.day(t)) && second >= from;
        if (from < to) {
            return begunToday && second < to;
        }
        return begunToday || (beginsOn(window, clock.day(t) - 1) && second < to);
    }

    private static boolean beginsOn(DailyWindow window, long day) {
        return window.days().contains(DayOfWeek.of(Clockface.weekday(day)));
    }

    private static boolean speaksOf(Rule rule, LineKind line) {
        if (rule.kind() == Kind.THIRD_PARTY && line != LineKind.CONTACT) {
            return false;
        }
        return rule.lines().isEmpty() || rule.lines().contains(line.name().toLowerCase(Locale.ROOT));
    }

    private static String code(FactKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static long monday(long day) {
        return day - (Clockface.weekday(day) - 1);
    }

    private static long firstOfMonth(long day) {
        return LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    }

    // ---- instants at which something could change

    /** Every day's {@code times} on this clock, and the clock's changes, each with its neighbours. */
    private long[] around(Clockface clock, long[] times, long ring) {
        List<Object> key = List.of(clock, ring, Arrays.stream(times).boxed().toList());
        return candidates.computeIfAbsent(key, unused -> spread(LongStream.concat(Arrays.stream(clock.changes()),
                Arrays.stream(times).flatMap(time -> Arrays.stream(clock.daily(time)))).toArray(), ring));
    }

    private static long[] spread(long[] base, long ring) {
        long[] offsets = {0, 1, -1, -ring, -ring - 1, -ring + 1, ring};
        long[] all = new long[base.length * offsets.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = base[i / offsets.length] + offsets[i % offsets.length];
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}
