package com.callfloor.dialer.promises;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import com.callfloor.dialer.cases.Money;

/**
 * What a debtor promised to pay.
 *
 * @param madeOn the day on which it was made: payments of earlier days are not for it
 * @param instalments by rising date, one at least, all in one currency; one alone is a simple promise
 */
public record Promise(LocalDate madeOn, List<Instalment> instalments) {
    /** @throws IllegalArgumentException if the instalments are none, out of order or of several currencies */
    public Promise {
        instalments = List.copyOf(instalments);
        if (instalments.isEmpty()) {
            throw new IllegalArgumentException("a promise has one instalment at least");
        }
        for (int i = 1; i < instalments.size(); i++) {
            if (!instalments.get(i).date().isAfter(instalments.get(i - 1).date())) {
                throw new IllegalArgumentException("each instalment is due after the one before it");
            }
            if (!instalments.get(i).amount().currency().equals(instalments.getFirst().amount().currency())) {
                throw new IllegalArgumentException("the instalments of a promise are of one currency");
            }
        }
    }

    public Currency currency() {
        return instalments.getFirst().amount().currency();
    }

    public LocalDate lastDate() {
        return instalments.getLast().date();
    }

    public Money total() {
        return new Money(instalments.stream().mapToLong(each -> each.amount().minor()).sum(), currency());
    }
}
