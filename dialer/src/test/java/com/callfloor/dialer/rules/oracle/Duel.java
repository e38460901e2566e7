package com.callfloor.dialer.rules.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.pack.RulePack;

/** The engine and the oracle under the same packs, asked the same. Usable from any thread. */
final class Duel {
    static final Path RULES = Path.of("..", "config", "rules");
    static final Path CALENDARS = Path.of("..", "config", "calendars");

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final Oracle oracle;
    private final SituationGenerator generator;
    private final Map<String, RulePack> packs = new LinkedHashMap<>();
    private final CallingRules current;

    private Duel(Map<String, String> texts, List<ZoneId> home) throws ConfigProblem {
        Map<String, List<YamlRules.Rule>> read = new LinkedHashMap<>();
        RulePackFile file = new RulePackFile(RULES, CALENDARS);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            read.put(text.getKey(), YamlRules.rules(text.getValue(), CALENDARS));
            packs.put(text.getKey(), file.parse(text.getKey(), text.getValue(), text.getKey()));
        }
        oracle = new Oracle(read);
        generator = new SituationGenerator(read, home);
        current = engine(Map.of());
    }

    /** Under these shipped packs and {@code facts}; {@code odd} is the tests' own. */
    static Duel under(String... names) throws IOException, ConfigProblem {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : Stream.concat(Stream.of("facts"), Stream.of(names)).toList()) {
            texts.put(name, name.equals("odd") ? odd() : Files.readString(RULES.resolve(name + ".yaml")));
        }
        return new Duel(texts, zonesOf(names[0]));
    }

    private static String odd() throws IOException {
        try (var text = Objects.requireNonNull(Duel.class.getResourceAsStream("odd.yaml"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<ZoneId> zonesOf(String pack) {
        List<String> zones = switch (pack.substring(0, 2)) {
            case "us" -> List.of("America/New_York", "America/Chicago", "America/Los_Angeles", "Pacific/Honolulu");
            case "uk" -> List.of("Europe/London");
            case "au" -> List.of("Australia/Sydney", "Australia/Perth", "Australia/Lord_Howe", "Australia/Adelaide");
            case "in" -> List.of("Asia/Kolkata");
            case "jp" -> List.of("Asia/Tokyo");
            case "br" -> List.of("America/Sao_Paulo", "America/Manaus", "America/Noronha");
            case "ru" -> List.of("Europe/Moscow", "Asia/Vladivostok", "Europe/Kaliningrad");
            case "od" -> List.of("Australia/Sydney", "America/Santiago", "Africa/Cairo", "Atlantic/Azores");
            default -> List.of("Asia/Shanghai");
        };
        return zones.stream().map(ZoneId::of).toList();
    }

    private CallingRules engine(Map<String, Instant> oldVersions) {
        List<PackTerm> terms = new ArrayList<>();
        packs.forEach((name, pack) -> {
            Instant until = oldVersions.get(name);
            if (until != null) {
                terms.add(new PackTerm(pack, until));
            }
            terms.add(PackTerm.current(pack));
        });
        return new CallingRules(terms);
    }

    Oracle oracle() {
        return oracle;
    }

    Situation situation(long seed) {
        return generator.generate(RANDOM.create(seed));
    }

    Oracle.Answer engineAnswers(Situation situation) {
        CallingRules rules = situation.oldVersions().isEmpty() ? current : engine(situation.oldVersions());
        Decision decision = rules.decide(situation.question());
        String verdict = switch (decision.verdict()) {
            case Verdict.Allow allow -> "allow";
            case Verdict.Deny deny -> "deny";
            case Verdict.NotBefore notBefore -> "not before " + notBefore.instant();
        };
        return new Oracle.Answer(verdict, decision.deniedBy().stream().sorted().toList());
    }

    /**
     * Plays the situations of the seeds {@code first} to {@code first + count}.
     *
     * @param parallel on all cores
     */
    Outcome play(long first, long count, boolean parallel) {
        Map<String, LongAdder> verdicts = new ConcurrentHashMap<>();
        Map<String, LongAdder> denials = new ConcurrentHashMap<>();
        LongAdder differences = new LongAdder();
        long begun = System.nanoTime();
        LongStream seeds = LongStream.range(first, first + count);
        Optional<Situation> different = (parallel ? seeds.parallel() : seeds).mapToObj(this::situation)
                .filter(situation -> {
                    Oracle.Answer expected = oracle.answer(situation);
                    verdicts.computeIfAbsent(expected.verdict().split(" ", 2)[0], unused -> new LongAdder())
                            .increment();
                    expected.denying()
                            .forEach(rule -> denials.computeIfAbsent(rule, unused -> new LongAdder()).increment());
                    boolean differs = !expected.equals(engineAnswers(situation));
                    if (differs) {
                        differences.increment();
                    }
                    return differs;
                })
                .reduce((one, other) -> size(one) <= size(other) ? one : other);
        return new Outcome(count, differences.sum(), share(verdicts, "allow", count), share(verdicts, "not", count),
                share(verdicts, "deny", count), (System.nanoTime() - begun) / 1e9,
                counted(denials), different.map(this::shrunk).map(this::told));
    }

    private Map<String, Long> counted(Map<String, LongAdder> denials) {
        Map<String, Long> counted = new TreeMap<>();
        packs.values().forEach(pack -> pack.rules().forEach(rule -> {
            LongAdder found = denials.get(rule.card().id());
            counted.put(rule.card().id(), found == null ? 0 : found.sum());
        }));
        return counted;
    }

    private static double share(Map<String, LongAdder> verdicts, String verdict, long count) {
        LongAdder found = verdicts.get(verdict);
        return found == null ? 0 : 100.0 * found.sum() / count;
    }

    /**
     * Shares are in percent.
     *
     * @param denials of every rule, how often it denied
     * @param smallest the smallest difference, to be replayed by hand
     */
    record Outcome(long situations, long differences, double allow, double notBefore, double deny, double seconds,
            Map<String, Long> denials, Optional<String> smallest) {
        @Override
        public String toString() {
            return "%d situations, %.0f s, %d differences; allow %.1f %%, not_before %.1f %%, deny %.1f %%%n  %s"
                    .formatted(situations, seconds, differences, allow, notBefore, deny, denials)
                    + smallest.map(text -> "\n" + text).orElse("");
        }
    }

    private static int size(Situation situation) {
        return situation.events().size() + situation.facts().size() + situation.zones().size();
    }

    private Situation shrunk(Situation situation) {
        Situation smallest = situation;
        boolean smaller = true;
        while (smaller) {
            Optional<Situation> next = smallest.simpler().stream().filter(this::differs).findFirst();
            smaller = next.isPresent();
            smallest = next.orElse(smallest);
        }
        return smallest;
    }

    private boolean differs(Situation situation) {
        return !oracle.answer(situation).equals(engineAnswers(situation));
    }

    private String told(Situation situation) {
        return "packs " + packs.keySet() + "\n  oracle: " + oracle.answer(situation) + "\n  engine: "
                + engineAnswers(situation) + "\n" + situation.told();
    }
}
