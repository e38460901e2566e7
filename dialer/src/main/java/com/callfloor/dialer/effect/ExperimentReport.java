package com.callfloor.dialer.effect;

import java.util.Currency;
import java.util.Map;

import com.callfloor.dialer.strategy.Experiment;

/** Where an experiment's figures come from. Blocks on the database. */
@FunctionalInterface
public interface ExperimentReport {
    /** By arm; those that nobody is in are missing. */
    Map<String, ArmFigures> of(Experiment experiment);

    /**
     * Of the people who were assigned to an arm, called or not. They are counted, not their calls: the calls of one person
     * are no independent trials.
     *
     * @param expected how many its weights gave it, as they stood when each person of the experiment was assigned
     * @param outcomes how many people each happened to, from their assignment to the experiment's end
     * @param money    what they paid for cases that the experiment takes, in that time
     */
    record ArmFigures(long people, double expected, Map<PersonOutcome, Long> outcomes, Map<Currency, Amounts> money) {
        public ArmFigures {
            outcomes = Map.copyOf(outcomes);
            money = Map.copyOf(money);
        }

        public Share share(PersonOutcome outcome) {
            return new Share(outcomes.getOrDefault(outcome, 0L), people);
        }

        public Amounts amounts(Currency currency) {
            return money.getOrDefault(currency, new Amounts(people, 0, 0, 0));
        }
    }
}
