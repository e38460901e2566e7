package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;

/** Hands out the cases that the test put in; can be away. The real one is tested on real databases. */
final class FakeLedger implements AttemptLedger {
    private final Clock clock;
    private final Queue<CaseCard> due = new ArrayDeque<>();
    boolean away;
    int asked;

    FakeLedger(Clock clock) {
        this.clock = clock;
    }

    void dueCases(int count) {
        for (int i = 1; i <= count; i++) {
            due.add(card(i));
        }
    }

    static CaseCard card(int i) {
        return new CaseCard(new CaseId(i), "C-" + i, new DebtorId(i), "Debtor " + i, null, null,
                new Money(100_00, Currency.getInstance("CNY")), null, LocalDate.of(2026, 1, 1), null, null, null, null,
                null, List.of());
    }

    @Override
    public Reservation reserve(AttemptId id, Duration latestAnswer) throws LedgerUnavailable {
        asked++;
        if (away) {
            throw new LedgerUnavailable("away", new IllegalStateException("no connection"));
        }
        CaseCard card = due.poll();
        if (card == null) {
            return new Reservation.NothingDue(Optional.empty());
        }
        var allowed = new Decision(clock.instant(), new Decision.Verdict.Allow(), List.of(), Set.of());
        return new Reservation.Reserved(id, clock.instant(), card, new PhoneNumber("+8613800138000"), "zh-CN",
                allowed);
    }

    @Override
    public List<OpenAttempt> openAttempts() {
        return List.of();
    }
}
