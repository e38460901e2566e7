package com.callfloor.dialer.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import com.callfloor.dialer.rules.CallingRule.Spacing;

/** {@link Spacing}: the latest attempt decides. */
final class SpacingRuling {
    private SpacingRuling() {}

    static Ruling of(Spacing spacing, CallQuestion question, Instant at) {
        Optional<Instant> latest = question.history()
                .stream()
                .filter(call -> call.countsFor(spacing.scope()))
                .map(PastCall::at)
                .max(Comparator.naturalOrder());
        Instant free = latest.map(call -> call.plus(spacing.gap())).orElse(at);
        String because = latest.map(call -> "the last attempt to this " + spacing.scope().word() + " was at " + call)
                .orElse("no attempt to this " + spacing.scope().word() + " yet");
        return new Ruling(free.isAfter(at) ? free : at, because + "; " + spacing.gap() + " must lie between two");
    }
}
