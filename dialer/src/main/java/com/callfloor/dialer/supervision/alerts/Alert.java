package com.callfloor.dialer.supervision.alerts;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that a supervisor must know of.
 *
 * @param subject a campaign's or agent's id, or a trunk's name; empty: the whole floor
 * @param name the subject as people call it
 * @param figures what it was decided from, by name: numbers and words; shares are 0 to 1, times in seconds
 * @param clearedAt when it was over; null: it stands
 * @param acknowledgedBy the name of the supervisor who has seen it; null: nobody yet
 */
public record Alert(long id, AlertKind kind, String subject, String name, Map<String, Object> figures,
        Instant raisedAt, @Nullable Instant clearedAt, @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {
    public Alert {
        figures = Map.copyOf(figures);
    }

    /** The same, seen by somebody. The first one is kept. */
    Alert acknowledged(Instant at, String by) {
        return acknowledgedAt != null
                ? this
                : new Alert(id, kind, subject, name, figures, raisedAt, clearedAt, at, by);
    }

    /** The same with what it would be decided from now. */
    Alert now(Map<String, Object> latest) {
        return new Alert(id, kind, subject, name, latest, raisedAt, clearedAt, acknowledgedAt, acknowledgedBy);
    }
}
