package com.callfloor.dialer.dispositions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.promises.Instalment;

/** What a disposition says beyond its code. */
public sealed interface Details {
    /** For dispositions whose code says it all, and where the agent had no more to say. */
    record None() implements Details {}

    /**
     * When the debtor will pay how much.
     *
     * @param channel how
     * @param waiver what the lender is asked to waive
     * @param beyond what goes beyond what the case's stage offers, in words
     */
    record PromiseToPay(List<Instalment> instalments, Optional<String> channel, Optional<Money> waiver,
            List<String> beyond) implements Details {
        public PromiseToPay {
            instalments = List.copyOf(instalments);
            beyond = List.copyOf(beyond);
        }

        /** One within what is offered. */
        public PromiseToPay(List<Instalment> instalments, Optional<String> channel) {
            this(instalments, channel, Optional.empty(), List.of());
        }

        /** What somebody has to approve, in words; none: nothing. */
        public List<String> toApprove() {
            return Stream.concat(beyond.stream(), waiver.map(each -> "waiver of " + each).stream()).toList();
        }
    }

    /** The three elements of 'I have paid': when, how much, which way. */
    record ClaimsPaid(LocalDate paidOn, Money amount, String channel) implements Details {}

    /** {@code sameAgent}: the agent who agreed to it is to call. */
    record CallBack(Instant at, boolean sameAgent) implements Details {}

    /** {@code noMoreCalls}: whoever answered wants no more calls to this number, besides not wanting to pay. */
    record Refuses(boolean noMoreCalls) implements Details {}

    record Disputes(String what) implements Details {}

    /** {@code monthly}: what the debtor says can be paid a month. */
    record Hardship(boolean planAsked, Optional<Money> monthly) implements Details {}

    record Complaint(String text) implements Details {}

    record LanguageBarrier(String language) implements Details {}

    /** Whether these details belong to that disposition. */
    default boolean fit(Disposition disposition) {
        return switch (this) {
            case None none -> true;
            case PromiseToPay promise -> disposition == Disposition.PROMISE_TO_PAY;
            case ClaimsPaid claim -> disposition == Disposition.CLAIMS_PAID;
            case CallBack callBack -> disposition == Disposition.CALL_BACK;
            case Refuses refuses -> disposition == Disposition.REFUSES;
            case Disputes disputes -> disposition == Disposition.DISPUTES;
            case Hardship hardship -> disposition == Disposition.HARDSHIP;
            case Complaint complaint -> disposition == Disposition.COMPLAINT;
            case LanguageBarrier barrier -> disposition == Disposition.LANGUAGE_BARRIER;
        };
    }

    /** In names of fields and values, which are the same in every language; empty where there is nothing to say. */
    default String words() {
        return switch (this) {
            case None none -> "";
            case PromiseToPay promise -> promise.instalments()
                    .stream()
                    .map(each -> each.amount() + " on " + each.date())
                    .collect(Collectors.joining(", ")) + promise.channel().map(how -> ", channel: " + how).orElse("")
                    + promise.waiver().map(each -> ", waiver asked: " + each).orElse("");
            case ClaimsPaid claim -> claim.amount() + " on " + claim.paidOn() + ", channel: " + claim.channel();
            case CallBack callBack -> callBack.at() + (callBack.sameAgent() ? ", same agent" : "");
            case Refuses refuses -> refuses.noMoreCalls() ? "no more calls" : "";
            case Disputes disputes -> disputes.what();
            case Hardship hardship -> (hardship.planAsked() ? "plan asked" : "no plan asked")
                    + hardship.monthly().map(each -> ", " + each + " a month").orElse("");
            case Complaint complaint -> complaint.text();
            case LanguageBarrier barrier -> "language: " + barrier.language();
        };
    }
}
