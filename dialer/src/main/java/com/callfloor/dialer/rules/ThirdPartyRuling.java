package com.callfloor.dialer.rules;

import java.time.Instant;

import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;
import com.callfloor.dialer.rules.pack.CallingRule.ThirdPartyGate;
import com.callfloor.dialer.rules.pack.Scope;

/** {@link ThirdPartyGate}: no instant can be named at which it opens; something has to happen. */
final class ThirdPartyRuling {
    private ThirdPartyRuling() {}

    static Ruling of(ThirdPartyGate gate, CallQuestion question, Instant at) {
        if (gate.needsConsent() && !consented(question, at)) {
            return new Ruling(Instant.MAX, new Reason.ContactDidNotConsent());
        }
        boolean dead = question.facts()
                .stream()
                .anyMatch(fact -> fact.kind() == FactKind.DECEASED && fact.person() == question.callee().person()
                        && stands(fact, at));
        if (dead) {
            return new Ruling(at, new Reason.DebtorLost(false, 0));
        }
        int failures = 0;
        CallHistory history = question.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            PastCall call = history.get(i);
            if (!Scope.PERSON.joins(call.callee(), question.callee()) || call.callee().line() == LineKind.CONTACT
                    || call.channel().isMessage()) {
                continue;
            }
            if (call.result().reachedSomebody()) {
                break;
            }
            if (call.direction() == Direction.OUT) {
                failures++;
                if (call.result() == CallResult.INVALID || failures == gate.failures()) {
                    return new Ruling(at, new Reason.DebtorLost(call.result() == CallResult.INVALID, failures));
                }
            }
        }
        return new Ruling(Instant.MAX, new Reason.DebtorNotLost(failures, gate.failures()));
    }

    private static boolean consented(CallQuestion question, Instant at) {
        return question.facts()
                .stream()
                .anyMatch(fact -> fact.kind() == FactKind.CONSENT && fact.person() == question.callee().person()
                        && fact.number().isPresent() && fact.fitsNumber(question.callee().number())
                        && stands(fact, at));
    }

    private static boolean stands(StandingFact fact, Instant at) {
        return fact.until().map(at::isBefore).orElse(true);
    }
}
