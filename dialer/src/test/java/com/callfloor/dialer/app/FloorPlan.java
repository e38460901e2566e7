package com.callfloor.dialer.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.local.SipAddress;

/**
 * What a test wants of its floor.
 *
 * @param name of its folder
 * @param agents each with a phone
 * @param debtors the cases and what their phones do
 * @param settings over those of the configuration file, by the names of the environment
 * @param speech what the agents' phones send
 * @param elsewhere the carrier to which its trunks lead; empty: the simulated one
 */
record FloorPlan(String name, int agents, Debtors debtors, Map<String, String> settings, PhoneSpeech speech,
        Optional<SipAddress> elsewhere) {
    FloorPlan(String name, int agents, Debtors debtors, Map<String, String> settings, PhoneSpeech speech) {
        this(name, agents, debtors, settings, speech, Optional.empty());
    }

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
