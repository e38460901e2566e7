package com.callfloor.dialer.setup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.cases.intake.LenderMappings;
import com.callfloor.dialer.recordings.RetentionRule;
import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.setup.LenderBook.Cases;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.strategy.StrategyBook;

/** Every lender that has cases or is named in the configuration. For any thread. */
public final class Lenders {
    private final LenderBook book;
    private final LenderMappings mappings;
    private final StrategyBook strategies;
    private final Assignments assignments;
    private final List<RetentionRule> retention;
    private final Map<String, Set<String>> lendersOfCampaigns;

    /** {@code lendersOfCampaigns}: by the campaign's id; empty sets are any lender. */
    public Lenders(LenderBook book, LenderMappings mappings, StrategyBook strategies, Assignments assignments,
            List<RetentionRule> retention, Map<String, Set<String>> lendersOfCampaigns) {
        this.book = book;
        this.mappings = mappings;
        this.strategies = strategies;
        this.assignments = assignments;
        this.retention = List.copyOf(retention);
        this.lendersOfCampaigns = Map.copyOf(lendersOfCampaigns);
    }

    /**
     * By name. Blocks on the database and reads the mappings anew, as an import does.
     *
     * @throws com.callfloor.dialer.cases.intake.CaseFileException if a mapping cannot be used
     */
    public List<ConfiguredLender> all() {
        Map<String, Cases> cases = book.cases();
        List<LenderMapping> saved = mappings.all();
        Set<String> names = new TreeSet<>(cases.keySet());
        saved.forEach(mapping -> names.add(mapping.lender()));
        for (Strategy strategy : strategies.all()) {
            if (strategy.lender() != null) {
                names.add(strategy.lender());
            }
        }
        names.addAll(assignments.byLender().keySet());
        names.addAll(assignments.firstParty());
        Stream.concat(retention.stream().map(RetentionRule::lenders), lendersOfCampaigns.values().stream())
                .forEach(names::addAll);
        return names.stream().map(name -> lender(name, cases.getOrDefault(name, Cases.NONE), saved)).toList();
    }

    private ConfiguredLender lender(String name, Cases cases, List<LenderMapping> saved) {
        Strategy strategy = strategies.forLender(name);
        return new ConfiguredLender(name, cases,
                saved.stream().filter(mapping -> mapping.lender().equals(name)).toList(), strategy.name(),
                strategy.lender() != null, assignments.firstParty().contains(name), packs(name),
                retention.stream()
                        .filter(rule -> rule.lenders().isEmpty() || rule.lenders().contains(name))
                        .map(RetentionRule::name)
                        .toList(),
                lendersOfCampaigns.entrySet()
                        .stream()
                        .filter(campaign -> campaign.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private List<String> packs(String lender) {
        return Stream
                .concat(assignments.byLender().getOrDefault(lender, List.of()).stream(),
                        (assignments.firstParty().contains(lender) ? assignments.creditor() : assignments.agency())
                                .stream())
                .distinct()
                .toList();
    }
}
