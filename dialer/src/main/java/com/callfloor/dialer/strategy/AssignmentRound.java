package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.strategy.ArmBook.Person;
import com.callfloor.dialer.strategy.Experiment.Assignment;

/**
 * Assigns everybody with an open case that an experiment takes, called or not: who is compared must not depend on how an arm
 * treats its people. Whose case came after it is assigned when they are called first, else by the next day's round.
 */
public final class AssignmentRound {
    private static final int AT_ONCE = 500;

    private final StrategyBook book;
    private final StrategyCases cases;
    private final ArmBook arms;

    public AssignmentRound(StrategyBook book, StrategyCases cases, ArmBook arms) {
        this.book = book;
        this.cases = cases;
        this.arms = arms;
    }

    /** Blocks on the database; for some minutes where a million people are new. */
    public void run(LocalDate day) {
        if (!book.experiments().running(day)) {
            return;
        }
        List<Person> people = new ArrayList<>();
        Set<DebtorId> seen = new HashSet<>();
        cases.open(day, facts -> {
            Optional<Assignment> assignment = book.experiments().of(facts);
            if (assignment.isPresent() && !facts.arms().containsKey(assignment.get().experiment().name())
                    && seen.add(facts.debtor())) {
                people.add(new Person(facts.debtor(), assignment.get()));
            }
            if (people.size() == AT_ONCE) {
                arms.keep(List.copyOf(people), day);
                people.clear();
                seen.clear();
            }
        });
        if (!people.isEmpty()) {
            arms.keep(List.copyOf(people), day);
        }
    }
}
