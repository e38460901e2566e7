package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;

/**
 * How the cases of a stage are treated.
 *
 * @param campaign that calls the stage's cases; empty: the one that takes them otherwise
 * @param script the name of a debtor's script
 * @param ladder what is used in this stage, in the order of {@link Step}
 * @param escalations in the order of their days
 */
public record StagePlan(Stage stage, String campaign, String script, List<Step> ladder, Cadence cadence, Offers offers,
        List<Escalation> escalations) {
    /**
     * Checks what SEED-ORD demands.
     *
     * @throws Objection saying what is wrong and how to mend it
     */
    public StagePlan {
        ladder = List.copyOf(ladder);
        escalations = List.copyOf(escalations);
        if (ladder.isEmpty()) {
            throw new Objection(new Words("ladder is empty; name at least one step", "ladder 为空；至少写一个步骤"));
        }
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i - 1).compareTo(ladder.get(i)) >= 0) {
                throw new Objection(
                        Words.of("ladder: %s stands after %s; the order is sms, call, letter, visit, court (SEED-ORD)",
                                "ladder：%s 排在 %s 之后；顺序应为 sms、call、letter、visit、court（SEED-ORD）", ladder.get(i).code(),
                                ladder.get(i - 1).code()));
            }
        }
        for (int i = 0; i < escalations.size(); i++) {
            Step step = escalations.get(i).step();
            if (!ladder.contains(step)) {
                throw new Objection(Words.of("escalations: %s is not in the ladder; add it there",
                        "escalations：%s 不在 ladder 中；请补充", step.code()));
            }
            if (i > 0 && (escalations.get(i - 1).onDay() > escalations.get(i).onDay()
                    || escalations.get(i - 1).step().compareTo(step) > 0)) {
                throw new Objection(Words.of(
                        "escalations: %s on day %d comes after %s on day %d; put them in the order of days and of SEED-ORD",
                        "escalations：%s（第 %d 天）排在 %s（第 %d 天）之后；请按天数和 SEED-ORD 排序", step.code(),
                        escalations.get(i).onDay(), escalations.get(i - 1).step().code(),
                        escalations.get(i - 1).onDay()));
            }
        }
    }

    /** The same with another script. */
    public StagePlan withScript(String other) {
        return new StagePlan(stage, campaign, other, ladder, cadence, offers, escalations);
    }

    /** The steps of a case, each with its date. */
    public List<DueStep> steps(LocalDate caseDue) {
        return escalations.stream()
                .map(each -> new DueStep(each.step(), caseDue.plusDays(each.onDay()), each.people()))
                .toList();
    }

    /** The first step that is not past. */
    public Optional<DueStep> nextStep(LocalDate caseDue, LocalDate today) {
        return steps(caseDue).stream().filter(step -> !step.date().isBefore(today)).findFirst();
    }

    /** Calls a week that are aimed at (SEED-CAD), 0 to 21; never permission to pass a rule. */
    public record Cadence(int contactable, int uncontactable) {
        private static final int MOST = 21;

        public Cadence {
            check("contactable", contactable);
            check("uncontactable", uncontactable);
        }

        private static void check(String key, int calls) {
            if (calls < 0 || calls > MOST) {
                throw new Objection(
                        Words.of("cadence.%s must be 0 to %d calls a week", "cadence.%s 须为每周 0 至 %d 通", key, MOST));
            }
        }
    }

    /**
     * What agents may agree on.
     *
     * @param instalments at most, 1 to 60; 1: none
     * @param extensionDays at most, 0 to 90
     * @param waiverPercent what may be asked for, 0 to 100; every waiver needs the lender's approval (SEED-ID)
     */
    public record Offers(int instalments, int extensionDays, int waiverPercent) {
        public Offers {
            check("instalments", instalments, 1, 60);
            check("extension_days", extensionDays, 0, 90);
            check("waiver_percent", waiverPercent, 0, 100);
        }

        /**
         * What of a promise goes beyond them, in words; none: nothing.
         *
         * @param payments 1 or more; from 2 on they are instalments
         * @param lastInDays days from today to the last payment; a single one may be put off so far
         */
        public List<Words> beyond(int payments, long lastInDays) {
            if (payments > Math.max(1, instalments)) {
                return List.of(Words.of("%d instalments, and at most %d are offered", "%d 期，最多可分 %d 期", payments,
                        instalments));
            }
            return payments == 1 && lastInDays > extensionDays
                    ? List.of(
                            Words.of("payment in %d days, and at most %d are offered", "%d 天后还款，最多可延 %d 天", lastInDays,
                                    extensionDays))
                    : List.of();
        }

        /** The most that may be asked for, rounded down. */
        public Money largestWaiver(Money due) {
            return new Money(Math.floorDiv(Math.multiplyExact(Math.max(0, due.minor()), waiverPercent), 100),
                    due.currency());
        }

        private static void check(String key, int value, int least, int most) {
            if (value < least || value > most) {
                throw new Objection(Words.of("offers.%s must be %d to %d", "offers.%s 须为 %d 至 %d", key, least, most));
            }
        }
    }

    /**
     * A step that becomes a task, or a message.
     *
     * @param onDay days after the case's due date, 1 or more
     * @param people who do it together, 1 or more; two at least for a visit
     */
    public record Escalation(Step step, int onDay, int people) {
        public Escalation {
            if (step == Step.CALL) {
                throw new Objection(new Words("escalations: call is no task; sms, letter, visit and court are",
                        "escalations：call 不是任务；可用 sms、letter、visit、court"));
            }
            if (onDay < 1) {
                throw new Objection(new Words("escalations: on_day must be 1 or more, days after the due date",
                        "escalations：on_day 须为 1 或以上，即到期后的天数"));
            }
            if (people < (step == Step.VISIT ? Step.FEWEST_VISITORS : 1)) {
                throw new Objection(step == Step.VISIT
                        ? new Words("escalations: a visit is made by two people at least (SEED-ORD); set people: 2",
                                "escalations：上门至少须两人（SEED-ORD）；请写 people: 2")
                        : new Words("escalations: people must be 1 or more", "escalations：people 须为 1 或以上"));
            }
        }
    }

    /** A step of one case. */
    public record DueStep(Step step, LocalDate date, int people) {}
}
