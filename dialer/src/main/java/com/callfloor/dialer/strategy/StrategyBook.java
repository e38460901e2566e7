package com.callfloor.dialer.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The strategy of each lender. Immutable. */
public final class StrategyBook {
    private final Strategy fallback;
    private final Map<String, Strategy> byLender;

    private StrategyBook(Strategy fallback, Map<String, Strategy> byLender) {
        this.fallback = fallback;
        this.byLender = Map.copyOf(byLender);
    }

    /**
     * Takes every strategy of a floor.
     *
     * @throws IllegalArgumentException if the fallback is missing, or a lender has two
     */
    public static StrategyBook of(List<Strategy> strategies) {
        Map<String, Strategy> byLender = new HashMap<>();
        Strategy fallback = null;
        for (Strategy strategy : strategies) {
            String lender = strategy.lender();
            if (lender == null) {
                fallback = strategy;
                continue;
            }
            Strategy other = byLender.put(lender, strategy);
            if (other != null) {
                throw new IllegalArgumentException("the strategies '" + other.name() + "' and '" + strategy.name()
                        + "' are both for the lender " + lender + "; remove one");
            }
        }
        if (fallback == null) {
            throw new IllegalArgumentException("there is no strategy '" + Strategy.FALLBACK
                    + "'; cases of lenders without a strategy of their own need it");
        }
        return new StrategyBook(fallback, byLender);
    }

    public Strategy forLender(@Nullable String lender) {
        return lender == null ? fallback : byLender.getOrDefault(lender, fallback);
    }

    /** Where a case stands under its lender's strategy. */
    public Placement place(CaseFacts facts) {
        return forLender(facts.lender()).place(facts);
    }

    /** The fallback first, the others by name. */
    public List<Strategy> all() {
        List<Strategy> all = new ArrayList<>(byLender.values());
        all.sort((one, other) -> one.name().compareTo(other.name()));
        all.addFirst(fallback);
        return all;
    }

    /**
     * The book with this strategy in the place of the one of its name, or added.
     *
     * @throws IllegalArgumentException if its lender has another one
     */
    public StrategyBook with(Strategy changed) {
        List<Strategy> strategies = new ArrayList<>(all());
        strategies.removeIf(strategy -> strategy.name().equals(changed.name()));
        strategies.add(changed);
        return of(strategies);
    }
}
