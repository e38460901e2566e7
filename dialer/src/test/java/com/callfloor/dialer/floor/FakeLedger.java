package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import org.jspecify.annotations.Nullable;

/** Hands out the cases that the test put in; can be away. The real one is tested on real databases. */
final class FakeLedger implements AttemptLedger {
    private final Clock clock;
    private final Queue<Due> due = new ArrayDeque<>();
    final List<List<Slot>> batches = new ArrayList<>();
    @Nullable
    String product;
    @Nullable
    String lender;
    PastAgents pastAgents = PastAgents.NONE;
    /** The cases that were asked for one by one. */
    final List<CaseId> single = new ArrayList<>();
    /** Of which campaigns the last such case might be. */
    Set<String> askedOf = Set.of();
    /** Of the next calls, in order; 0.2 after them. */
    final Queue<Double> answerChances = new ArrayDeque<>();
    boolean denyNext;
    boolean away;
    boolean forgetsTheLast;

    private enum Rules {
        ALLOW, ALLOW_WITH_HELD_AGENT, DENY
    }

    private record Due(CaseCard card, Rules rules, Purpose purpose) {}

    FakeLedger(Clock clock) {
        this.clock = clock;
    }

    void dueCases(int count) {
        for (int i = 1; i <= count; i++) {
            due.add(new Due(card(i, product, "default", lender), Rules.ALLOW, Purpose.COLLECTION));
        }
    }

    void dueCases(String campaign, int count) {
        for (int i = 1; i <= count; i++) {
            due.add(new Due(card(100 + i, product, campaign, lender), Rules.ALLOW, Purpose.COLLECTION));
        }
    }

    /** Its debtor was left without an agent before. */
    void dueCaseOnceAbandoned() {
        due.add(new Due(card(1), Rules.ALLOW_WITH_HELD_AGENT, Purpose.COLLECTION));
    }

    /** The rules say no to it. */
    void dueCaseDenied() {
        due.add(new Due(card(1), Rules.DENY, Purpose.COLLECTION));
    }

    /** It is a listed contact who will be called. */
    void dueCaseForInformation() {
        due.add(new Due(card(1), Rules.ALLOW, Purpose.INFORMATION));
    }

    int asked() {
        return batches.size();
    }

    static CaseCard card(int i) {
        return card(i, null, "default", null);
    }

    private static CaseCard card(int i, @Nullable String product, String campaign, @Nullable String lender) {
        return new CaseCard(new CaseId(i), "C-" + i, campaign, new DebtorId(i), "Debtor " + i, lender, product,
                new Money(100_00, Currency.getInstance("CNY")), null, LocalDate.of(2026, 1, 1), null, null, null, null,
                null, List.of());
    }

    @Override
    public List<Reservation> reserve(String campaign, List<Slot> slots, Duration latestAnswer)
            throws LedgerUnavailable {
        batches.add(slots);
        if (away) {
            throw new LedgerUnavailable("away", new IllegalStateException("no connection"));
        }
        return slots.stream()
                .limit(slots.size() - (forgetsTheLast ? 1 : 0))
                .map(slot -> reserve(campaign, slot))
                .toList();
    }

    /** The first that is due of this campaign. */
    private @Nullable Due next(String campaign) {
        for (Iterator<Due> all = due.iterator(); all.hasNext();) {
            Due next = all.next();
            if (next.card.campaign().equals(campaign)) {
                all.remove();
                return next;
            }
        }
        return null;
    }

    private Reservation reserve(String campaign, Slot slot) {
        Due next = next(campaign);
        if (next == null) {
            return new Reservation.NothingDue(Optional.empty());
        }
        return answer(slot, next);
    }

    private Reservation answer(Slot slot, Due next) {
        boolean agentNeeded = next.rules == Rules.ALLOW_WITH_HELD_AGENT;
        if (next.rules == Rules.DENY || (agentNeeded && !slot.agentHeld())) {
            return new Reservation.Denied(next.card.id(), decision(new Decision.Verdict.Deny()));
        }
        return new Reservation.Reserved(slot.id(), clock.instant(), next.card, new PhoneNumber("+8613800138000"),
                "zh-CN", decision(new Decision.Verdict.Allow()), agentNeeded, next.purpose, pastAgents, answerChance());
    }

    private double answerChance() {
        Double chance = answerChances.poll();
        return chance == null ? 0.2 : chance;
    }

    private Decision decision(Decision.Verdict verdict) {
        return new Decision(clock.instant(), verdict, List.of(), Set.of());
    }

    @Override
    public Reservation reserve(Slot slot, CaseId caseId, Set<String> campaigns, Duration latestAnswer)
            throws LedgerUnavailable {
        if (away) {
            throw new LedgerUnavailable("away", new IllegalStateException("no connection"));
        }
        single.add(caseId);
        askedOf = campaigns;
        Rules rules = denyNext ? Rules.DENY : Rules.ALLOW;
        denyNext = false;
        return answer(slot, new Due(card((int) caseId.value()), rules, Purpose.COLLECTION));
    }

    @Override
    public Offer offer(String campaign, Slot slot, Duration aside, Duration latestAnswer) {
        Due next = next(campaign);
        if (next == null) {
            return new Offer.NothingDue(Optional.empty());
        }
        return next.rules == Rules.DENY
                ? new Offer.Denied(decision(new Decision.Verdict.Deny()))
                : new Offer.Case(next.card, new PhoneNumber("+8613800138000"), next.purpose,
                        decision(new Decision.Verdict.Allow()), clock.instant().plus(aside));
    }

    @Override
    public List<OpenAttempt> openAttempts() {
        return List.of();
    }
}
