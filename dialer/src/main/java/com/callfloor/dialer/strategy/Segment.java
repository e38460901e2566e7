package com.callfloor.dialer.strategy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Some of a lender's cases, and the stage that they are in.
 *
 * @param id one word, unique in its strategy
 * @param when all of them must hold; none: every case
 */
public record Segment(String id, Stage stage, Map<Measure, Range> when) {
    public Segment {
        Map<Measure, Range> copy = new EnumMap<>(Measure.class);
        copy.putAll(when);
        when = Collections.unmodifiableMap(copy);
    }
}
