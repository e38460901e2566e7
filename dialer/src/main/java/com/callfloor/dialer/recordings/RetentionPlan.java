package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Decides whether a recording is kept. What is in doubt is kept. */
public record RetentionPlan(List<RetentionRule> rules) {
    public RetentionPlan {
        rules = List.copyOf(rules);
    }

    /** What is to become of a recording; {@code why} is for people. */
    public sealed interface Verdict {
        String why();

        /** {@code forEver}: nothing that is known now will ever let it go. */
        record Keep(String why, boolean forEver) implements Verdict {}

        record Due(RetentionRule rule, Instant since, String why) implements Verdict {}
    }

    public Verdict of(KeptRecording recording, Instant now) {
        if (recording.held()) {
            return new Verdict.Keep("on hold", false);
        }
        if (recording.lender().isBlank()) {
            return new Verdict.Keep("its lender is not known", true);
        }
        List<RetentionRule> candidates = rules.stream()
                .filter(rule -> rule.mayTake(recording.lender(), recording.product()))
                .toList();
        String region = recording.region();
        if (isUnknown(region) && candidates.stream().anyMatch(rule -> !rule.regions().isEmpty())) {
            return new Verdict.Keep("the region of its case is not known", true);
        }
        Optional<Set<String>> packs = recording.packs();
        if (packs.isEmpty() && candidates.stream().anyMatch(rule -> !rule.packs().isEmpty())) {
            return new Verdict.Keep("the rule packs that the call was made under are not known", true);
        }
        List<RetentionRule> applying = candidates.stream()
                .filter(rule -> region == null || rule.appliesIn(region))
                .filter(rule -> packs.isEmpty() || rule.appliesUnder(packs.get()))
                .toList();
        if (isUnknown(recording.product()) && applying.stream().anyMatch(rule -> !rule.products().isEmpty())) {
            return new Verdict.Keep("the product of its case is not known", true);
        }
        return applying.stream()
                .max(Comparator.comparing(rule -> rule.until(recording)))
                .map(longest -> judged(longest, recording, now))
                .orElseGet(() -> new Verdict.Keep("no rule applies to it", true));
    }

    /** Whether nothing that was stored then or later can be due, whatever it is. */
    public boolean tooYoung(Instant storedAt, Instant now) {
        return rules.stream().allMatch(rule -> rule.from(storedAt).isAfter(now));
    }

    /** Whether any rule can apply to such recordings, whatever packs their calls were made under. */
    public boolean covers(RetentionBook.Holding holding) {
        String region = holding.region();
        if (holding.lender().isBlank()) {
            return false;
        }
        List<RetentionRule> applying = rules.stream()
                .filter(rule -> rule.mayTake(holding.lender(), holding.product()))
                .filter(rule -> (region == null || region.isBlank())
                        ? rule.regions().isEmpty()
                        : rule.appliesIn(region))
                .toList();
        return !applying.isEmpty() && (!isUnknown(holding.product())
                || applying.stream().allMatch(rule -> rule.products().isEmpty()));
    }

    private static boolean isUnknown(@Nullable String word) {
        return word == null || word.isBlank();
    }

    private static Verdict judged(RetentionRule rule, KeptRecording recording, Instant now) {
        if (recording.lastActivity().isAfter(now)) {
            return new Verdict.Keep("its case's last activity lies ahead: a clock went wrong", false);
        }
        Instant until = rule.until(recording);
        String words = rule.name() + " keeps it for " + rule.keep() + " from "
                + (rule.from() == RetentionRule.From.CALL
                        ? "the call, " + recording.callEnded()
                        : "the last activity, " + recording.lastActivity());
        return until.isAfter(now)
                ? new Verdict.Keep(words, false)
                : new Verdict.Due(rule, until, words);
    }
}
