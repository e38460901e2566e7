package com.callfloor.dialer.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.Scope;
import org.jspecify.annotations.Nullable;

/** Why a rule allows or denies, as numbers; {@link Wording} puts it into words. */
public sealed interface Reason {
    /** Every clock that counts is within the hours; {@code zone} is one of them. */
    record WithinHours(ZoneId zone, LocalTime local) implements Reason {}

    /** {@code zone} is the one that opens last. */
    record OutsideHours(ZoneId zone, LocalTime local, LocalTime from, LocalTime to) implements Reason {}

    /** {@code day} names the holiday where it is one. */
    record ClosedDay(ZoneId zone, @Nullable String day) implements Reason {}

    /** {@code limit} of a cool-down is 0: one call is one too many. */
    record Count(int used, int limit, Scope scope, CountedEvent event, Period period) implements Reason {}

    /** {@code since}: the event that the cool-down follows. */
    record CoolingDown(Instant since, Scope scope, CountedEvent event, Period period) implements Reason {}

    /** {@code until} null: for good. */
    record FactStands(FactKind fact, Instant since, @Nullable Instant until) implements Reason {}

    /** What the rule needs to stand does not. */
    record FactMissing(FactKind fact) implements Reason {}

    /** The debtor has no number or address of their own that a message of this channel may go to. */
    record NoRecipient(Channel channel) implements Reason {}

    /** The case waits for something, such as the answer to a complaint, and nobody is written to meanwhile. */
    record CaseWaits(Instant until) implements Reason {}

    /** No rule says at which hours a message may come. */
    record NoHours(Channel channel) implements Reason {}

    /** {@code instead} is what the rule would have said. */
    record Consented(Instant at, Reason instead) implements Reason {}

    /** {@code instead} is what the rule would have said. */
    record AgentHeld(Reason instead) implements Reason {}

    /** A listed contact may be called since the debtor cannot be reached. */
    record DebtorLost(boolean invalid, int failures) implements Reason {}

    /** A listed contact may not be called: the debtor may still be reached. */
    record DebtorNotLost(int failures, int needed) implements Reason {}

    record ContactDidNotConsent() implements Reason {}

    record ZoneUnknown() implements Reason {}

    record NoPack() implements Reason {}

    record CallUnderWay(Instant since) implements Reason {}

    record NoUsableNumber() implements Reason {}
}
