package com.callfloor.dialer.rules.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;

/**
 * A question to both, with all that it rests on.
 *
 * @param oldVersions by pack: until when an earlier version, of the same rules, is in force as well
 */
record Situation(Instant at, Duration ring, Callee callee, Set<ZoneId> zones, List<PastCall> events,
        List<StandingFact> facts, boolean agentHeld, Map<String, Instant> oldVersions) {

    CallQuestion question() {
        return question(at);
    }

    CallQuestion question(Instant instant) {
        return new CallQuestion(instant, ring, callee, zones, CallHistory.of(events), facts, agentHeld);
    }

    /** Every situation that lacks one thing of this one, for shrinking. */
    List<Situation> simpler() {
        List<Situation> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            all.add(new Situation(at, ring, callee, zones, without(events, i), facts, agentHeld, oldVersions));
        }
        for (int i = 0; i < facts.size(); i++) {
            all.add(new Situation(at, ring, callee, zones, events, without(facts, i), agentHeld, oldVersions));
        }
        if (zones.size() > 1) {
            for (ZoneId zone : zones) {
                all.add(new Situation(at, ring, callee, Set.of(zone), events, facts, agentHeld, oldVersions));
            }
        }
        if (!oldVersions.isEmpty()) {
            all.add(new Situation(at, ring, callee, zones, events, facts, agentHeld, Map.of()));
        }
        if (agentHeld) {
            all.add(new Situation(at, ring, callee, zones, events, facts, false, oldVersions));
        }
        return all;
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return List.copyOf(fewer);
    }

    /** In full, to be replayed by hand. */
    String told() {
        StringBuilder told = new StringBuilder();
        told.append("  asked at ").append(at).append(" ring ").append(ring).append(" held ").append(agentHeld);
        told.append("\n  zones");
        zones.stream()
                .sorted((one, other) -> one.getId().compareTo(other.getId()))
                .forEach(zone -> told.append("\n    ")
                        .append(zone)
                        .append(": ")
                        .append(at.atZone(zone).toLocalDateTime())
                        .append(' ')
                        .append(at.atZone(zone).getDayOfWeek()));
        told.append("\n  about ").append(callee);
        oldVersions.forEach(
                (pack, until) -> told.append("\n  old version of ").append(pack).append(" until ").append(until));
        events.forEach(event -> told.append("\n  call ").append(event));
        facts.forEach(fact -> told.append("\n  fact ")
                .append(fact)
                .append(Optional.ofNullable(fact.windowNamed()).map(window -> " on " + window.days()).orElse("")));
        return told.toString();
    }
}
