package com.callfloor.dialer.agents;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What agents are good at and what cases need, in words of the floor's own.
 *
 * @param ofAgents by sign-in
 * @param byLanguage what a case in this language needs; {@code en} stands for {@code en-US} too
 * @param byProduct what a case of this product needs
 */
public record Skills(Map<String, Set<String>> ofAgents, Map<String, Set<String>> byLanguage,
        Map<String, Set<String>> byProduct) {
    public static final Skills NONE = new Skills(Map.of(), Map.of(), Map.of());

    public Skills {
        ofAgents = Map.copyOf(ofAgents);
        byLanguage = Map.copyOf(byLanguage);
        byProduct = Map.copyOf(byProduct);
    }

    public Set<String> of(Agent agent) {
        return ofAgents.getOrDefault(agent.login(), Set.of());
    }

    /** Every word that a case needs. */
    public Set<String> neededFor(@Nullable String language, @Nullable String product) {
        Set<String> needed = new HashSet<>();
        if (language != null) {
            String primary = Locale.forLanguageTag(language).getLanguage();
            needed.addAll(byLanguage.getOrDefault(language, byLanguage.getOrDefault(primary, Set.of())));
        }
        if (product != null) {
            needed.addAll(byProduct.getOrDefault(product, Set.of()));
        }
        return Set.copyOf(needed);
    }
}
