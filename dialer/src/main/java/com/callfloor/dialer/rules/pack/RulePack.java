package com.callfloor.dialer.rules.pack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.words.Words;

/**
 * A versioned set of rules.
 *
 * @param name such as {@code us-ma}
 * @param version changes with every change of the pack; stored with each decision
 * @param title what it is, for people
 * @param rules those that speak in a decision
 * @param duties the others
 */
public record RulePack(String name, String version, Words title, List<CallingRule> rules, List<Duty> duties) {
    public RulePack {
        rules = List.copyOf(rules);
        duties = List.copyOf(duties);
        if (rules.isEmpty() && duties.isEmpty()) {
            throw new IllegalArgumentException("rule pack " + name + " holds no rule");
        }
        Set<String> ids = new HashSet<>();
        cards(rules, duties).forEach(card -> {
            if (!ids.add(card.id())) {
                throw new IllegalArgumentException("two rules have the id " + card.id());
            }
        });
    }

    public List<RuleCard> cards() {
        return cards(rules, duties).toList();
    }

    private static Stream<RuleCard> cards(List<CallingRule> rules, List<Duty> duties) {
        return Stream.concat(rules.stream().map(CallingRule::card), duties.stream().map(Duty::card));
    }

    /** How long what happens now can still matter to a rule of the pack: one full window. */
    public Duration reach() {
        return rules.stream()
                .map(CallingRule::reach)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
