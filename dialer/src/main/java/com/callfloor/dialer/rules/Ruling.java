package com.callfloor.dialer.rules;

import java.time.Instant;

import com.callfloor.dialer.rules.CallingRule.DailyCap;
import com.callfloor.dialer.rules.CallingRule.PermittedHours;
import com.callfloor.dialer.rules.CallingRule.Spacing;

/**
 * What one rule says of one instant.
 *
 * @param earliest the first instant, the asked one or later, from which the rule has nothing against the call
 * @param because in plain English
 */
record Ruling(Instant earliest, String because) {
    boolean allows(Instant at) {
        return earliest.equals(at);
    }

    static Ruling of(CallingRule rule, CallQuestion question, Instant at) {
        return switch (rule) {
            case PermittedHours hours -> HoursRuling.of(hours, question, at);
            case DailyCap cap -> DailyCapRuling.of(cap, question, at);
            case Spacing spacing -> SpacingRuling.of(spacing, question, at);
        };
    }
}
