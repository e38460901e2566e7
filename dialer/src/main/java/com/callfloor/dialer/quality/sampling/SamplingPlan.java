package com.callfloor.dialer.quality.sampling;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many calls of each agent and week are reviewed, and which are likelier to be.
 *
 * @param perAgent 1 to 50
 * @param weights what each reason adds to a call's weight, which is 1 without any; 0 to 100
 */
public record SamplingPlan(String name, String version, int perAgent, Duration shortConversation, Duration longSilence,
        Duration muchOverlap, Duration newAgent, Map<Risk, Integer> weights) {
    /** @throws IllegalArgumentException saying what is wrong */
    public SamplingPlan {
        Map<Risk, Integer> ordered = new EnumMap<>(Risk.class);
        ordered.putAll(weights);
        weights = Collections.unmodifiableMap(ordered);
        if (perAgent < 1 || perAgent > 50) {
            throw new IllegalArgumentException("calls_per_agent is 1 to 50");
        }
        weights.forEach((risk, weight) -> {
            if (weight < 0 || weight > 100) {
                throw new IllegalArgumentException("weights." + risk.code() + " is 0 to 100");
            }
        });
    }

    /** A call with its weight and the reasons that made it. */
    public Candidate candidate(CallFigures call, Optional<TalkFigures> talk) {
        Set<Risk> reasons = EnumSet.noneOf(Risk.class);
        add(reasons, Risk.COMPLAINT, call.complaint());
        add(reasons, Risk.LONG_SILENCE,
                talk.filter(heard -> heard.longestSilence().compareTo(longSilence) >= 0).isPresent());
        add(reasons, Risk.OVERLAP, talk.filter(heard -> heard.overlap().compareTo(muchOverlap) >= 0).isPresent());
        add(reasons, Risk.SHORT_CONVERSATION, call.conversation().compareTo(shortConversation) < 0);
        add(reasons, Risk.NEW_AGENT, call.at().isBefore(call.agentSince().plus(newAgent)));
        add(reasons, Risk.BROKEN_PROMISE, call.brokenPromise());
        add(reasons, Risk.FORBIDDEN_PHRASE, call.forbiddenPhrase());
        add(reasons, Risk.MISSING_PHRASE, call.missingPhrase());
        int weight = 1;
        for (Risk reason : reasons) {
            weight += weights.getOrDefault(reason, 0);
        }
        return new Candidate(call.id(), call.agent(), weight, reasons);
    }

    private static void add(Set<Risk> reasons, Risk risk, boolean holds) {
        if (holds) {
            reasons.add(risk);
        }
    }
}
