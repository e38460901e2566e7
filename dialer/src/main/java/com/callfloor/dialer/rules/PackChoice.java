package com.callfloor.dialer.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.dialer.rules.pack.PackTerm;

/**
 * Which packs apply to a call: those that are always asked, and those of the debtor's region, of the lender and of the
 * actor. Where the region within a country is not known, the packs of all its regions apply. A country without any pack
 * has no rules that we know, and nobody is called there. Usable from any thread.
 */
public final class PackChoice {
    private static final String ANYWHERE = "*";

    private final Assignments assignments;
    private final Map<String, List<PackTerm>> terms;
    private final Map<Set<String>, CallingRules> rules = new ConcurrentHashMap<>();

    /**
     * Takes the packs that the assignments name.
     *
     * @param terms by pack name; several for one name while a pack changes
     * @throws IllegalArgumentException if a pack is named and not given
     */
    public PackChoice(Assignments assignments, Map<String, List<PackTerm>> terms) {
        this.assignments = assignments;
        this.terms = Map.copyOf(terms);
        for (String name : assignments.names()) {
            if (terms.getOrDefault(name, List.of()).isEmpty()) {
                throw new IllegalArgumentException("no rule pack '" + name + "' is loaded");
            }
        }
        // Fails early where no pack that is always asked holds a rule.
        var unused = rulesOf(new LinkedHashSet<>(assignments.always()));
    }

    /**
     * Who picks what.
     *
     * @param byRegion keys are ISO 3166-1 or 3166-2 codes, or {@code *} for where no other key fits
     * @param byPostalCode keys are a region, a slash and the beginning of its postal codes, such as {@code US-NY/100}
     * @param firstParty lenders for whom the floor acts as the creditor itself; for all others it is an agency
     */
    public record Assignments(List<String> always, Map<String, List<String>> byRegion,
            Map<String, List<String>> byPostalCode, Map<String, List<String>> byLender, List<String> agency,
            List<String> creditor, Set<String> firstParty) {
        public Assignments {
            always = List.copyOf(always);
            byRegion = Map.copyOf(byRegion);
            byPostalCode = Map.copyOf(byPostalCode);
            byLender = Map.copyOf(byLender);
            agency = List.copyOf(agency);
            creditor = List.copyOf(creditor);
            firstParty = Set.copyOf(firstParty);
        }

        /** Every pack that is named anywhere. */
        public Set<String> names() {
            Set<String> names = new LinkedHashSet<>(always);
            byRegion.values().forEach(names::addAll);
            byPostalCode.values().forEach(names::addAll);
            byLender.values().forEach(names::addAll);
            names.addAll(agency);
            names.addAll(creditor);
            return names;
        }
    }

    /** Every pack in force, old versions too. */
    public Collection<PackTerm> terms() {
        return terms.values().stream().flatMap(List::stream).toList();
    }

    /** Empty if no pack knows the debtor's country: then nobody is called. */
    public Optional<CallingRules> rulesFor(Placement placement) {
        Set<String> names = new LinkedHashSet<>(assignments.always());
        Set<String> regional = regional(placement);
        if (regional.isEmpty()) {
            List<String> anywhere = assignments.byRegion().get(ANYWHERE);
            if (anywhere == null) {
                return Optional.empty();
            }
            names.addAll(anywhere);
        }
        names.addAll(regional);
        placement.lender()
                .map(lender -> assignments.byLender().getOrDefault(lender, List.of()))
                .ifPresent(names::addAll);
        boolean creditor = placement.lender().filter(assignments.firstParty()::contains).isPresent();
        names.addAll(creditor ? assignments.creditor() : assignments.agency());
        return Optional.of(rulesOf(names));
    }

    /** Exactly these packs, whoever is called: for replays. */
    public CallingRules rulesOf(Set<String> names) {
        return rules.computeIfAbsent(names, chosen -> {
            List<PackTerm> asked = new ArrayList<>();
            chosen.forEach(name -> asked.addAll(terms.getOrDefault(name, List.of())));
            return new CallingRules(asked);
        });
    }

    private Set<String> regional(Placement placement) {
        Set<String> names = new LinkedHashSet<>();
        Optional<String> region = placement.region().map(code -> code.toUpperCase(Locale.ROOT));
        for (String country : placement.countries()) {
            boolean elsewhere = region.map(code -> !countryOf(code).equals(country)).orElse(true);
            // Where within this country is not known: it may be any of its regions.
            if (elsewhere || region.get().equals(country)) {
                assignments.byRegion().forEach((key, packs) -> {
                    if (countryOf(key).equals(country)) {
                        names.addAll(packs);
                    }
                });
            }
        }
        region.ifPresent(code -> {
            assignments.byRegion().forEach((key, packs) -> {
                boolean within = code.equals(key) || countryOf(code).equals(key);
                boolean anyOfTheCountry = code.equals(countryOf(code)) && countryOf(key).equals(code);
                if (within || anyOfTheCountry) {
                    names.addAll(packs);
                }
            });
            names.addAll(postal(code, placement.postalCode()));
        });
        return names;
    }

    private Set<String> postal(String region, Optional<String> postalCode) {
        Set<String> names = new LinkedHashSet<>();
        assignments.byPostalCode().forEach((key, packs) -> {
            String[] parts = key.split("/", 2);
            // Without a postal code the debtor may live in any part of the region.
            if (parts[0].equals(region) && postalCode.map(code -> code.startsWith(parts[1])).orElse(true)) {
                names.addAll(packs);
            }
        });
        return names;
    }

    private static String countryOf(String region) {
        int dash = region.indexOf('-');
        return dash < 0 ? region : region.substring(0, dash);
    }
}
