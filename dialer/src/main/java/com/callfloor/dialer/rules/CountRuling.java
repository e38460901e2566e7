package com.callfloor.dialer.rules;

import java.time.Instant;

import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.CallingRule.CoolDown;
import com.callfloor.dialer.rules.pack.CallingRule.Counter;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.Scope;

/**
 * {@link Counter} and {@link CoolDown}. Since an earlier call never counts longer than a later one, the limit-th latest
 * call that counts decides until when the limit is reached.
 */
final class CountRuling {
    private CountRuling() {}

    static Ruling of(Counter counter, CallQuestion question, Consents consents, Instant at) {
        CallHistory history = question.history();
        Instant oldest = counter.period().earliestCounted(at);
        int used = 0;
        Instant free = at;
        for (int i = history.size() - 1; i >= 0 && !history.get(i).at().isBefore(oldest); i--) {
            PastCall call = history.get(i);
            if (!counts(call, counter.event(), counter.scope(), counter, question)
                    || (!counter.consentedCount() && consents.used(call))) {
                continue;
            }
            Instant until = counter.period().countedUntil(call.at(), question.zones());
            if (!until.isAfter(at)) {
                break;
            }
            used++;
            if (used == counter.limit()) {
                free = until;
            }
        }
        return new Ruling(free,
                new Reason.Count(used, counter.limit(), counter.scope(), counter.event(), counter.period()));
    }

    static Ruling of(CoolDown rule, CallQuestion question, Instant at) {
        CallHistory history = question.history();
        Period period = rule.period();
        Instant oldest = period.earliestCounted(at);
        for (int i = history.size() - 1; i >= 0 && !history.get(i).at().isBefore(oldest); i--) {
            PastCall call = history.get(i);
            if (counts(call, rule.event(), rule.scope(), rule, question)) {
                Instant until = period.countedUntil(call.at(), question.zones());
                return until.isAfter(at)
                        ? new Ruling(until, new Reason.CoolingDown(call.at(), rule.scope(), rule.event(), period))
                        : passed(rule, at);
            }
        }
        return passed(rule, at);
    }

    private static Ruling passed(CoolDown rule, Instant at) {
        return new Ruling(at, new Reason.Count(0, 1, rule.scope(), rule.event(), rule.period()));
    }

    private static boolean counts(PastCall call, CountedEvent event, Scope scope, CallingRule rule,
            CallQuestion question) {
        return scope.joins(call.callee(), question.callee()) && event.is(call)
                && rule.lines().contains(call.callee().line()) && rule.channels().contains(call.channel());
    }
}
