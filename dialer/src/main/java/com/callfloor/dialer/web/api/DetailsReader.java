package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.strategy.StagePlan.Offers;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.words.Words;

/** Reads what a disposition says beyond its code. What is wrong is noted in the body, field by field. */
final class DetailsReader {
    private static final int MOST_INSTALMENTS = 60;
    private static final int LONGEST_CHANNEL = 50;
    private static final int LONGEST_TEXT = 1000;

    private final FollowUpPlan plan;
    private final Clock clock;

    /** {@code clock}: the floor's. */
    DetailsReader(FollowUpPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /** Whether these details speak of money or of a time, and so need the case. */
    static boolean needCase(Disposition disposition, JsonBody body) {
        return switch (disposition) {
            case PROMISE_TO_PAY, CLAIMS_PAID -> true;
            case HARDSHIP -> body.has("monthly_amount");
            case CALL_BACK -> body.has("at");
            case REFUSES, DISPUTES, WRONG_PARTY, THIRD_PARTY, DECEASED, VOICEMAIL, LANGUAGE_BARRIER, COMPLAINT,
                    NO_CONVERSATION ->
                false;
        };
    }

    /** What stands for them is worth nothing once the body is faulty. */
    Details read(Disposition disposition, JsonBody body, Optional<CaseCard> card, Optional<Offers> offers) {
        return switch (disposition) {
            case PROMISE_TO_PAY -> promise(body, card.orElseThrow(), offers);
            case CLAIMS_PAID -> claim(body, card.orElseThrow());
            case CALL_BACK -> callBack(body);
            case HARDSHIP -> new Details.Hardship(body.flag("plan_asked").orElse(false),
                    card.flatMap(found -> money(body, "monthly_amount", found)));
            case REFUSES -> new Details.Refuses(body.flag("no_more_calls").orElse(false));
            case DISPUTES -> text(body, "what").<Details>map(Details.Disputes::new).orElseGet(Details.None::new);
            case COMPLAINT -> text(body, "text").<Details>map(Details.Complaint::new).orElseGet(Details.None::new);
            case LANGUAGE_BARRIER ->
                text(body, "language").<Details>map(Details.LanguageBarrier::new).orElseGet(Details.None::new);
            case WRONG_PARTY, THIRD_PARTY, DECEASED, VOICEMAIL, NO_CONVERSATION -> new Details.None();
        };
    }

    private static Optional<String> text(JsonBody body, String field) {
        return body.optionalText(field, LONGEST_TEXT).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Details promise(JsonBody body, CaseCard card, Optional<Offers> offers) {
        boolean moreThanDue = body.flag("more_than_due").orElse(false);
        boolean beyondOffer = body.flag("beyond_offer").orElse(false);
        Optional<String> channel = body.optionalText("channel", LONGEST_CHANNEL).filter(text -> !text.isBlank());
        List<Instalment> instalments = new ArrayList<>();
        LocalDate earliest = plan.dayOf(clock.instant());
        for (JsonBody each : body.objects("instalments", MOST_INSTALMENTS)) {
            Optional<LocalDate> date = promisedDate(each, earliest);
            Optional<Money> amount = money(each, "amount", card);
            each.need("amount", amount);
            each.noteUnknown();
            if (date.isPresent() && amount.isPresent()) {
                instalments.add(new Instalment(date.get(), amount.get()));
                earliest = date.get().plusDays(1);
            }
        }
        long total = instalments.stream().mapToLong(each -> each.amount().minor()).sum();
        if (total > card.amountDue().minor() && !moreThanDue) {
            body.error("instalments", Words.of("add up to %s, and %s is due; if more is meant, say more_than_due: true",
                    "合计 %s，应还 %s；如确实更多，请确认高于应还金额", new Money(total, card.amountDue().currency()), card.amountDue()));
        }
        List<Words> beyond = offers.filter(known -> !instalments.isEmpty())
                .map(known -> beyond(body, known, instalments, beyondOffer))
                .orElse(List.of());
        Optional<Money> waiver = money(body, "waiver_amount", card);
        waiver.ifPresent(asked -> checkWaiver(body, asked, card.amountDue(), offers));
        return body.faulty()
                ? new Details.None()
                : new Details.PromiseToPay(instalments, channel, waiver, beyond);
    }

    private List<Words> beyond(JsonBody body, Offers offers, List<Instalment> instalments, boolean meant) {
        List<Words> beyond = offers.beyond(instalments.size(),
                ChronoUnit.DAYS.between(plan.dayOf(clock.instant()), instalments.getLast().date()));
        if (!beyond.isEmpty() && !meant) {
            body.error("instalments", beyond.stream()
                    .reduce(Words::and)
                    .orElseThrow()
                    .then(new Words(" in the stage of this case; to have a supervisor decide, say beyond_offer: true",
                            "（此阶段）；如需班长决定，请确认提交审批")));
        }
        return beyond;
    }

    /** Every waiver needs the lender's approval; what is over the stage's limit may not even be asked for. */
    private static void checkWaiver(JsonBody body, Money asked, Money due, Optional<Offers> offers) {
        Money most = offers.map(known -> known.largestWaiver(due)).orElse(due);
        if (asked.minor() > most.minor()) {
            body.error("waiver_amount", most.minor() == 0
                    ? new Words("no waiver may be asked for in the stage of this case", "此阶段不可申请减免")
                    : Words.of("must be at most %s in the stage of this case", "此阶段最多 %s", most));
        }
    }

    private Optional<LocalDate> promisedDate(JsonBody instalment, LocalDate earliest) {
        Optional<LocalDate> date = instalment.date("date");
        instalment.need("date", date);
        LocalDate latest = plan.latestPromise(clock.instant());
        if (date.isPresent() && (date.get().isBefore(earliest) || date.get().isAfter(latest))) {
            instalment.error("date",
                    Words.of("must be a day from %s to %s; each instalment is due after the one before it",
                            "须为 %s 至 %s 的日期，且每期须晚于前一期", earliest, latest));
            return Optional.empty();
        }
        return date;
    }

    private Details claim(JsonBody body, CaseCard card) {
        Optional<LocalDate> paidOn = body.date("paid_at");
        body.need("paid_at", paidOn);
        LocalDate today = plan.dayOf(clock.instant());
        if (paidOn.isPresent() && paidOn.get().isAfter(today)) {
            body.error("paid_at", Words.of("must not lie ahead of today, %s; what is still to come is a promise",
                    "不能晚于今天 %s；尚未还款的请登记为承诺", today));
        }
        Optional<Money> amount = money(body, "amount", card);
        body.need("amount", amount);
        String channel = body.text("channel", LONGEST_CHANNEL).strip();
        return body.faulty()
                ? new Details.None()
                : new Details.ClaimsPaid(paidOn.orElseThrow(), amount.orElseThrow(), channel);
    }

    private Details callBack(JsonBody body) {
        Optional<Instant> at = body.instant("at");
        Optional<Boolean> sameAgent = body.flag("same_agent");
        if (at.isEmpty()) {
            sameAgent.ifPresent(given -> body.need("at", at));
            return new Details.None();
        }
        Instant now = clock.instant();
        LocalDate latest = plan.latestPromise(now);
        if (!at.get().isAfter(now) || plan.dayOf(at.get()).isAfter(latest)) {
            body.error("at", Words.of("must lie after now, %s, and not after %s", "须晚于现在 %s，且不晚于 %s", now, latest));
        }
        return new Details.CallBack(at.get(), sameAgent.orElse(true), plan.zone());
    }

    /** More than 0, in the case's currency. */
    private static Optional<Money> money(JsonBody body, String field, CaseCard card) {
        var currency = card.amountDue().currency();
        Optional<String> given = field.equals("amount") ? body.optionalText("currency", 3) : Optional.empty();
        if (given.isPresent() && !given.get().equals(currency.getCurrencyCode())) {
            body.error("currency", Words.of("must be %s, the case's, or left out", "须为案件的币种 %s，或不填",
                    currency.getCurrencyCode()));
        }
        return body.decimal(field).flatMap(amount -> {
            try {
                Money money = Money.of(amount, currency);
                if (money.minor() > 0) {
                    return Optional.of(money);
                }
                body.error(field, "must be more than 0", "须大于 0");
            } catch (ArithmeticException e) {
                body.error(field,
                        Words.of("must have at most %d decimals", "最多 %d 位小数", currency.getDefaultFractionDigits()));
            }
            return Optional.empty();
        });
    }
}
