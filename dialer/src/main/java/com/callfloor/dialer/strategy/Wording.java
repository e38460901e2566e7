package com.callfloor.dialer.strategy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a case is where it is. {@code currency}: of the strategy's amounts. */
record Wording(@Nullable Currency currency) {
    String because(Segment segment, CaseFacts facts) {
        if (segment.when().isEmpty()) {
            return "Segment " + segment.id() + ": it takes every case that no segment before it fits.";
        }
        List<String> reasons = new ArrayList<>();
        segment.when()
                .forEach((measure, range) -> reasons
                        .add(english(measure, facts.value(measure, currency)) + " (" + english(measure, range) + ")"));
        return "Segment " + segment.id() + ": " + String.join(", ", reasons) + ".";
    }

    String becauseChinese(Segment segment, CaseFacts facts) {
        if (segment.when().isEmpty()) {
            return "分组 " + segment.id() + "：前面的分组都不符合的案件归入此组。";
        }
        List<String> reasons = new ArrayList<>();
        segment.when()
                .forEach((measure, range) -> reasons
                        .add(chinese(measure, facts.value(measure, currency)) + "（" + chinese(measure, range) + "）"));
        return "分组 " + segment.id() + "：" + String.join("，", reasons) + "。";
    }

    /** One case of a box, by what matters in it. */
    Words example(Box box) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (Map.Entry<Measure, Range> side : box.sides().entrySet()) {
            if (!side.getValue().equals(side.getKey().whole())) {
                Range range = side.getValue();
                long shown = range.from() == side.getKey().whole().from() && range.to() != Measure.UNKNOWN
                        ? range.to()
                        : range.from();
                english.add(english(side.getKey(), shown));
                chinese.add(chinese(side.getKey(), shown));
            }
        }
        return english.isEmpty()
                ? new Words("anything", "任何案件")
                : new Words(String.join(", ", english), String.join("，", chinese));
    }

    private String english(Measure measure, long value) {
        String shown = value == Measure.UNKNOWN && measure != Measure.OVERDUE_DAYS ? "unknown" : number(measure, value);
        return switch (measure) {
            case OVERDUE_DAYS -> shown + " days overdue";
            case OVERDUE_PERIODS -> shown + " overdue periods";
            case AMOUNT_DUE -> shown + " due";
            case ATTEMPTS -> shown + " attempts";
            case BROKEN_PROMISES -> shown + " broken promises";
        };
    }

    private String chinese(Measure measure, long value) {
        String shown = value == Measure.UNKNOWN && measure != Measure.OVERDUE_DAYS ? "未知" : number(measure, value);
        return switch (measure) {
            case OVERDUE_DAYS -> "逾期 " + shown + " 天";
            case OVERDUE_PERIODS -> "逾期 " + shown + " 期";
            case AMOUNT_DUE -> "欠款 " + shown;
            case ATTEMPTS -> "已拨打 " + shown + " 次";
            case BROKEN_PROMISES -> "违约承诺 " + shown + " 次";
        };
    }

    private String english(Measure measure, Range range) {
        if (range.from() == measure.known().from()) {
            return "at most " + number(measure, range.to());
        }
        if (range.to() == measure.known().to()) {
            return number(measure, range.from()) + " or more";
        }
        return range.from() == range.to()
                ? "exactly " + number(measure, range.from())
                : number(measure, range.from()) + " to " + number(measure, range.to());
    }

    private String chinese(Measure measure, Range range) {
        if (range.from() == measure.known().from()) {
            return "不超过 " + number(measure, range.to());
        }
        if (range.to() == measure.known().to()) {
            return number(measure, range.from()) + " 及以上";
        }
        return range.from() == range.to()
                ? "等于 " + number(measure, range.from())
                : number(measure, range.from()) + " 至 " + number(measure, range.to());
    }

    private String number(Measure measure, long value) {
        return measure == Measure.AMOUNT_DUE && currency != null
                ? new Money(value, currency).toString()
                : Long.toString(value);
    }
}
