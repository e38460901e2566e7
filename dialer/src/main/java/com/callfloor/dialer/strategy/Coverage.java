package com.callfloor.dialer.strategy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;

/** Whether segments, in their order, leave a case without a stage, or a segment without a case. */
final class Coverage {
    private static final int MOST_PIECES = 20_000;

    private Coverage() {}

    /**
     * Checks segments whose first fitting one decides.
     *
     * @throws Objection naming the segment that no case reaches, or cases that none fits
     */
    static void check(List<Segment> segments, Wording wording) {
        List<Box> open = List.of(Box.of(Map.of()));
        for (Segment segment : segments) {
            Box box = Box.of(segment.when());
            if (open.stream().noneMatch(piece -> piece.meets(box))) {
                throw new Objection(Words.of(
                        "segment '%s' is never reached: those before it fit all of its cases; move it up or remove it",
                        "分段“%s”永远不会用到：其前的分段已包含它的全部案件；请前移或删除", segment.id()));
            }
            List<Box> left = new ArrayList<>();
            open.forEach(piece -> left.addAll(piece.minus(box)));
            if (left.size() > MOST_PIECES) {
                throw new Objection(new Words(
                        "the segments are too many and too different to be checked for gaps; use fewer, or the same ends in several of them",
                        "分段过多且差异过大，无法检查是否有遗漏；请减少分段，或使用相同的界限"));
            }
            open = left;
        }
        if (!open.isEmpty()) {
            throw new Objection(
                    Words.of("no segment fits a case with %s; add a segment for it, or a last one without conditions",
                            "没有分段适用于这样的案件：%s；请补充分段，或在最后加一个不带条件的分段", wording.example(open.getFirst())));
        }
    }

    /** Pairs that fit some of the same cases, neither being a special case of the other. The first of a pair decides. */
    static List<Strategy.Overlap> overlaps(List<Segment> segments, Wording wording) {
        List<Strategy.Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Box first = Box.of(segments.get(i).when());
            for (int j = i + 1; j < segments.size(); j++) {
                Box second = Box.of(segments.get(j).when());
                if (first.meets(second) && !first.within(second) && !second.within(first)) {
                    overlaps.add(new Strategy.Overlap(segments.get(i).id(), segments.get(j).id(),
                            wording.example(common(first, second))));
                }
            }
        }
        return overlaps;
    }

    private static Box common(Box first, Box second) {
        var sides = new EnumMap<Measure, Range>(Measure.class);
        for (Measure measure : Measure.values()) {
            Range one = first.side(measure);
            Range other = second.side(measure);
            sides.put(measure, new Range(Math.max(one.from(), other.from()), Math.min(one.to(), other.to())));
        }
        return new Box(sides);
    }
}
