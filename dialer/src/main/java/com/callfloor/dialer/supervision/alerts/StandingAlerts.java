package com.callfloor.dialer.supervision.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts that stand, and what concerns change of them. For one thread. */
public final class StandingAlerts {
    private final Duration calm;
    private final Map<Long, Alert> standing = new HashMap<>();
    private final Map<Long, Instant> fineSince = new HashMap<>();

    /** What is to be kept: new ones, and those that are over. */
    public record Changes(List<Concern> raised, List<Alert> cleared) {
        public Changes {
            raised = List.copyOf(raised);
            cleared = List.copyOf(cleared);
        }
    }

    /** {@code known}: those that stood before. */
    public StandingAlerts(Duration calm, List<Alert> known) {
        this.calm = calm;
        known.forEach(this::add);
    }

    /** The alert of a concern that was raised. */
    public void add(Alert alert) {
        standing.put(alert.id(), alert);
    }

    /** Drops what is over, and gives what stands its latest figures. */
    public Changes look(List<Concern> concerns, Instant at) {
        List<Alert> cleared = new ArrayList<>();
        for (Alert alert : all()) {
            Optional<Concern> concern = concerns.stream().filter(one -> one.isOf(alert)).findFirst();
            if (concern.isPresent()) {
                fineSince.remove(alert.id());
                standing.put(alert.id(), alert.now(concern.get().figures()));
            } else if (!at.isBefore(fineSince.computeIfAbsent(alert.id(), first -> at).plus(calm))) {
                standing.remove(alert.id());
                fineSince.remove(alert.id());
                cleared.add(alert);
            }
        }
        return new Changes(concerns.stream().filter(one -> one.bad() && isNew(one)).toList(), cleared);
    }

    private boolean isNew(Concern concern) {
        return standing.values().stream().noneMatch(concern::isOf);
    }

    /** Somebody has seen it. */
    public void acknowledged(long id, Instant at, String by) {
        standing.computeIfPresent(id, (same, alert) -> alert.acknowledged(at, by));
    }

    /** Newest first. */
    public List<Alert> all() {
        return standing.values()
                .stream()
                .sorted(Comparator.comparing(Alert::raisedAt).thenComparingLong(Alert::id).reversed())
                .toList();
    }
}
