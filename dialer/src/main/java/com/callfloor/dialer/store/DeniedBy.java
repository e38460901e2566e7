package com.callfloor.dialer.store;

import java.util.Comparator;
import java.util.Optional;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.supervision.why.DenialKind;
import org.jspecify.annotations.Nullable;

/** What of a decision keeps its case waiting, as {@code cases.denied_by} holds it: {@code kind:RULE-ID}. */
record DeniedBy(DenialKind kind, String rule) {
    private static final int LONGEST = 80;

    /** Where several rules spoke, hours come last: they open every day, the others hold for longer. Null: none spoke. */
    static @Nullable String of(Decision decision) {
        return decision.findings()
                .stream()
                .filter(finding -> !finding.allows())
                .min(Comparator.comparing(finding -> DenialKind.of(finding.reason()) == DenialKind.HOURS))
                .map(finding -> Fitting.into(LONGEST,
                        DenialKind.of(finding.reason()).code() + ":" + finding.rule()))
                .orElse(null);
    }

    static Optional<DeniedBy> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : DenialKind.ofCode(text.substring(0, colon))
                        .map(kind -> new DeniedBy(kind, text.substring(colon + 1)));
    }
}
