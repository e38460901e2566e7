package com.callfloor.dialer.promises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import com.callfloor.dialer.payments.Payment;

/**
 * The money that a promise may count on: what was paid for since it was made and was not reversed. A reversal undoes the
 * latest payment of its very amount, else the latest money before it; what is left of it is about older money.
 */
final class StandingPayments {
    private final List<Part> parts = new ArrayList<>();

    private record Part(LocalDate valueDate, long minor) {}

    private StandingPayments() {}

    static StandingPayments of(Promise promise, Collection<Payment> payments) {
        var standing = new StandingPayments();
        payments.stream()
                .filter(payment -> payment.amount().currency().equals(promise.currency()))
                .filter(payment -> !payment.valueDate().isBefore(promise.madeOn()))
                // On one day money comes before its reversal, whichever was told first.
                .sorted(Comparator.comparing(Payment::valueDate)
                        .thenComparing(payment -> payment.amount().minor() < 0)
                        .thenComparing(Payment::notedAt)
                        .thenComparing(Payment::reference))
                .forEach(standing::take);
        return standing;
    }

    /** What counts of it for a day: paid for that day or an earlier one. */
    long until(LocalDate day) {
        return parts.stream().filter(part -> !part.valueDate().isAfter(day)).mapToLong(Part::minor).sum();
    }

    long whole() {
        return parts.stream().mapToLong(Part::minor).sum();
    }

    private void take(Payment payment) {
        long minor = payment.amount().minor();
        if (minor > 0) {
            parts.add(new Part(payment.valueDate(), minor));
        } else if (minor < 0 && !undoOne(-minor)) {
            undoLatest(-minor);
        }
    }

    private boolean undoOne(long reversed) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).minor() == reversed) {
                parts.remove(i);
                return true;
            }
        }
        return false;
    }

    private void undoLatest(long reversed) {
        long left = reversed;
        while (left > 0 && !parts.isEmpty()) {
            Part latest = parts.removeLast();
            if (latest.minor() > left) {
                parts.add(new Part(latest.valueDate(), latest.minor() - left));
            }
            left -= latest.minor();
        }
    }
}
