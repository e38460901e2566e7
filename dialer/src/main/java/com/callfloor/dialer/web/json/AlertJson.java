package com.callfloor.dialer.web.json;

import com.callfloor.dialer.supervision.alerts.Alert;
import io.vertx.core.json.JsonObject;

/** What the wall warns of. */
public final class AlertJson {
    private AlertJson() {}

    public static JsonObject alert(Alert alert) {
        JsonObject figures = new JsonObject();
        alert.figures().forEach(figures::put);
        return new JsonObject().put("id", alert.id())
                .put("kind", alert.kind().code())
                .put("subject", alert.subject())
                .put("name", alert.name())
                .put("figures", figures)
                .put("raised_at", Times.text(alert.raisedAt()))
                .put("cleared_at", Times.textOrNull(alert.clearedAt()))
                .put("acknowledged_at", Times.textOrNull(alert.acknowledgedAt()))
                .put("acknowledged_by", alert.acknowledgedBy());
    }
}
