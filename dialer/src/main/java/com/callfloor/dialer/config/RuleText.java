package com.callfloor.dialer.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;

import com.callfloor.dialer.rules.CallingRule;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One rule as a pack's file writes it; {@code source} is where the rule comes from, for people. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = RuleText.Hours.class, name = "permitted_hours"),
        @JsonSubTypes.Type(value = RuleText.Cap.class, name = "daily_cap"),
        @JsonSubTypes.Type(value = RuleText.Space.class, name = "spacing")})
sealed interface RuleText {
    String id();

    String source();

    CallingRule toRule();

    record Hours(String id, String from, String to, String source) implements RuleText {
        @Override
        public CallingRule toRule() {
            return new CallingRule.PermittedHours(id, LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    record Cap(String id, String scope, int limit, String source) implements RuleText {
        @Override
        public CallingRule toRule() {
            return new CallingRule.DailyCap(id, scopeOf(scope), limit);
        }
    }

    record Space(String id, String scope, Duration gap, String source) implements RuleText {
        @Override
        public CallingRule toRule() {
            return new CallingRule.Spacing(id, scopeOf(scope), gap);
        }
    }

    private static CallingRule.Scope scopeOf(String text) {
        for (CallingRule.Scope scope : CallingRule.Scope.values()) {
            if (scope.name().toLowerCase(Locale.ROOT).equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("scope is debtor or number, not '" + text + "'");
    }
}
