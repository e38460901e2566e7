package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.contacts.PastTry;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.StandingFact;

/** All that the books say about the cases of one batch. What the batch itself reserves is added, and counts. */
final class LockedBooks {
    private final Map<Long, List<Candidate>> listings;
    private final Map<Long, Set<Long>> households;
    private final List<CountedCall> calls;
    private final List<StandingFact> facts;
    private final List<BarredNumber> barred;
    private final Instant since;

    /**
     * Takes what was read.
     *
     * @param listings by debtor
     * @param households by debtor, the debtor included
     * @param since calls before are for contacts only: their gate looks back until the debtor was last reached
     */
    LockedBooks(Map<Long, List<Candidate>> listings, Map<Long, Set<Long>> households, List<CountedCall> calls,
            List<StandingFact> facts, List<BarredNumber> barred, Instant since) {
        this.listings = listings;
        this.households = households;
        this.calls = new ArrayList<>(calls);
        this.facts = facts;
        this.barred = barred;
        this.since = since;
    }

    /** The debtor's own numbers: the one longest not tried first, never tried ones before all, then the lender's order. */
    List<Candidate> own(CaseRecord due) {
        return inOrder(due, false);
    }

    /** The listed contacts' numbers, in the same order. */
    List<Candidate> contacts(CaseRecord due) {
        return inOrder(due, true);
    }

    /** Every number that may be asked about: the debtor's own, then the contacts'. */
    List<Candidate> candidates(CaseRecord due) {
        List<Candidate> all = new ArrayList<>(own(due));
        all.addAll(contacts(due));
        return all;
    }

    private List<Candidate> inOrder(CaseRecord due, boolean contacts) {
        return listings.getOrDefault(due.debtor().value(), List.of())
                .stream()
                .filter(candidate -> candidate.contact() == contacts)
                .sorted(Comparator.comparing(this::lastTry).thenComparingInt(Candidate::position))
                .toList();
    }

    /** What earlier calls tell about a number; {@code zones}: where its debtor may be. */
    List<PastTry> pastTries(long number, Set<ZoneId> zones) {
        List<PastTry> tries = new ArrayList<>();
        for (CountedCall call : calls) {
            if (call.number() == number) {
                call.tells(zones).ifPresent(tries::add);
            }
        }
        return tries;
    }

    /** How often the case was called. */
    long attemptsOf(CaseRecord due) {
        return calls.stream().filter(call -> call.caseId() == due.id().value() && call.placedByUs()).count();
    }

    private Instant lastTry(Candidate candidate) {
        Instant last = Instant.MIN;
        for (CountedCall call : calls) {
            if (call.number() == candidate.id() && !call.isMessage() && call.at().isAfter(last)) {
                last = call.at();
            }
        }
        return last;
    }

    CallQuestion question(CaseRecord due, Candidate candidate, Instant at, Duration latestAnswer, Set<ZoneId> zones,
            boolean agentHeld) {
        return question(due, candidate, at, latestAnswer, zones, agentHeld, Channel.CALL);
    }

    CallQuestion question(CaseRecord due, Candidate candidate, Instant at, Duration latestAnswer, Set<ZoneId> zones,
            boolean agentHeld, Channel channel) {
        long person = due.debtor().value();
        Set<Long> household = households.getOrDefault(person, Set.of(person));
        long key = household.stream().min(Comparator.naturalOrder()).orElse(person);
        var history = calls.stream()
                .filter(call -> household.contains(call.person()) || call.number() == candidate.id()
                        || call.caseId() == due.id().value())
                .filter(call -> candidate.contact() || !call.at().isBefore(since))
                .map(call -> call.asSeenWith(household.contains(call.person()) ? key : call.person()))
                .toList();
        var callee = new Callee(person, due.id().value(), due.id().value(), key, candidate.id(), candidate.line());
        return new CallQuestion(at, latestAnswer, callee, zones, CallHistory.of(history),
                factsFor(due, candidate, at), agentHeld, channel);
    }

    private List<StandingFact> factsFor(CaseRecord due, Candidate candidate, Instant at) {
        List<StandingFact> known = new ArrayList<>();
        for (StandingFact fact : facts) {
            boolean bears = fact.person() == due.debtor().value()
                    || (fact.number().isPresent() && fact.fitsNumber(candidate.id()));
            // One that was noted by a clock ahead of ours gates at once; a consent permits nothing before its time.
            if (bears && (fact.kind() != FactKind.CONSENT || !fact.at().isAfter(at))) {
                known.add(fact);
            }
        }
        for (BarredNumber entry : barred) {
            if (entry.number() == candidate.id() && entry.holdsFor(due.lender())) {
                known.add(entry.asFact());
            }
        }
        return known;
    }

    /** The latest attempt to this debtor or number that is not over; one older than {@code longest} is a lost one. */
    Optional<Instant> underWay(CaseRecord due, Candidate candidate, Instant at, Duration longest) {
        return calls.stream()
                .filter(call -> call.underWay() && call.at().isAfter(at.minus(longest)))
                .filter(call -> call.person() == due.debtor().value() || call.number() == candidate.id())
                .map(CountedCall::at)
                .max(Comparator.naturalOrder());
    }

    /** As the books stood then: what came later is left out. */
    LockedBooks upTo(Instant at) {
        return new LockedBooks(listings, households, calls.stream().filter(call -> !call.at().isAfter(at)).toList(),
                facts.stream().filter(fact -> !fact.at().isAfter(at)).toList(),
                barred.stream().filter(entry -> !entry.since().isAfter(at)).toList(), since);
    }

    /** A call of a later time, from before a clock was set back, was made all the same: it counts as one of now. */
    LockedBooks allBy(Instant now) {
        return new LockedBooks(listings, households, calls.stream().map(call -> call.notAfter(now)).toList(), facts,
                barred, since);
    }

    void add(CountedCall reserved) {
        calls.add(reserved);
    }
}
