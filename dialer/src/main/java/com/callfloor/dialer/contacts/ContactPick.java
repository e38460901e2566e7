package com.callfloor.dialer.contacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.callfloor.dialer.cases.NumberRole;

/**
 * Why this number of a case is called and no other: kept with the attempt.
 *
 * @param explores it was its turn, as the one tried least
 * @param others the case's other numbers of the same kind (own ones or contacts), in the order of the choice
 */
public record ContactPick(Considered chosen, boolean explores, List<Considered> others) {
    private static final double PERCENT = 100;

    /**
     * A number that was thought of.
     *
     * @param number as people may see it
     * @param denied the rules were asked about it before, and forbade it now
     */
    public record Considered(String number, NumberRole role, Estimate estimate, boolean denied) {}

    /** In one sentence, such as {@code mobile, answered 2 of 3 times between 18 and 20: 41 %; work 12 %}. */
    public String because() {
        Estimate estimate = chosen.estimate();
        var text = new StringBuilder(code(chosen.role()));
        if (estimate.triesThen() > 0) {
            text.append(", answered %d of %d times between %d and %d".formatted(estimate.answeredThen(),
                    estimate.triesThen(), from(estimate), to(estimate)));
        } else if (estimate.tries() > 0) {
            text.append(", answered %d of %d times at other hours".formatted(estimate.answered(), estimate.tries()));
        } else {
            text.append(", not tried before");
        }
        text.append(explores ? ", the least tried, in its turn: " : ": ").append(percent(chosen));
        for (Considered other : others) {
            text.append("; ").append(code(other.role())).append(' ').append(percent(other));
            text.append(other.denied() ? " (not allowed now)" : "");
        }
        return text.toString();
    }

    /** The same in Chinese. */
    public String becauseInChinese() {
        Estimate estimate = chosen.estimate();
        var text = new StringBuilder(chinese(chosen.role()));
        if (estimate.triesThen() > 0) {
            text.append("，%d–%d 点拨打 %d 次接通 %d 次".formatted(from(estimate), to(estimate), estimate.triesThen(),
                    estimate.answeredThen()));
        } else if (estimate.tries() > 0) {
            text.append("，其他时段拨打 %d 次接通 %d 次".formatted(estimate.tries(), estimate.answered()));
        } else {
            text.append("，从未拨打");
        }
        text.append(explores ? "，轮到拨打最少的号码：" : "：").append(percent(chosen));
        for (Considered other : others) {
            text.append("；").append(chinese(other.role())).append(' ').append(percent(other));
            text.append(other.denied() ? "（现在不允许）" : "");
        }
        return text.toString();
    }

    /** As names and values, the shape in which it is kept. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("chance", rounded(chosen));
        fields.put("explores", explores);
        fields.put("because", because());
        fields.put("because_zh", becauseInChinese());
        fields.put("others", others.stream().map(ContactPick::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Considered other) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", other.number());
        fields.put("role", code(other.role()));
        fields.put("chance", rounded(other));
        fields.put("denied", other.denied());
        return fields;
    }

    private static double rounded(Considered number) {
        return Math.round(number.estimate().chance() * PERCENT * PERCENT) / (PERCENT * PERCENT);
    }

    private static String percent(Considered number) {
        return Math.round(number.estimate().chance() * PERCENT) + " %";
    }

    private static int from(Estimate estimate) {
        return estimate.slot().map(slot -> slot.band().from()).orElse(0);
    }

    private static int to(Estimate estimate) {
        return estimate.slot().map(slot -> slot.band().to()).orElse(0);
    }

    private static String code(NumberRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String chinese(NumberRole role) {
        return switch (role) {
            case MOBILE -> "手机";
            case HOME -> "住宅电话";
            case WORK -> "单位电话";
            case CONTACT -> "联系人电话";
        };
    }
}
