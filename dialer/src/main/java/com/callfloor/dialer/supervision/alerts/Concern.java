package com.callfloor.dialer.supervision.alerts;

import java.util.Map;

/**
 * What there is to say about one subject now.
 *
 * @param bad enough to warn of it; else it is not fine again yet: whatever stands goes on standing
 */
public record Concern(AlertKind kind, String subject, String name, boolean bad, Map<String, Object> figures) {
    public Concern {
        figures = Map.copyOf(figures);
    }

    boolean isOf(Alert alert) {
        return kind == alert.kind() && subject.equals(alert.subject());
    }
}
