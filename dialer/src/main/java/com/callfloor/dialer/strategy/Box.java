package com.callfloor.dialer.strategy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The cases that a set of ranges fits: one range for each measure. */
record Box(Map<Measure, Range> sides) {
    static Box of(Map<Measure, Range> conditions) {
        Map<Measure, Range> sides = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            sides.put(measure, conditions.getOrDefault(measure, measure.whole()));
        }
        return new Box(sides);
    }

    Range side(Measure measure) {
        return sides.getOrDefault(measure, measure.whole());
    }

    boolean within(Box other) {
        return sides.keySet().stream().allMatch(measure -> side(measure).within(other.side(measure)));
    }

    boolean meets(Box other) {
        return sides.keySet().stream().allMatch(measure -> side(measure).meets(other.side(measure)));
    }

    /** What is left without {@code other}, in pieces that do not meet. */
    List<Box> minus(Box other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> pieces = new ArrayList<>();
        Map<Measure, Range> rest = new EnumMap<>(sides);
        for (Measure measure : Measure.values()) {
            Range mine = side(measure);
            Range cut = other.side(measure);
            if (mine.from() < cut.from()) {
                pieces.add(piece(rest, measure, new Range(mine.from(), cut.from() - 1)));
            }
            if (mine.to() > cut.to()) {
                pieces.add(piece(rest, measure, new Range(cut.to() + 1, mine.to())));
            }
            rest.put(measure, new Range(Math.max(mine.from(), cut.from()), Math.min(mine.to(), cut.to())));
        }
        return pieces;
    }

    private static Box piece(Map<Measure, Range> rest, Measure measure, Range side) {
        Map<Measure, Range> sides = new EnumMap<>(rest);
        sides.put(measure, side);
        return new Box(sides);
    }
}
