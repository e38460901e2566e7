package com.callfloor.dialer.app;

import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.PhoneSpeech;

/**
 * What a test wants of its floor.
 *
 * @param name of its folder
 * @param agents each with a phone
 * @param debtors the cases and what their phones do
 * @param settings over those of the configuration file, by the names of the environment
 * @param speech what the agents' phones send
 */
record FloorPlan(String name, int agents, Debtors debtors, Map<String, String> settings, PhoneSpeech speech) {
    /** With phones that send 1000 Hz. */
    FloorPlan(String name, int agents, Debtors debtors, Map<String, String> settings) {
        this(name, agents, debtors, settings, new PhoneSpeech.Tone(1_000));
    }

    /** The ways out that its PBX has, all to the one carrier. */
    List<String> trunks() {
        return List.of("carrier", "backup");
    }

    static FloorPlan of(String name, int agents, Debtors debtors) {
        return new FloorPlan(name, agents, debtors, Map.of());
    }
}
