package com.callfloor.dialer.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.NumberRole;
import org.jspecify.annotations.Nullable;

/** What is known about the numbers of a case's debtor, and when to call them. Blocks on the database. */
public interface ContactDesk {
    /** The debtor's own numbers first, in the lender's order; empty if there is no such case. */
    Optional<List<NumberOutlook>> numbers(CaseId id);

    /**
     * One number.
     *
     * @param number as people may see it
     * @param position the lender's, from 1
     * @param valid false once the network said that it is out of service
     * @param lastReached when somebody there last talked with an agent; null: never
     * @param tries calls that tell something of it, of the last months
     * @param answered of these, by a person
     * @param chance that a person answers now, above 0 and below 1; null if not valid
     * @param bestHours likeliest first, three of the weekdays, then three of the weekend; none if not valid. The rules decide
     *     whether they allow these hours
     */
    record NumberOutlook(String number, NumberRole role, int position, LineType line, boolean valid,
            @Nullable Instant lastReached, int tries, int answered, @Nullable Double chance, List<Hours> bestHours) {}

    /** The chance that a person answers between these hours of the debtor's day. */
    record Hours(CallSlot slot, double chance) {}
}
