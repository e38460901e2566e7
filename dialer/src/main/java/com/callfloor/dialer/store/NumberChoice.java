package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.contacts.AnswerForecast;
import com.callfloor.dialer.contacts.ContactChoice;
import com.callfloor.dialer.contacts.ContactPick;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.EngineRules;
import com.callfloor.dialer.rules.Placement;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.store.NumberRanking.Ranked;
import org.jspecify.annotations.Nullable;

/** Asks the rules for one number of a case after the other, the likeliest answered first, until one may be called. */
final class NumberChoice {
    /** Beyond this an attempt that is not closed is a lost one, and no longer keeps a debtor from being called. */
    static final Duration LONGEST_UNDERWAY = Duration.ofHours(1);
    private static final Duration ASK_AGAIN_WHILE_UNDERWAY = Duration.ofMinutes(5);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final LedgerRules rules;
    private final LockedBooks books;
    private final Duration latestAnswer;
    private final Instant now;

    NumberChoice(LedgerRules rules, LockedBooks books, Duration latestAnswer, Instant now) {
        this.rules = rules;
        this.books = books;
        this.latestAnswer = latestAnswer;
        this.now = now;
    }

    /** What was decided, for which number. */
    sealed interface Choice {
        Decision decision();

        record Call(Candidate candidate, Decision decision, Purpose purpose, ContactPick pick) implements Choice {}

        /**
         * Nobody may be called.
         *
         * @param candidate null if there is no number to ask about
         * @param next when to ask again; null if only something that happens can change it
         */
        record Nobody(@Nullable Candidate candidate, Decision decision, @Nullable Instant next) implements Choice {}
    }

    Choice choose(CaseRecord due, boolean agentHeld, AnswerForecast forecast) {
        var ranking = new NumberRanking(rules, books, forecast, now);
        List<Choice.Nobody> denials = new ArrayList<>();
        ContactChoice<Ranked> own = ranking.of(due, books.own(due));
        for (int nth = 0; nth < own.order().size(); nth++) {
            Ranked ranked = own.order().get(nth).number();
            Decision decision = decide(due, ranked.candidate(), ranked.zones(), agentHeld);
            if (decision.allowed()) {
                return new Choice.Call(ranked.candidate(), decision, Purpose.COLLECTION, NumberRanking.pick(own, nth));
            }
            denials.add(new Choice.Nobody(ranked.candidate(), decision, askAgain(decision)));
        }
        if (own.order().isEmpty()) {
            denials.add(new Choice.Nobody(null, denial(new Verdict.Deny(), new Reason.NoUsableNumber(), Set.of()),
                    null));
        }
        ContactChoice<Ranked> contacts = ranking.of(due, books.contacts(due));
        for (int nth = 0; nth < contacts.order().size(); nth++) {
            Ranked ranked = contacts.order().get(nth).number();
            Decision decision = decide(due, ranked.candidate(), ranked.zones(), agentHeld);
            if (!decision.allowed()) {
                denials.add(new Choice.Nobody(ranked.candidate(), decision, askAgain(decision)));
            } else if (saysThatTheDebtorIsLost(decision)) {
                return new Choice.Call(ranked.candidate(), decision, Purpose.INFORMATION,
                        NumberRanking.pick(contacts, nth));
            }
        }
        return denials.stream()
                .min(Comparator.comparing(denied -> denied.next() == null ? Instant.MAX : denied.next()))
                .orElseThrow();
    }

    /** Packs without a gate for contacts permit nothing: a third party is called only where a rule says when. */
    private static boolean saysThatTheDebtorIsLost(Decision decision) {
        return decision.findings().stream().anyMatch(finding -> finding.reason() instanceof Reason.DebtorLost);
    }

    Decision decide(CaseRecord due, Candidate candidate, boolean agentHeld) {
        return decide(due, candidate, rules.zones().of(due, candidate.number()), agentHeld);
    }

    /** May a text message be sent to this number? */
    Decision decideText(CaseRecord due, Candidate candidate) {
        return decide(due, candidate, rules.zones().of(due, candidate.number()),
                rules.countries().of(candidate.number()), false, Channel.SMS);
    }

    /**
     * May an e-mail be sent to this address, which says nothing of where its reader is? They may be wherever any number of
     * the debtor's own says.
     */
    Decision decideMail(CaseRecord due, Candidate address, List<Candidate> own) {
        Set<ZoneId> zones = new HashSet<>();
        Set<String> countries = new HashSet<>();
        for (Candidate each : own) {
            Set<ZoneId> there = rules.zones().of(due, each.number());
            if (there.isEmpty()) {
                // One that may be anywhere leaves the reader's place unknown.
                return denial(new Verdict.Deny(), new Reason.ZoneUnknown(), Set.of());
            }
            zones.addAll(there);
            countries.addAll(rules.countries().of(each.number()));
        }
        return decide(due, address, zones, countries, false, Channel.EMAIL);
    }

    private Decision decide(CaseRecord due, Candidate candidate, Set<ZoneId> zones, boolean agentHeld) {
        return decide(due, candidate, zones, rules.countries().of(candidate.number()), agentHeld, Channel.CALL);
    }

    private Decision decide(CaseRecord due, Candidate candidate, Set<ZoneId> zones, Set<String> countries,
            boolean agentHeld, Channel channel) {
        Optional<Instant> underWay = books.underWay(due, candidate, now, LONGEST_UNDERWAY);
        if (underWay.isPresent()) {
            return denial(new Verdict.NotBefore(now.plus(ASK_AGAIN_WHILE_UNDERWAY)),
                    new Reason.CallUnderWay(underWay.get()), zones);
        }
        Placement placement = new Placement(Optional.ofNullable(due.lender()), Optional.ofNullable(due.region()),
                Optional.ofNullable(due.postalCode()), countries);
        return rules.choice()
                .rulesFor(placement)
                .map(packs -> packs
                        .apply(books.question(due, candidate, now, latestAnswer, zones, agentHeld, channel)))
                .orElseGet(() -> denial(new Verdict.Deny(), new Reason.NoPack(), zones));
    }

    /** A rule that names an instant in the past would have its case asked about again at once, without end. */
    private @Nullable Instant askAgain(Decision decision) {
        if (decision.verdict() instanceof Verdict.NotBefore notBefore) {
            Instant earliest = now.plus(SHORTEST_WAIT);
            return notBefore.instant().isBefore(earliest) ? earliest : notBefore.instant();
        }
        return null;
    }

    /** That nothing may be sent, for a reason that lies before all rules. */
    Decision denial(Reason reason) {
        return denial(new Verdict.Deny(), reason, Set.of());
    }

    private Decision denial(Verdict verdict, Reason reason, Set<ZoneId> zones) {
        return new Decision(now, verdict, List.of(EngineRules.finding(reason)), zones);
    }
}
