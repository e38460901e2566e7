package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;

/**
 * The one place where it is decided whether a number may be called. Pure: the same question always has the same answer.
 * Packs intersect: a call needs the consent of every rule of every pack. Immutable, usable from any thread.
 */
public final class CallingRules {
    private static final Duration HORIZON = Duration.ofDays(8);

    private final List<RulePack> packs;

    /** Checks that there is a rule to ask: a floor without rules does not dial. */
    public CallingRules(List<RulePack> packs) {
        if (packs.isEmpty()) {
            throw new IllegalArgumentException("no rule pack: a floor without rules may not dial");
        }
        this.packs = List.copyOf(packs);
    }

    /** Answers; never throws for an odd question, but denies. */
    public Decision decide(CallQuestion question) {
        if (question.zones().isEmpty()) {
            Finding unknown = new Finding("ZONE-UNKNOWN", "floor", "1", false,
                    "nothing tells in which time zone the debtor may be");
            return new Decision(question.at(), new Verdict.Deny(), List.of(unknown), question.zones());
        }
        List<Finding> findings = new ArrayList<>();
        boolean allowed = true;
        for (RulePack pack : packs) {
            for (CallingRule rule : pack.rules()) {
                Ruling ruling = Ruling.of(rule, question, question.at());
                findings.add(
                        new Finding(rule.id(), pack.name(), pack.version(), ruling.allows(question.at()),
                                ruling.because()));
                allowed &= ruling.allows(question.at());
            }
        }
        Verdict verdict = allowed ? new Verdict.Allow() : firstInstantThatAllRulesAllow(question);
        return new Decision(question.at(), verdict, findings, question.zones());
    }

    /**
     * Each rule names the first instant from which it has nothing against the call; moving to the latest of these until
     * none moves any further ends at the first instant that all allow.
     */
    private Verdict firstInstantThatAllRulesAllow(CallQuestion question) {
        Instant end = question.at().plus(HORIZON);
        Instant candidate = question.at();
        while (candidate.isBefore(end)) {
            Instant latest = candidate;
            for (RulePack pack : packs) {
                for (CallingRule rule : pack.rules()) {
                    Instant earliest = Ruling.of(rule, question, candidate).earliest();
                    latest = earliest.isAfter(latest) ? earliest : latest;
                }
            }
            if (latest.equals(candidate)) {
                return new Verdict.NotBefore(candidate);
            }
            candidate = latest;
        }
        return new Verdict.Deny();
    }
}
