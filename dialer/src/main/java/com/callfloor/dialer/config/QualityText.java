package com.callfloor.dialer.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import com.callfloor.dialer.quality.sampling.Risk;
import com.callfloor.dialer.quality.sampling.SamplingPlan;
import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code config/quality.yaml} as it is written; its comments explain each key. */
record QualityText(@JsonProperty(required = true) Duration appealsWithin,
        @JsonProperty(required = true) SamplingText sampling) {
    record SamplingText(@JsonProperty(required = true) String plan, @JsonProperty(required = true) String version,
            @JsonProperty(required = true) Integer callsPerAgent,
            @JsonProperty(required = true) Duration shortConversation,
            @JsonProperty(required = true) Duration longSilence, @JsonProperty(required = true) Duration muchOverlap,
            @JsonProperty(required = true) Duration newAgent,
            @JsonProperty(required = true) Map<String, Integer> weights) {
        private static final String NAME = "[a-z0-9_]{1,60}";
        private static final int LONGEST_VERSION = 60;

        SamplingPlan toPlan() throws Flaw {
            if (!plan.matches(NAME)) {
                throw new Flaw("sampling.plan", "^ +plan:", "a name is 1 to 60 of a to z, 0 to 9 and _");
            }
            if (version.isBlank() || version.length() > LONGEST_VERSION) {
                throw new Flaw("sampling.version", "^ +version:", "a version has 1 to 60 characters, such as its day");
            }
            Map<Risk, Integer> read = new EnumMap<>(Risk.class);
            for (Map.Entry<String, Integer> weight : weights.entrySet()) {
                read.put(Risk.ofCode(weight.getKey())
                        .orElseThrow(() -> new Flaw("sampling.weights", "^ +weights:", "'" + weight.getKey()
                                + "' is not one of " + String.join(", ", Risk.codes())
                                + Nearest.hint(weight.getKey(), Risk.codes()))),
                        weight.getValue());
            }
            try {
                return new SamplingPlan(plan, version, callsPerAgent, shortConversation, longSilence, muchOverlap,
                        newAgent, read);
            } catch (IllegalArgumentException e) {
                throw new Flaw("sampling", "^sampling:", String.valueOf(e.getMessage()));
            }
        }
    }
}
