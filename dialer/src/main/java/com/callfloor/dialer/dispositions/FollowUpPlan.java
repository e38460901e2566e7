package com.callfloor.dialer.dispositions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.promises.Promise;
import com.callfloor.dialer.promises.PromiseKeeping;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.words.Words;

/**
 * What follows from each disposition on this floor.
 *
 * @param zone whose calendar tells the day
 * @param remindAt when on the day before an instalment its reminder is due
 * @param remindByCall the reminder is a call; otherwise a message
 * @param promiseDays how far ahead the last instalment may lie, 1 to 1,000
 * @param postingCheck after 'I have paid': when the postings are looked at, and the case may be called again
 * @param hardship how long a case waits for its plan
 * @param complaint when a complaint has to be answered; its case waits for the answer, however late
 * @param callBackGrace how long a call-back is kept for the agent who agreed to it
 */
public record FollowUpPlan(ZoneId zone, PromiseKeeping keeping, LocalTime remindAt, boolean remindByCall,
        int promiseDays, Duration postingCheck, Duration hardship, Duration complaint, Duration callBackGrace) {
    /** Until somebody says otherwise. */
    public static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_PROMISE_DAYS = 1_000;
    private static final Duration LONGEST = Duration.ofDays(365);

    /** @throws IllegalArgumentException naming what is out of range */
    public FollowUpPlan {
        if (promiseDays < 1 || promiseDays > MOST_PROMISE_DAYS) {
            throw new IllegalArgumentException(
                    "longest_promise is 1 to " + MOST_PROMISE_DAYS + " days, not " + promiseDays);
        }
        check("posting_check", postingCheck);
        check("hardship", hardship);
        check("complaint", complaint);
        check("call_back_grace", callBackGrace);
    }

    private static void check(String name, Duration given) {
        if (given.isNegative() || given.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is 0s to " + LONGEST.toDays() + "d");
        }
    }

    /** The day it is then, in the floor's zone. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The last day that may be promised at that time. */
    public LocalDate latestPromise(Instant now) {
        return dayOf(now).plusDays(promiseDays);
    }

    /** What follows, in the order in which it has to be written. */
    public List<FollowUp> after(WrapUp wrapUp, Instant now) {
        return switch (wrapUp.disposition()) {
            case PROMISE_TO_PAY, CLAIMS_PAID, CALL_BACK, LANGUAGE_BARRIER -> ofDetails(wrapUp.details(), now);
            case REFUSES -> wrapUp.details() instanceof Details.Refuses refuses && refuses.noMoreCalls()
                    ? List.of(fact(FactKind.REFUSED, true, wrapUp))
                    : List.of();
            case DISPUTES -> List.of(fact(FactKind.DISPUTE, false, wrapUp));
            case DECEASED -> List.of(fact(FactKind.DECEASED, false, wrapUp));
            case WRONG_PARTY -> List.of(fact(FactKind.WRONG_PARTY, true, wrapUp));
            case HARDSHIP ->
                List.of(waiting(TaskKind.HARDSHIP_PLAN, now.plus(hardship), now.plus(hardship), wrapUp));
            case COMPLAINT -> List.of(waiting(TaskKind.COMPLAINT, now.plus(complaint), FOR_GOOD, wrapUp));
            case THIRD_PARTY, VOICEMAIL, NO_CONVERSATION -> List.of();
        };
    }

    private List<FollowUp> ofDetails(Details details, Instant now) {
        return switch (details) {
            case Details.PromiseToPay promised -> promise(promised, now);
            case Details.ClaimsPaid claim -> List.of(new FollowUp.AddTask(TaskKind.POSTING_CHECK,
                    now.plus(postingCheck), false, false, Optional.empty(), Optional.of(claim.words()),
                    Optional.of(now.plus(postingCheck))));
            case Details.CallBack callBack -> callBack(callBack);
            default -> List.of();
        };
    }

    private List<FollowUp> promise(Details.PromiseToPay promised, Instant now) {
        var promise = new Promise(dayOf(now), promised.instalments());
        List<FollowUp> all = new ArrayList<>();
        all.add(new FollowUp.MakePromise(promise, promised.channel(), checkAt(promise.instalments().getLast()),
                checkAt(promise.instalments().getFirst())));
        for (Instalment instalment : promise.instalments()) {
            Optional<Words> what = Optional.of(Details.instalment(instalment));
            Instant remind = instalment.date().minusDays(1).atTime(remindAt).atZone(zone).toInstant();
            if (remind.isAfter(now)) {
                all.add(new FollowUp.AddTask(TaskKind.PROMISE_REMINDER, remind, false, true,
                        Optional.of(remindByCall ? "call" : "message"), what, Optional.empty()));
            }
            all.add(new FollowUp.AddTask(TaskKind.PROMISE_CHECK, checkAt(instalment), false, true, Optional.empty(),
                    what, Optional.empty()));
        }
        Optional<Words> toApprove = promised.toApprove().stream().reduce(Words::and);
        if (toApprove.isPresent()) {
            // The debtor waits for the answer: by tomorrow.
            all.add(new FollowUp.AddTask(TaskKind.APPROVAL, startOf(dayOf(now).plusDays(1)), false, true,
                    Optional.empty(), toApprove, Optional.empty()));
        }
        return List.copyOf(all);
    }

    /** The first instant at which it can be said that an instalment did not come. */
    private Instant checkAt(Instalment instalment) {
        return startOf(keeping.lastDay(instalment).plusDays(1));
    }

    /** The first instant of that day on the floor. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private List<FollowUp> callBack(Details.CallBack callBack) {
        boolean own = callBack.sameAgent();
        return List.of(
                new FollowUp.AddTask(TaskKind.CALL_BACK, callBack.at(), own, false, Optional.of("call"),
                        Optional.empty(), Optional.of(callBack.at())),
                new FollowUp.CallAt(callBack.at(), own
                        ? Optional.of(callBack.at().plus(callBackGrace))
                        : Optional.empty()));
    }

    private static FollowUp waiting(TaskKind kind, Instant dueAt, Instant until, WrapUp wrapUp) {
        return new FollowUp.AddTask(kind, dueAt, false, false, Optional.empty(),
                Optional.of(wrapUp.details().words()).filter(words -> !words.isEmpty()), Optional.of(until));
    }

    private static FollowUp fact(FactKind kind, boolean aboutNumber, WrapUp wrapUp) {
        Words words = wrapUp.details().words();
        return new FollowUp.NoteFact(kind, aboutNumber, new Words("said in a conversation", "通话中告知")
                .then(words.isEmpty() ? words : new Words(": ", "：").then(words)));
    }
}
