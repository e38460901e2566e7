package com.callfloor.dialer.rules.oracle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

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

/** Situations that lie where rules are easily got wrong; the same seed gives the same situation. Usable from any thread. */
final class SituationGenerator {
    private static final List<LineKind> LINES = List.of(LineKind.MOBILE, LineKind.LANDLINE, LineKind.WORK,
            LineKind.CONTACT);
    private static final List<String> ZONES = List.of("America/New_York", "America/Chicago", "America/Denver",
            "America/Los_Angeles", "America/Phoenix", "Pacific/Honolulu", "America/St_Johns", "America/Sao_Paulo",
            "America/Santiago", "America/Asuncion", "America/Havana", "Atlantic/Azores", "Europe/London",
            "Europe/Berlin",
            "Europe/Moscow", "Asia/Vladivostok", "Africa/Cairo", "Asia/Beirut", "Asia/Kolkata", "Asia/Shanghai",
            "Asia/Tokyo", "Australia/Sydney", "Australia/Perth", "Australia/Lord_Howe");
    private static final int[] RINGS = {0, 30, 45, 90};
    private static final int[] WINDOW_HOURS = {0, 2 * 3600 + 1800, 8 * 3600, 12 * 3600, 17 * 3600, 21 * 3600, 86_399};
    private static final CallResult[] RESULTS = CallResult.values();
    private static final FactKind[] FACTS = FactKind.values();
    private static final Set<FactKind> OF_NUMBERS = Set.of(FactKind.WRONG_PARTY, FactKind.REFUSED,
            FactKind.DO_NOT_CALL);

    private final List<Rule> rules;
    private final List<String> packNames;
    private final List<ZoneId> home;
    private final long[] days;
    private final int[] edges;
    private final long[] spans;
    private final List<String> liftable;

    SituationGenerator(Map<String, List<Rule>> packs, List<ZoneId> home) {
        this.rules = packs.values().stream().flatMap(List::stream).toList();
        this.packNames = List.copyOf(packs.keySet());
        this.home = home;
        this.days = interestingDays(rules);
        TreeSet<Integer> times = new TreeSet<>(Set.of(0, 2 * 3600, 3 * 3600));
        TreeSet<Long> reaches = new TreeSet<>(Set.of(Clockface.DAY, 7 * Clockface.DAY));
        for (Rule rule : rules) {
            rule.opens().values().forEach(hours -> times.addAll(List.of(hours[0], hours[1])));
            if (rule.span().amount() > 0) {
                reaches.add(rule.span().unit().equals("days")
                        ? rule.span().amount() * Clockface.DAY
                        : rule.span().amount());
            }
        }
        this.edges = times.stream().mapToInt(Integer::intValue).toArray();
        this.spans = reaches.stream().mapToLong(Long::longValue).toArray();
        this.liftable = rules.stream().map(Rule::id).toList();
    }

    /** Days around clock changes, leap days, ends of months and years, holidays and make-up workdays. */
    private static long[] interestingDays(List<Rule> rules) {
        Set<Long> days = new HashSet<>();
        long from = LocalDate.of(2023, 6, 1).toEpochDay();
        long to = LocalDate.of(2030, 12, 31).toEpochDay();
        for (String zone : ZONES) {
            Clockface clock = Clockface.of(ZoneId.of(zone));
            Arrays.stream(clock.changes()).forEach(change -> days.add(clock.day(change)));
        }
        for (LocalDate month = LocalDate.of(2023, 6, 1); month.getYear() <= 2030; month = month.plusMonths(1)) {
            days.add(month.toEpochDay());
        }
        rules.forEach(rule -> {
            var calendar = rule.calendar();
            if (calendar != null) {
                days.addAll(calendar.holidays());
                days.addAll(calendar.makeUpWorkdays());
            }
        });
        return days.stream().filter(day -> day >= from && day <= to).mapToLong(Long::longValue).sorted().toArray();
    }

    Situation generate(RandomGenerator random) {
        return new One(random).situation();
    }

    private final class One {
        private final RandomGenerator random;
        private final int ring;
        private final List<ZoneId> zones = new ArrayList<>();
        private final Clockface clock;
        private final List<Callee> callees = new ArrayList<>();
        private final Callee callee;
        private final long at;
        /** How calls of this situation mostly end, so that runs of failures and of answers both occur. */
        private final int mood;

        One(RandomGenerator random) {
            this.random = random;
            ring = RINGS[random.nextInt(RINGS.length)];
            Set<ZoneId> chosen = new LinkedHashSet<>();
            int wanted = chance(60) ? 1 : 2 + random.nextInt(2);
            while (chosen.size() < wanted) {
                chosen.add(chance(65) ? pick(home) : ZoneId.of(pick(ZONES)));
                wanted -= chance(10) ? 1 : 0;
            }
            zones.addAll(chosen.isEmpty() ? Set.of(home.get(0)) : chosen);
            clock = Clockface.of(zones.get(random.nextInt(zones.size())));
            people();
            List<Callee> third = callees.stream().filter(each -> each.line() == LineKind.CONTACT).toList();
            callee = !third.isEmpty() && chance(15) ? pick(third) : callees.get(0);
            mood = random.nextInt(3);
            at = asked();
        }

        Situation situation() {
            List<PastCall> events = events();
            Map<String, Instant> old = new HashMap<>();
            if (chance(6)) {
                long until = at + (chance(50) ? random.nextInt(-2, 3) : random.nextLong(3 * Clockface.DAY));
                old.put(pick(packNames), Instant.ofEpochSecond(until));
            }
            return new Situation(Instant.ofEpochSecond(at), Duration.ofSeconds(ring), callee, new HashSet<>(zones),
                    events, facts(), chance(25), old);
        }

        /** A few debtors who share numbers, households, accounts and now and then a debt. */
        private void people() {
            int count = 4 + random.nextInt(5);
            Map<Long, Long> households = new HashMap<>();
            Map<Long, Long> accounts = new HashMap<>();
            Map<List<Long>, LineKind> lines = new HashMap<>();
            for (int i = 0; i < count; i++) {
                long person = i == 0 || chance(65) ? 1 : 2 + random.nextInt(2);
                long debt = i == 0 || chance(70) ? 10 * person + 1 : 10 * (1 + random.nextInt(3)) + random.nextInt(3);
                long number = i == 0 || chance(45) ? 101 : 101 + random.nextInt(4);
                households.computeIfAbsent(person, unused -> 200L + random.nextInt(3));
                accounts.computeIfAbsent(debt, unused -> 300L + random.nextInt(3));
                int third = i == 0 ? 8 : 20;
                LineKind line = lines.computeIfAbsent(List.of(person, number),
                        unused -> number == 104 ? LineKind.CONTACT : LINES.get(weighted(45, 20, 22, third)));
                callees.add(new Callee(person, debt, accounts.get(debt), households.get(person), number, line));
            }
        }

        private long asked() {
            long day = chance(55)
                    ? days[random.nextInt(days.length)] + random.nextInt(-1, 2)
                    : days[0] + random.nextLong(days[days.length - 1] - days[0]);
            int second;
            if (chance(25)) {
                second = edges[random.nextInt(edges.length)] + near();
            } else if (chance(85)) {
                second = 9 * 3600 + random.nextInt(10 * 3600);
            } else {
                second = random.nextInt(86_400);
            }
            return instant(day, second);
        }

        private long instant(long day, int second) {
            long local = day * Clockface.DAY + second;
            List<Long> instants = clock.instants(local);
            return instants.isEmpty() ? local - (clock.local(local) - local) : pick(instants);
        }

        /** A little off, or not at all. */
        private int near() {
            return switch (random.nextInt(6)) {
                case 0 -> 1;
                case 1 -> -1;
                case 2 -> -ring;
                case 3 -> -ring + random.nextInt(-1, 2);
                default -> 0;
            };
        }

        private List<PastCall> events() {
            int most = switch (random.nextInt(4)) {
                case 0 -> 1;
                case 1 -> 4;
                case 2 -> 10;
                default -> 26;
            };
            int count = random.nextInt(most);
            long reach = chance(40) ? Clockface.DAY : chance(60) ? 9 * Clockface.DAY : 45 * Clockface.DAY;
            List<PastCall> events = new ArrayList<>();
            Set<Long> taken = new HashSet<>();
            for (int i = 0; i < count; i++) {
                long when = Math.min(at, past(reach));
                // Nothing but their order tells calls of one instant apart, and a ledger promises none.
                if (!taken.add(when)) {
                    continue;
                }
                CallResult result = result();
                boolean rang = switch (result) {
                    case CONVERSATION, ANSWERED, ABANDONED -> true;
                    case INVALID -> chance(20);
                    default -> chance(60);
                };
                events.add(new PastCall(Instant.ofEpochSecond(when), chance(45) ? callee : pick(callees),
                        chance(88) ? Direction.OUT : Direction.IN, result, rang));
            }
            events.sort(Comparator.comparing(PastCall::at));
            return List.copyOf(events);
        }

        private long past(long reach) {
            return switch (random.nextInt(8)) {
                case 0 -> at - spans[random.nextInt(spans.length)] + near();
                case 1 -> instant(clock.day(at) - random.nextInt(9), near());
                case 2 -> instant(clock.day(at) - random.nextInt(9), edges[random.nextInt(edges.length)] + near());
                case 3 -> at - random.nextInt(7200);
                default -> at - random.nextLong(reach);
            };
        }

        private CallResult result() {
            if (mood == 0 && chance(85)) {
                return switch (weighted(55, 20, 10, 5, 10)) {
                    case 0 -> CallResult.NO_ANSWER;
                    case 1 -> CallResult.VOICEMAIL;
                    case 2 -> CallResult.BUSY;
                    case 3 -> CallResult.INVALID;
                    default -> CallResult.FAILED;
                };
            }
            if (mood == 1 && chance(60)) {
                return chance(60) ? CallResult.ANSWERED : CallResult.CONVERSATION;
            }
            return RESULTS[random.nextInt(RESULTS.length)];
        }

        private List<StandingFact> facts() {
            int count = chance(55) ? 0 : 1 + random.nextInt(3);
            List<StandingFact> facts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                facts.add(fact(chance(45)
                        ? FactKind.CONSENT
                        : chance(25)
                                ? FactKind.INCONVENIENT
                                : FACTS[random.nextInt(FACTS.length)]));
            }
            boolean asksForConsent = callee.line() == LineKind.CONTACT
                    && rules.stream().anyMatch(rule -> rule.kind() == Kind.THIRD_PARTY && rule.needsConsent());
            if (asksForConsent && chance(60)) {
                facts.add(consentOf(callee));
            }
            return List.copyOf(facts);
        }

        private StandingFact consentOf(Callee who) {
            return new StandingFact(FactKind.CONSENT, Instant.ofEpochSecond(at - random.nextInt(86_400)), who.person(),
                    who.debt(), who.number(), null, null, Set.of());
        }

        private StandingFact fact(FactKind kind) {
            Callee about = chance(60) ? callee : pick(callees);
            long known = switch (random.nextInt(5)) {
                case 0 -> at - 7 * Clockface.DAY + random.nextInt(-2, 3);
                case 1 -> at - random.nextInt(2 * (int) Clockface.DAY);
                case 2 -> at - random.nextInt(3);
                default -> at - random.nextLong(9 * Clockface.DAY);
            };
            boolean ofNumberOnly = OF_NUMBERS.contains(kind) && chance(40);
            Long number = ofNumberOnly || chance(OF_NUMBERS.contains(kind) ? 70 : 35) ? (Long) about.number() : null;
            Instant until = null;
            if (chance(kind == FactKind.CONSENT ? 25 : 75)) {
                long end = switch (random.nextInt(6)) {
                    case 0 -> at + random.nextInt(-2, 3);
                    case 1 -> instant(clock.day(at) + random.nextInt(5), edges[random.nextInt(edges.length)] + near());
                    case 2 -> at - random.nextLong(Clockface.DAY);
                    case 3 -> at + 399 * Clockface.DAY + random.nextLong(2 * Clockface.DAY);
                    default -> at + random.nextLong(20 * Clockface.DAY);
                };
                until = Instant.ofEpochSecond(end);
            }
            boolean timed = kind == FactKind.INCONVENIENT
                    ? chance(50)
                    : kind == FactKind.CONSENT ? chance(25) : chance(8);
            Set<String> lifts = new HashSet<>();
            if (kind == FactKind.CONSENT && chance(40)) {
                for (int i = 0; i < 2; i++) {
                    lifts.add(pick(liftable));
                }
            }
            return new StandingFact(kind, Instant.ofEpochSecond(known), ofNumberOnly ? 0 : about.person(),
                    ofNumberOnly ? 0 : about.debt(), number, until, timed ? window() : null, lifts);
        }

        private DailyWindow window() {
            LocalTime from = LocalTime.ofSecondOfDay(WINDOW_HOURS[random.nextInt(WINDOW_HOURS.length)]);
            LocalTime to = LocalTime.ofSecondOfDay(WINDOW_HOURS[random.nextInt(WINDOW_HOURS.length)]);
            Set<DayOfWeek> on = new HashSet<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                if (chance(80)) {
                    on.add(day);
                }
            }
            on.add(DayOfWeek.TUESDAY);
            return new DailyWindow(from, to, on);
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private int weighted(int... weights) {
            int drawn = random.nextInt(Arrays.stream(weights).sum());
            int index = 0;
            while (drawn >= weights[index]) {
                drawn -= weights[index++];
            }
            return index;
        }

        private <T> T pick(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
