package com.callfloor.dialer.strategy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One way of treating people that an experiment compares with others.
 *
 * @param name     one word, unique in its experiment
 * @param weight   its share of the people, 1 to 1000, against the weights of the others
 * @param strategy which strategy its people are under; null: their lender's
 * @param scripts  what agents say in these stages instead of what the strategy names
 */
public record Arm(String name, int weight, @Nullable String strategy, Map<Stage, String> scripts) {
    private static final int MOST = 1000;

    /**
     * Copies {@code scripts}.
     *
     * @throws IllegalArgumentException if the weight is out of its range
     */
    public Arm {
        Map<Stage, String> copy = new EnumMap<>(Stage.class);
        copy.putAll(scripts);
        scripts = Collections.unmodifiableMap(copy);
        if (weight < 1 || weight > MOST) {
            throw new IllegalArgumentException("the arm '" + name + "' has the weight " + weight + "; it can be 1 to "
                    + MOST);
        }
    }

    /** The plan as this arm has it. */
    StagePlan of(StagePlan plan) {
        String script = scripts.get(plan.stage());
        return script == null ? plan : plan.withScript(script);
    }
}
