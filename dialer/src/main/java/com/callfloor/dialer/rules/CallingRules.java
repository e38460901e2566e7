package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.StandingFact;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.Lift;
import com.callfloor.dialer.rules.pack.PackTerm;

/**
 * The one place where it is decided whether a number may be called. Pure: the same question always has the same answer.
 * Packs intersect: a call needs the consent of every rule of every pack in force. Immutable, usable from any thread.
 */
public final class CallingRules {
    /** Beyond this nobody plans; an instant that lies farther is no answer, and the call is denied. */
    private static final Duration HORIZON = Duration.ofDays(400);

    private final List<PackTerm> packs;

    /** Checks that there is a rule to ask: a floor without rules does not dial. */
    public CallingRules(List<PackTerm> packs) {
        if (packs.stream().allMatch(term -> term.pack().rules().isEmpty())) {
            throw new IllegalArgumentException("no rule pack with a calling rule: a floor without rules may not dial");
        }
        this.packs = List.copyOf(packs);
    }

    public List<PackTerm> packs() {
        return packs;
    }

    /** Answers; never throws for an odd question, but denies. */
    public Decision decide(CallQuestion question) {
        Instant at = question.at();
        if (question.zones().isEmpty()) {
            return new Decision(at, new Verdict.Deny(), List.of(EngineRules.finding(new Reason.ZoneUnknown())),
                    question.zones());
        }
        Consents consents = Consents.in(question);
        List<Finding> findings = new ArrayList<>();
        boolean allowed = true;
        Instant earliest = at;
        for (PackTerm term : packs) {
            if (!term.inForceAt(at)) {
                continue;
            }
            for (CallingRule rule : term.pack().rules()) {
                Optional<Ruling> spoken = ask(rule, question, consents, at);
                if (spoken.isPresent()) {
                    Ruling ruling = spoken.get();
                    boolean allows = ruling.allows(at);
                    findings.add(new Finding(rule.id(), term.pack().name(), term.pack().version(), allows,
                            ruling.reason()));
                    allowed &= allows;
                    earliest = later(earliest, within(term, ruling.earliest()));
                }
            }
        }
        Verdict verdict = allowed ? new Verdict.Allow() : firstThatAllAllow(question, consents, earliest);
        return new Decision(at, verdict, findings, question.zones());
    }

    /**
     * Each rule names the first instant from which it has nothing against the call; moving to the latest of these until
     * none moves any further ends at the first instant that all allow.
     */
    private Verdict firstThatAllAllow(CallQuestion question, Consents consents, Instant from) {
        Instant end = question.at().plus(HORIZON);
        Instant candidate = from;
        while (!candidate.isAfter(end)) {
            Instant latest = candidate;
            for (PackTerm term : packs) {
                if (term.inForceAt(candidate)) {
                    for (CallingRule rule : term.pack().rules()) {
                        Instant earliest = ask(rule, question, consents, candidate).map(Ruling::earliest)
                                .orElse(candidate);
                        latest = later(latest, within(term, earliest));
                    }
                }
            }
            if (latest.equals(candidate)) {
                return new Verdict.NotBefore(candidate);
            }
            candidate = latest;
        }
        return new Verdict.Deny();
    }

    /** A rule of a pack that runs out says nothing any more from then on. */
    private static Instant within(PackTerm term, Instant earliest) {
        return earliest.isBefore(term.until()) ? earliest : term.until();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Empty if the rule has nothing to say of this call. */
    private static Optional<Ruling> ask(CallingRule rule, CallQuestion question, Consents consents, Instant at) {
        if (!rule.lines().contains(question.callee().line()) || !rule.channels().contains(question.channel())) {
            return Optional.empty();
        }
        Optional<Ruling> spoken = switch (rule) {
            case CallingRule.Window window -> Optional.of(WindowRuling.of(window, question, at));
            case CallingRule.Counter counter -> Optional.of(CountRuling.of(counter, question, consents, at));
            case CallingRule.CoolDown coolDown -> Optional.of(CountRuling.of(coolDown, question, at));
            case CallingRule.FactGate gate -> FactRuling.of(gate, question, at);
            case CallingRule.NeedsFact needs -> Optional.of(FactRuling.needed(needs, question, at));
            case CallingRule.ThirdPartyGate gate -> Optional.of(ThirdPartyRuling.of(gate, question, at));
        };
        return spoken.map(ruling -> ruling.allows(at) ? ruling : lifted(rule, ruling, question, consents, at));
    }

    private static Ruling lifted(CallingRule rule, Ruling ruling, CallQuestion question, Consents consents,
            Instant at) {
        if (rule.liftedBy().contains(Lift.HELD_AGENT) && question.agentHeld()) {
            return new Ruling(at, new Reason.AgentHeld(ruling.reason()));
        }
        if (rule.liftedBy().contains(Lift.CONSENT)) {
            Optional<StandingFact> consent = consents.lifting(rule.id(), question, at);
            if (consent.isPresent()) {
                return new Ruling(at, new Reason.Consented(consent.get().at(), ruling.reason()));
            }
            Optional<Instant> next = consents.next(rule.id(), question, at);
            if (next.isPresent() && next.get().isBefore(ruling.earliest())) {
                return new Ruling(next.get(), ruling.reason());
            }
        }
        return ruling;
    }
}
