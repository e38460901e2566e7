package com.callfloor.dialer.strategy;

import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
public record Strategy(String name, String version, String title, @Nullable String lender,
        @Nullable String experiment, @Nullable Currency currency, List<Segment> segments, Map<Stage, StagePlan> plans) {
    public static final String FALLBACK = "default";
    /** What is written with every attempt has room for so many characters. */
    private static final int LONGEST_WORD = 100;

    /**
     * Checks that every case has exactly one place.
     *
     * @throws IllegalArgumentException saying what is wrong and how to mend it
     */
    public Strategy {
        segments = List.copyOf(segments);
        Map<Stage, StagePlan> copy = new EnumMap<>(Stage.class);
        copy.putAll(plans);
        plans = Collections.unmodifiableMap(copy);
        if (version.isBlank()) {
            throw new IllegalArgumentException("version is empty; a change needs a new version, such as its date");
        }
        if (name.length() > LONGEST_WORD || version.length() > LONGEST_WORD) {
            throw new IllegalArgumentException("name and version have " + LONGEST_WORD + " characters at most");
        }
        if (experiment != null && (lender != null || name.equals(FALLBACK))) {
            throw new IllegalArgumentException("a strategy of an experiment is nobody else's; remove lender or "
                    + "experiment, and do not call it " + FALLBACK);
        }
        if ((lender == null && experiment == null) != name.equals(FALLBACK)) {
            throw new IllegalArgumentException(lender == null
                    ? "lender is missing; only the strategy " + FALLBACK + " and those of an experiment have none"
                    : "the strategy " + FALLBACK + " is for every other lender; remove lender, or rename the strategy");
        }
        Set<String> ids = new HashSet<>();
        for (Segment segment : segments) {
            if (!ids.add(segment.id())) {
                throw new IllegalArgumentException("two segments have the id '" + segment.id() + "'; rename one");
            }
            if (!plans.containsKey(segment.stage())) {
                throw new IllegalArgumentException("segment '" + segment.id() + "' leads to the stage '"
                        + segment.stage().code() + "', which stages does not describe; add it there");
            }
            if (currency == null && segment.when().containsKey(Measure.AMOUNT_DUE)) {
                throw new IllegalArgumentException("segment '" + segment.id()
                        + "' asks for amount_due, and the strategy names no currency; add such as currency: CNY");
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
