package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.strategy.Experiment.Assignment;
import org.jspecify.annotations.Nullable;

/** Every experiment of the floor, those to come and those that are over among them. Immutable. */
public record Experiments(List<Experiment> all) {
    public static final Experiments NONE = new Experiments(List.of());

    /**
     * Checks that a case is in one at most.
     *
     * @throws IllegalArgumentException naming two that meet
     */
    public Experiments {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            for (Experiment other : all.subList(i + 1, all.size())) {
                if (all.get(i).name().equals(other.name())) {
                    throw new IllegalArgumentException("two experiments are called '" + other.name() + "'; rename one");
                }
                if (all.get(i).meets(other)) {
                    throw new IllegalArgumentException("the experiments '" + all.get(i).name() + "' and '"
                            + other.name() + "' take the same cases on the same days, and nobody could tell which of "
                            + "the two did it; give them other lenders, or let one begin after the other");
                }
            }
        }
    }

    public Optional<Experiment> named(String name) {
        return all.stream().filter(experiment -> experiment.name().equals(name)).findFirst();
    }

    /** The one that takes a lender's cases on a day. */
    public Optional<Experiment> taking(@Nullable String lender, LocalDate day) {
        return all.stream().filter(experiment -> experiment.takes(lender, day)).findFirst();
    }

    /** Whether any takes cases on a day. */
    public boolean running(LocalDate day) {
        return all.stream().anyMatch(each -> !day.isBefore(each.start()) && !day.isAfter(each.end()));
    }

    /** Where a case's debtor is: as noted when they were assigned, else as drawn now. Nowhere, if their arm is gone. */
    public Optional<Assignment> of(CaseFacts facts) {
        return taking(facts.lender(), facts.day()).flatMap(experiment -> {
            String noted = facts.arms().get(experiment.name());
            Optional<Arm> arm = noted == null ? Optional.of(experiment.draw(facts.debtor())) : experiment.arm(noted);
            return arm.map(found -> new Assignment(experiment, found));
        });
    }
}
