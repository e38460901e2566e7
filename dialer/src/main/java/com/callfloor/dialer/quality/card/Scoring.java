package com.callfloor.dialer.quality.card;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.quality.card.Item.Scale;
import com.callfloor.dialer.words.Words;

/** From answers to a result: a pure function, so that whoever has the card can count it again. */
public final class Scoring {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Scoring() {}

    /**
     * A result.
     *
     * @param score 0 to 100, two decimals, rounded half up; 0 if something failed the call
     * @param passed whether the score, so rounded, reaches the card's pass mark
     * @param failedBy ids of the items that failed the call by themselves
     */
    public record Result(BigDecimal score, boolean passed, List<String> failedBy) {
        public Result {
            failedBy = List.copyOf(failedBy);
        }
    }

    /** Answers that make no result; each flaw is told by the item that it is of. */
    public static final class Unscorable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Words> flaws;

        Unscorable(Map<String, Words> flaws) {
            super(flaws.toString());
            this.flaws = Map.copyOf(flaws);
        }

        public Map<String, Words> flaws() {
            return flaws;
        }
    }

    /** What is wrong with answers of which some may still be missing, by item; empty if nothing is. */
    public static Map<String, Words> flaws(Scorecard card, Map<String, Answer> answers) {
        Map<String, Words> flaws = new LinkedHashMap<>();
        answers.forEach((id, answer) -> card.item(id)
                .ifPresentOrElse(item -> {
                    if (!fits(item, answer)) {
                        flaws.put(id, expected(item));
                    }
                }, () -> flaws.put(id, Words.of("is no item of the card %s, version %s", "不是评分卡 %s（版本 %s）的项目",
                        card.name(), card.version()))));
        return flaws;
    }

    /**
     * The result of a whole set of answers.
     *
     * @throws Unscorable if one is missing or does not fit, or nothing on the card applied
     */
    public static Result score(Scorecard card, Map<String, Answer> answers) throws Unscorable {
        Map<String, Words> flaws = flaws(card, answers);
        for (Item item : card.items()) {
            if (!answers.containsKey(item.id())) {
                flaws.put(item.id(), Words.of("is not answered yet: it %s", "尚未作答：%s", expected(item)));
            }
        }
        if (!flaws.isEmpty()) {
            throw new Unscorable(flaws);
        }
        BigDecimal reached = BigDecimal.ZERO;
        long possible = 0;
        for (Item.Weighted item : card.weighted().toList()) {
            Answer answer = answers.get(item.id());
            if (answer != null && !(answer instanceof Answer.NotApplicable)) {
                possible += item.weight();
                reached = reached.add(reached(item, answer));
            }
        }
        List<String> failedBy = new ArrayList<>();
        for (Item.Never item : card.never()) {
            if (answers.get(item.id()) instanceof Answer.Yes) {
                failedBy.add(item.id());
            }
        }
        if (!failedBy.isEmpty()) {
            return new Result(BigDecimal.ZERO.setScale(DECIMALS), false, failedBy);
        }
        if (possible == 0) {
            throw new Unscorable(Map.of(card.weighted().findFirst().map(Item::id).orElse(""),
                    new Words("nothing on the card applied; a call without a conversation is not reviewed",
                            "评分卡各项均不适用；没有通话内容的不作评分")));
        }
        BigDecimal score = reached.multiply(HUNDRED)
                .divide(BigDecimal.valueOf(possible), DECIMALS, RoundingMode.HALF_UP);
        return new Result(score, score.compareTo(BigDecimal.valueOf(card.passMark())) >= 0, failedBy);
    }

    /** Which part of an item's weight an answer is worth: 0 to 1. */
    public static double share(Item.Weighted item, Answer answer) {
        return switch (answer) {
            case Answer.Points(int points) when item.scale() instanceof Scale.Points(int most) ->
                (double) points / most;
            case Answer.Yes yes -> 1;
            default -> 0;
        };
    }

    private static BigDecimal reached(Item.Weighted item, Answer answer) {
        BigDecimal weight = BigDecimal.valueOf(item.weight());
        return switch (answer) {
            // Twelve decimals: more than two of the result can ever feel.
            case Answer.Points(int points) when item.scale() instanceof Scale.Points(int most) ->
                weight.multiply(BigDecimal.valueOf(points)).divide(BigDecimal.valueOf(most), 12, RoundingMode.HALF_UP);
            case Answer.Yes yes -> weight;
            default -> BigDecimal.ZERO;
        };
    }

    private static boolean fits(Item item, Answer answer) {
        return switch (item) {
            case Item.Never never -> answer instanceof Answer.Yes || answer instanceof Answer.No;
            case Item.Weighted weighted -> switch (answer) {
                case Answer.NotApplicable none -> true;
                case Answer.Points(int points) -> weighted.scale() instanceof Scale.Points(int most) && points >= 0
                        && points <= most;
                case Answer.Yes yes -> weighted.scale() instanceof Scale.YesNo;
                case Answer.No no -> weighted.scale() instanceof Scale.YesNo;
            };
        };
    }

    private static Words expected(Item item) {
        return switch (item) {
            case Item.Never never -> new Words("is answered with yes (it happened) or no", "请答“发生”或“未发生”");
            case Item.Weighted(var id, var text, var weight, Scale.YesNo scale) ->
                new Words("is answered with yes, no or not_applicable", "请答“是”“否”或“不适用”");
            case Item.Weighted(var id, var text, var weight, Scale.Points(int most)) ->
                Words.of("is answered with points from 0 to %d, or not_applicable", "请给 0 至 %d 分，或答“不适用”", most);
        };
    }
}
