package com.callfloor.dialer.promises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.Payment;

/**
 * Whether promises are kept, from postings. Amounts accumulate over the instalments in their order, so what was paid too
 * much for one counts for the next; a reversal takes back what it reversed, also from an instalment that was kept.
 *
 * @param graceDays what a payment's value date may be late, 0 to 30
 */
public record PromiseKeeping(int graceDays) {
    private static final int LONGEST_GRACE = 30;

    /** @throws IllegalArgumentException if the grace is out of range */
    public PromiseKeeping {
        if (graceDays < 0 || graceDays > LONGEST_GRACE) {
            throw new IllegalArgumentException("the grace is 0 to " + LONGEST_GRACE + " days, not " + graceDays);
        }
    }

    /**
     * How a promise stands.
     *
     * @param payments those of the case; others than since the promise, or in another currency, do not count
     * @param today in the floor's zone
     */
    public Standing evaluate(Promise promise, Collection<Payment> payments, LocalDate today) {
        StandingPayments paid = StandingPayments.of(promise, payments);
        List<PromiseState> states = new ArrayList<>();
        long before = 0;
        for (Instalment instalment : promise.instalments()) {
            long due = before + instalment.amount().minor();
            LocalDate lastDay = lastDay(instalment);
            states.add(state(paid.until(lastDay), before, due, today.isAfter(lastDay)));
            before = due;
        }
        return new Standing(whole(promise, paid, states), new Money(paid.whole(), promise.currency()), states);
    }

    private static PromiseState state(long paid, long before, long due, boolean over) {
        if (paid >= due) {
            return PromiseState.KEPT;
        }
        if (!over) {
            return PromiseState.OPEN;
        }
        return paid > before ? PromiseState.PARTLY_KEPT : PromiseState.BROKEN;
    }

    /** The first instalment that failed decides: the later ones are no longer waited for. */
    private PromiseState whole(Promise promise, StandingPayments paid, List<PromiseState> states) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).failed()) {
                boolean nothing = paid.until(lastDay(promise.instalments().get(i))) == 0;
                return nothing ? PromiseState.BROKEN : PromiseState.PARTLY_KEPT;
            }
        }
        return states.stream().allMatch(state -> state == PromiseState.KEPT) ? PromiseState.KEPT : PromiseState.OPEN;
    }

    /** The first day after {@code today} on which time alone may change how the promise stands, if there is one. */
    public Optional<LocalDate> nextCheck(Promise promise, LocalDate today) {
        return promise.instalments()
                .stream()
                .map(instalment -> lastDay(instalment).plusDays(1))
                .filter(day -> day.isAfter(today))
                .findFirst();
    }

    /** The last value date that keeps this instalment. */
    public LocalDate lastDay(Instalment instalment) {
        return instalment.date().plusDays(graceDays);
    }
}
