package com.callfloor.dialer.strategy;

import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * One version of how a lender's cases are treated. Immutable.
 *
 * @param name a word; the fallback's is {@value #FALLBACK}
 * @param lender as case files spell it; null: every lender without a strategy of its own, or none at all
 * @param experiment the one whose arms alone use it; null: it is a lender's, or the fallback
 * @param currency of the amounts in segments; null where none has one
 * @param segments the first that fits decides; together they fit every case
 * @param plans one for each stage that a segment leads to
 */
public record Strategy(String name, String version, Words title, @Nullable String lender,
        @Nullable String experiment, @Nullable Currency currency, List<Segment> segments, Map<Stage, StagePlan> plans) {
    public static final String FALLBACK = "default";
    /** What is written with every attempt has room for so many characters. */
    private static final int LONGEST_WORD = 100;

    /**
     * Checks that every case has exactly one place.
     *
     * @throws Objection saying what is wrong and how to mend it
     */
    public Strategy {
        segments = List.copyOf(segments);
        Map<Stage, StagePlan> copy = new EnumMap<>(Stage.class);
        copy.putAll(plans);
        plans = Collections.unmodifiableMap(copy);
        if (version.isBlank()) {
            throw new Objection(new Words("version is empty; a change needs a new version, such as its date",
                    "version 为空；每次修改须有新版本，例如日期"));
        }
        if (name.length() > LONGEST_WORD || version.length() > LONGEST_WORD) {
            throw new Objection(
                    Words.of("name and version have %d characters at most", "名称和版本最多 %d 个字符", LONGEST_WORD));
        }
        if (experiment != null && (lender != null || name.equals(FALLBACK))) {
            throw new Objection(Words.of(
                    "a strategy of an experiment is nobody else's; remove lender or experiment, and do not call it %s",
                    "实验用的策略不能另作他用；请去掉 lender 或 experiment，且名称不能为 %s", FALLBACK));
        }
        if ((lender == null && experiment == null) != name.equals(FALLBACK)) {
            throw new Objection(lender == null
                    ? Words.of("lender is missing; only the strategy %s and those of an experiment have none",
                            "缺少 lender；只有策略 %s 和实验用的策略可以没有", FALLBACK)
                    : Words.of("the strategy %s is for every other lender; remove lender, or rename the strategy",
                            "策略 %s 用于其余所有委托方；请去掉 lender，或改策略名称", FALLBACK));
        }
        Set<String> ids = new HashSet<>();
        for (Segment segment : segments) {
            if (!ids.add(segment.id())) {
                throw new Objection(
                        Words.of("two segments have the id '%s'; rename one", "有两个分段的 id 为“%s”；请改其一", segment.id()));
            }
            if (!plans.containsKey(segment.stage())) {
                throw new Objection(
                        Words.of("segment '%s' leads to the stage '%s', which stages does not describe; add it there",
                                "分段“%s”所属阶段“%s”在 stages 中没有说明；请补充", segment.id(), segment.stage().code()));
            }
            if (currency == null && segment.when().containsKey(Measure.AMOUNT_DUE)) {
                throw new Objection(Words.of(
                        "segment '%s' asks for amount_due, and the strategy names no currency; add such as currency: CNY",
                        "分段“%s”用到 amount_due，但策略未写币种；请补充，例如 currency: CNY", segment.id()));
            }
        }
        Coverage.check(segments, new Wording(currency));
    }

    /** The segment of a case. Cheap: a preview asks it for every case. */
    public Segment segmentOf(CaseFacts facts) {
        for (Segment segment : segments) {
            if (fits(segment, facts)) {
                return segment;
            }
        }
        throw new IllegalStateException("strategy " + name + " was checked to fit every case, and does not");
    }

    private boolean fits(Segment segment, CaseFacts facts) {
        for (Map.Entry<Measure, Range> condition : segment.when().entrySet()) {
            if (!condition.getValue().holds(facts.value(condition.getKey(), currency))) {
                return false;
            }
        }
        return true;
    }

    /** Where a case stands, and why. */
    public Placement place(CaseFacts facts) {
        Segment segment = segmentOf(facts);
        StagePlan plan = plans.get(segment.stage());
        if (plan == null) {
            throw new IllegalStateException("stage " + segment.stage() + " was checked to have a plan, and has none");
        }
        Wording wording = new Wording(currency);
        return new Placement(segment.stage(), segment, plan, wording.because(segment, facts),
                wording.becauseChinese(segment, facts));
    }

    /** Segments that fit some of the same cases, for people to look at. */
    public List<Overlap> overlaps() {
        return Coverage.overlaps(segments, new Wording(currency));
    }

    /** {@code first} decides about cases such as {@code example}. */
    public record Overlap(String first, String second, Words example) {}
}
