package com.callfloor.dialer.dispositions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.scripts.NotedFigures;
import com.callfloor.dialer.words.Words;

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
            List<Words> beyond) implements Details {
        public PromiseToPay {
            instalments = List.copyOf(instalments);
            beyond = List.copyOf(beyond);
        }

        /** One within what is offered. */
        public PromiseToPay(List<Instalment> instalments, Optional<String> channel) {
            this(instalments, channel, Optional.empty(), List.of());
        }

        /** What somebody has to approve, in words; none: nothing. */
        public List<Words> toApprove() {
            return Stream.concat(beyond.stream(), waiver.map(
                    each -> Words.of("waiver of %s", "减免 %s", NotedFigures.amount(each))).stream()).toList();
        }
    }

    /** The three elements of 'I have paid': when, how much, which way. */
    record ClaimsPaid(LocalDate paidOn, Money amount, String channel) implements Details {}

    /**
     * When the debtor wants to be called.
     *
     * @param sameAgent the agent who agreed to it is to call
     * @param zone whose clock tells people the time
     */
    record CallBack(Instant at, boolean sameAgent, ZoneId zone) implements Details {}

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

    /** The English in names of fields and values; empty where there is nothing to say. What was typed stays as typed. */
    default Words words() {
        return switch (this) {
            case None none -> Words.NOTHING;
            case PromiseToPay promise -> promise.instalments()
                    .stream()
                    .map(Details::instalment)
                    .reduce((one, next) -> one.then(new Words(", ", "，")).then(next))
                    .orElse(Words.NOTHING)
                    .then(part(promise.channel(), ", channel: %s", "，还款方式：%s"))
                    .then(part(promise.waiver().map(NotedFigures::amount), ", waiver asked: %s", "，申请减免 %s"));
            case ClaimsPaid claim -> Words.of("%2$s on %1$s, channel: %3$s", "%1$s已还款 %2$s，还款方式：%3$s",
                    NotedFigures.day(claim.paidOn()), NotedFigures.amount(claim.amount()), claim.channel());
            case CallBack callBack -> NotedFigures.time(callBack.at(), callBack.zone())
                    .then(callBack.sameAgent() ? new Words(", same agent", "，由同一坐席回拨") : Words.NOTHING);
            case Refuses refuses ->
                refuses.noMoreCalls() ? new Words("no more calls", "要求不再致电") : Words.NOTHING;
            case Disputes disputes -> Words.same(disputes.what());
            case Hardship hardship -> (hardship.planAsked()
                    ? new Words("plan asked", "希望制定还款方案")
                    : new Words("no plan asked", "未要求还款方案"))
                    .then(part(hardship.monthly().map(NotedFigures::amount), ", %s a month", "，每月可还 %s"));
            case Complaint complaint -> Words.same(complaint.text());
            case LanguageBarrier barrier -> Words.of("language: %s", "语言：%s", barrier.language());
        };
    }

    /** Such as {@code 500.00 CNY on 2026-11-26}. */
    static Words instalment(Instalment instalment) {
        return Words.of("%2$s on %1$s", "%1$s还款 %2$s", NotedFigures.day(instalment.date()),
                NotedFigures.amount(instalment.amount()));
    }

    private static Words part(Optional<?> said, String en, String zh) {
        return said.map(each -> Words.of(en, zh, each)).orElse(Words.NOTHING);
    }
}
