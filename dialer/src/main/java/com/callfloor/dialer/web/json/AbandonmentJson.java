package com.callfloor.dialer.web.json;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.Abandonment.Count;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A campaign's abandonment. */
public final class AbandonmentJson {
    private AbandonmentJson() {}

    public static JsonObject of(String campaign, Abandonment abandonment) {
        JsonArray days = new JsonArray();
        abandonment.days().forEach(day -> days.add(count(day.count()).put("date", day.date().toString())));
        return new JsonObject().put("campaign", campaign)
                .put("last_24_hours", count(abandonment.last24Hours()))
                .put("last_30_days", count(abandonment.last30Days()))
                .put("worst_hour", abandonment.worstHour()
                        .map(hour -> count(hour.count()).put("from", Times.text(hour.from())))
                        .orElse(null))
                .put("days", days)
                .put("machine_false_positive_rate", abandonment.falsePositiveRate());
    }

    private static JsonObject count(Count count) {
        return new JsonObject().put("answered", count.answered())
                .put("connected", count.connected())
                .put("abandoned", count.abandoned())
                .put("machines", count.machines())
                .put("machine_false_positives", count.falsePositives())
                .put("rate", count.rate());
    }
}
