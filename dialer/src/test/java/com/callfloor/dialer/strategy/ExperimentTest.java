package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.effect.SampleRatio;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ExperimentTest {
    private static final LocalDate START = LocalDate.of(2026, 12, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final int PEOPLE = 100_000;
    private static final Currency CNY = Currency.getInstance("CNY");

    @Test
    void theArmsGetThePeopleThatTheirWeightsGiveThem() {
        Experiment experiment = experiment("e", Set.of(), arm("usual", 3), arm("soft", 1));

        Map<String, Long> drawn = drawn(experiment);

        assertThat(SampleRatio.of(List.of(0.75 * PEOPLE, 0.25 * PEOPLE),
                List.of(drawn.getOrDefault("usual", 0L), drawn.getOrDefault("soft", 0L))).mismatch()).isFalse();
    }

    @Test
    void anotherSeedOrNameDrawsIndependently() {
        Experiment one = experiment("e", Set.of(), arm("usual", 1), arm("soft", 1));
        Experiment renamed = experiment("f", Set.of(), arm("usual", 1), arm("soft", 1));
        Experiment seeded = new Experiment("e", Set.of(), START, END, "t", one.arms());

        assertThat(alike(one, one)).isEqualTo(PEOPLE);
        assertThat(alike(one, renamed) / (double) PEOPLE).isCloseTo(0.5, within(0.01));
        assertThat(alike(one, seeded) / (double) PEOPLE).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aPersonWhoWasAssignedStaysInTheirArmWhateverTheWeightsAreNow() {
        DebtorId debtor = new DebtorId(1);
        Experiment experiment = experiment("e", Set.of(), arm("usual", 1), arm("soft", 1));
        String other = experiment.draw(debtor).name().equals("soft") ? "usual" : "soft";
        var experiments = new Experiments(List.of(experiment));

        assertThat(experiments.of(facts(debtor, "Harbour", START, Map.of("e", other))).orElseThrow().arm().name())
                .isEqualTo(other);
        // Their arm is gone: they are treated as everybody else, and never moved to another one.
        assertThat(experiments.of(facts(debtor, "Harbour", START, Map.of("e", "gone")))).isEmpty();
    }

    @Test
    void itTakesTheCasesOfItsLendersOnItsDaysOnly() {
        var experiments = new Experiments(List.of(experiment("e", Set.of("Harbour"), arm("usual", 1), arm("soft", 1))));

        assertThat(experiments.taking("Harbour", START)).isPresent();
        assertThat(experiments.taking("Harbour", END)).isPresent();
        assertThat(experiments.taking("Harbour", START.minusDays(1))).isEmpty();
        assertThat(experiments.taking("Harbour", END.plusDays(1))).isEmpty();
        assertThat(experiments.taking("Port", START)).isEmpty();
        assertThat(experiments.taking(null, START)).isEmpty();
    }

    @Test
    void twoThatCouldTakeTheSameCaseAreRefused() {
        Experiment any = experiment("any", Set.of(), arm("usual", 1), arm("soft", 1));
        Experiment harbours = experiment("harbours", Set.of("Harbour"), arm("usual", 1), arm("soft", 1));
        Experiment ports = experiment("ports", Set.of("Port"), arm("usual", 1), arm("soft", 1));
        Experiment later = new Experiment("later", Set.of(), END.plusDays(1), END.plusDays(2), "s", any.arms());

        assertThatIllegalArgumentException().isThrownBy(() -> new Experiments(List.of(any, harbours)))
                .withMessageContaining("'any' and 'harbours' take the same cases");
        assertThatIllegalArgumentException().isThrownBy(() -> new Experiments(List.of(any, any)))
                .withMessageContaining("two experiments are called 'any'");
        assertThat(new Experiments(List.of(harbours, ports, later)).all()).hasSize(3);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> experiment("e", Set.of(), arm("usual", 1)))
                .withMessageContaining("2 to 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment("e", Set.of(), arm("usual", 1), arm("usual", 1)))
                .withMessageContaining("two arms are called 'usual'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experiment("e", Set.of(), END, END.minusDays(1), "s",
                        List.of(arm("a", 1), arm("b", 1))))
                .withMessageContaining("before it starts");
        assertThatIllegalArgumentException().isThrownBy(() -> arm("usual", 0)).withMessageContaining("1 to 1000");
    }

    @Test
    void theWeightsThatAreNotedTellWhatWasExpected() {
        Experiment experiment = experiment("e", Set.of(), arm("usual", 3), arm("soft", 1));

        assertThat(Experiment.shares(experiment.weights())).isEqualTo(Map.of("usual", 0.75, "soft", 0.25));
    }

    @Test
    void theArmsStrategyAndScriptAreThoseThatACaseIsUnder() {
        Arm own = new Arm("own", 1, "trial", Map.of());
        Arm script = new Arm("script", 1, null, Map.of(Stage.EARLY, "softer"));
        StrategyBook book = StrategyBook.of(List.of(strategy("default", null), strategy("trial", "e")),
                new Experiments(List.of(experiment("e", Set.of("Harbour"), own, script))));

        CaseFacts inOwn = facts(new DebtorId(1), "Harbour", START, Map.of("e", "own"));
        CaseFacts inScript = facts(new DebtorId(1), "Harbour", START, Map.of("e", "script"));
        CaseFacts outside = facts(new DebtorId(1), "Port", START, Map.of("e", "own"));

        assertThat(book.strategyOf(inOwn).name()).isEqualTo("trial");
        assertThat(book.place(inOwn).plan().script()).isEqualTo("early");
        assertThat(book.strategyOf(inScript).name()).isEqualTo("default");
        assertThat(book.place(inScript).plan().script()).isEqualTo("softer");
        assertThat(book.strategyOf(outside).name()).isEqualTo("default");
        assertThat(book.place(outside).plan().script()).isEqualTo("early");
    }

    @Test
    void anArmThatNamesAStrategyThatIsNotItsIsRefused() {
        List<Strategy> strategies = List.of(strategy("default", null), strategy("trial", "other"));

        assertThatIllegalArgumentException().isThrownBy(() -> StrategyBook.of(strategies, naming("nothing")))
                .withMessageContaining("names the strategy 'nothing', which is not there; known: default, trial");
        assertThatIllegalArgumentException().isThrownBy(() -> StrategyBook.of(strategies, naming("trial")))
                .withMessageContaining("of the experiment other");
    }

    @Test
    void everybodyWithAnOpenCaseIsAssignedOnceWhileOneRuns() {
        StrategyBook book = StrategyBook.of(List.of(strategy("default", null)),
                new Experiments(List.of(experiment("e", Set.of("Harbour"), arm("usual", 1), arm("soft", 1)))));
        var kept = new HashMap<DebtorId, String>();
        var cases = new StrategyCases() {
            @Override
            public Optional<CaseFacts> facts(CaseId id, LocalDate today) {
                return Optional.empty();
            }

            @Override
            public void open(LocalDate today, Consumer<CaseFacts> each) {
                for (int debtor = 1; debtor <= 1_200; debtor++) {
                    // Two cases of each, one of them of a lender that is not in it.
                    each.accept(ExperimentTest.facts(new DebtorId(debtor), "Harbour", today, Map.of()));
                    each.accept(ExperimentTest.facts(new DebtorId(debtor), "Port", today, Map.of()));
                }
                each.accept(ExperimentTest.facts(new DebtorId(9_999), "Harbour", today, Map.of("e", "usual")));
            }
        };
        var round = new AssignmentRound(book, cases,
                (people, day) -> people.forEach(person -> kept.put(person.debtor(), person.assignment().arm().name())));

        round.run(START.minusDays(1));
        assertThat(kept).isEmpty();
        round.run(START);

        assertThat(kept).hasSize(1_200).doesNotContainKey(new DebtorId(9_999));
    }

    private static Experiments naming(String strategy) {
        return new Experiments(
                List.of(experiment("e", Set.of(), new Arm("usual", 1, strategy, Map.of()), arm("soft", 1))));
    }

    private static Map<String, Long> drawn(Experiment experiment) {
        Map<String, Long> drawn = new HashMap<>();
        for (long debtor = 1; debtor <= PEOPLE; debtor++) {
            drawn.merge(experiment.draw(new DebtorId(debtor)).name(), 1L, Long::sum);
        }
        return drawn;
    }

    private static long alike(Experiment one, Experiment other) {
        long alike = 0;
        for (long debtor = 1; debtor <= PEOPLE; debtor++) {
            DebtorId id = new DebtorId(debtor);
            alike += one.draw(id).name().equals(other.draw(id).name()) ? 1 : 0;
        }
        return alike;
    }

    private static Experiment experiment(String name, Set<String> lenders, Arm... arms) {
        return new Experiment(name, lenders, START, END, "s", List.of(arms));
    }

    private static Arm arm(String name, int weight) {
        return new Arm(name, weight, null, Map.of());
    }

    private static Strategy strategy(String name, @Nullable String experiment) {
        StagePlan plan = new StagePlan(Stage.EARLY, "default", "early", List.of(Step.CALL), new StagePlan.Cadence(3, 4),
                new StagePlan.Offers(3, 7, 0), List.of());
        return new Strategy(name, "1", Words.same(name), null, experiment, CNY,
                List.of(new Segment("all", Stage.EARLY, Map.of())),
                Map.of(Stage.EARLY, plan));
    }

    private static CaseFacts facts(DebtorId debtor, String lender, LocalDate day, Map<String, String> arms) {
        return new CaseFacts(new CaseId(debtor.value()), debtor, lender, new Money(100, CNY), day.minusDays(9), 9, null,
                0,
                0, arms);
    }
}
