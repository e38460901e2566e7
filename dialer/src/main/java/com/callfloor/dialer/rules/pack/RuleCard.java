package com.callfloor.dialer.rules.pack;

import java.util.Set;

import com.callfloor.dialer.rules.history.Channel;

/**
 * What every rule says of itself.
 *
 * @param id unique in its pack, such as {@code US-F-TIME}; stored with each decision
 * @param says what it demands, in our own words, in English
 * @param saysChinese the same in Chinese
 * @param source the citation
 * @param channels what it speaks of; empty: what rules of its kind usually do ({@link CallingRule#channels})
 */
public record RuleCard(String id, String says, String saysChinese, String source, Status status,
        Severity severity, Set<Channel> channels) {
    public RuleCard {
        channels = Set.copyOf(channels);
        if (!id.matches("[A-Z][A-Z0-9/-]*")) {
            throw new IllegalArgumentException("'" + id + "' is no rule id: capitals, digits, '-' and '/'");
        }
        if (says.isBlank() || saysChinese.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("says, says_zh and source must not be empty");
        }
    }

    /** A rule that speaks of what rules of its kind usually do. */
    public RuleCard(String id, String says, String saysChinese, String source, Status status, Severity severity) {
        this(id, says, saysChinese, source, status, severity, Set.of());
    }

    /** How sure we are that the rule reads so. */
    public enum Status {
        /** The rule's own text or an official page was read. */
        VERIFIED,
        /** From a press, law-firm or vendor page. */
        SECONDARY,
        /** From memory: never settled law. */
        UNVERIFIED
    }

    /** What stands behind it. */
    public enum Severity {
        LAW, GUIDELINE, POLICY
    }
}
