package com.callfloor.dialer.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.strategy.Experiment.Assignment;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** The strategy of each lender, and of each arm of an experiment. Immutable. */
public final class StrategyBook {
    private final Strategy fallback;
    private final Map<String, Strategy> byLender;
    private final Map<String, Strategy> byName;
    private final Experiments experiments;

    private StrategyBook(Strategy fallback, Map<String, Strategy> byLender, Map<String, Strategy> byName,
            Experiments experiments) {
        this.fallback = fallback;
        this.byLender = Map.copyOf(byLender);
        this.byName = Map.copyOf(byName);
        this.experiments = experiments;
    }

    /** {@link #of(List, Experiments)} without experiments. */
    public static StrategyBook of(List<Strategy> strategies) {
        return of(strategies, Experiments.NONE);
    }

    /**
     * Takes every strategy of a floor.
     *
     * @throws Objection if the fallback is missing, a lender has two, or an arm names one that is not there or
     *                                  is another experiment's
     */
    public static StrategyBook of(List<Strategy> strategies, Experiments experiments) {
        Map<String, Strategy> byLender = new HashMap<>();
        Map<String, Strategy> byName = new HashMap<>();
        for (Strategy strategy : strategies) {
            byName.put(strategy.name(), strategy);
            String lender = strategy.lender();
            if (lender == null) {
                continue;
            }
            Strategy other = byLender.put(lender, strategy);
            if (other != null) {
                throw new Objection(Words.of("the strategies '%s' and '%s' are both for the lender %s; remove one",
                        "策略“%s”和“%s”都用于委托方 %s；请删除其一", other.name(), strategy.name(), lender));
            }
        }
        Strategy fallback = byName.get(Strategy.FALLBACK);
        if (fallback == null) {
            throw new Objection(
                    Words.of("there is no strategy '%s'; cases of lenders without a strategy of their own need it",
                            "没有策略“%s”；没有自己策略的委托方的案件需要它", Strategy.FALLBACK));
        }
        for (Experiment experiment : experiments.all()) {
            experiment.arms().forEach(arm -> check(experiment, arm, byName));
        }
        return new StrategyBook(fallback, byLender, byName, experiments);
    }

    private static void check(Experiment experiment, Arm arm, Map<String, Strategy> byName) {
        String name = arm.strategy();
        if (name == null) {
            return;
        }
        Strategy strategy = byName.get(name);
        if (strategy == null) {
            throw new Objection(Words.of(
                    "the arm '%s' of the experiment '%s' names the strategy '%s', which is not there; known: %s",
                    "组“%s”（实验“%s”）所用的策略“%s”不存在；可用：%s", arm.name(), experiment.name(), name,
                    String.join(", ", byName.keySet().stream().sorted().toList())));
        }
        if (strategy.experiment() != null && !strategy.experiment().equals(experiment.name())) {
            throw new Objection(Words.of(
                    "the arm '%s' of the experiment '%s' names the strategy '%s' of the experiment %s",
                    "组“%s”（实验“%s”）所用的策略“%s”属于实验 %s", arm.name(), experiment.name(), name, strategy.experiment()));
        }
    }

    public Strategy forLender(@Nullable String lender) {
        return lender == null ? fallback : byLender.getOrDefault(lender, fallback);
    }

    /** The strategy that a case is under: its lender's, or that of its debtor's arm. */
    public Strategy strategyOf(CaseFacts facts) {
        return experiments.of(facts)
                .map(assignment -> strategyOf(assignment.arm(), facts.lender()))
                .orElseGet(() -> forLender(facts.lender()));
    }

    private Strategy strategyOf(Arm arm, @Nullable String lender) {
        // Checked to be there when the book was made.
        return arm.strategy() == null ? forLender(lender) : Objects.requireNonNull(byName.get(arm.strategy()));
    }

    /** Where a case stands under its strategy, with its arm's script. */
    public Placement place(CaseFacts facts) {
        Placement placement = strategyOf(facts).place(facts);
        Optional<Assignment> assignment = experiments.of(facts);
        return assignment.isEmpty()
                ? placement
                : new Placement(placement.stage(), placement.segment(), assignment.get().arm().of(placement.plan()),
                        placement.because(), placement.becauseChinese());
    }

    /** Whether any stage names the campaign that calls its cases. */
    public boolean choosesCampaigns() {
        return byName.values()
                .stream()
                .flatMap(strategy -> strategy.plans().values().stream())
                .anyMatch(plan -> !plan.campaign().isEmpty());
    }

    public Experiments experiments() {
        return experiments;
    }

    /** Every strategy under which people of an arm may come. */
    public Stream<Strategy> under(Experiment experiment, Arm arm) {
        if (arm.strategy() != null) {
            return Stream.of(Objects.requireNonNull(byName.get(arm.strategy())));
        }
        return experiment.lenders().isEmpty()
                ? all().stream().filter(each -> each.experiment() == null)
                : experiment.lenders().stream().map(this::forLender).distinct();
    }

    /** The fallback first, the others by name. */
    public List<Strategy> all() {
        List<Strategy> all = new ArrayList<>(byName.values());
        all.remove(fallback);
        all.sort((one, other) -> one.name().compareTo(other.name()));
        all.addFirst(fallback);
        return all;
    }

    /**
     * The book with this strategy in the place of the one of its name, or added.
     *
     * @throws Objection if its lender has another one
     */
    public StrategyBook with(Strategy changed) {
        List<Strategy> strategies = new ArrayList<>(all());
        strategies.removeIf(strategy -> strategy.name().equals(changed.name()));
        strategies.add(changed);
        return of(strategies, experiments);
    }
}
