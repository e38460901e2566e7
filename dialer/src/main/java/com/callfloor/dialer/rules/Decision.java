package com.callfloor.dialer.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The answer to a {@link CallQuestion}, with everything that led to it; stored with the attempt.
 *
 * @param findings one for each rule that had something to say
 */
public record Decision(Instant at, Verdict verdict, List<Finding> findings, Set<ZoneId> zones) {
    public Decision {
        findings = List.copyOf(findings);
        zones = Set.copyOf(zones);
    }

    public boolean allowed() {
        return verdict instanceof Verdict.Allow;
    }

    /** The ids of the rules that spoke against the call. */
    public List<String> deniedBy() {
        return findings.stream().filter(finding -> !finding.allows()).map(Finding::rule).toList();
    }

    /** Whether it is allowed only because an agent is kept free for it. */
    public boolean needsHeldAgent() {
        return allowed() && findings.stream().anyMatch(finding -> finding.reason() instanceof Reason.AgentHeld);
    }

    /** One of the debtor's, for words; UTC where none is known. */
    public ZoneId zone() {
        return zones.stream().min(Comparator.comparing(ZoneId::getId)).orElse(ZoneOffset.UTC);
    }

    /** What this rule said in plain English, with the numbers behind it and instants by the debtor's clock. */
    public String because(Finding finding) {
        return Wording.ENGLISH.of(finding.reason(), zone());
    }

    /** The same in Chinese. */
    public String becauseChinese(Finding finding) {
        return Wording.CHINESE.of(finding.reason(), zone());
    }

    /** The whole answer. */
    public sealed interface Verdict {
        record Allow() implements Verdict {}

        /** Not now, and no instant can be named at which it would be allowed. */
        record Deny() implements Verdict {}

        /** Not now; with nothing else happening it is allowed at {@code instant} and not a second earlier. */
        record NotBefore(Instant instant) implements Verdict {}

        /** The verdict's one name in files, books and API. */
        default String code() {
            return switch (this) {
                case Allow allow -> "allow";
                case Deny deny -> "deny";
                case NotBefore later -> "not_before";
            };
        }
    }

    /**
     * What one rule said.
     *
     * @param rule the rule's id
     */
    public record Finding(String rule, String pack, String version, boolean allows, Reason reason) {}
}
