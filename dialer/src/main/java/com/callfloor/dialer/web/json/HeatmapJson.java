package com.callfloor.dialer.web.json;

import java.time.DayOfWeek;
import java.util.SortedMap;

import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.Interval;
import com.callfloor.dialer.effect.Share;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How many calls are answered, by weekday and hour. */
public final class HeatmapJson {
    private static final double CONFIDENCE = 0.95;

    private HeatmapJson() {}

    /** {@code hours}: by {@code MONDAY 09} and the like. Hours without a call are left out. */
    public static JsonObject of(SortedMap<String, Effect> hours) {
        JsonArray items = new JsonArray();
        hours.forEach((hour, effect) -> {
            long attempts = effect.calls().attempts();
            int blank = hour.indexOf(' ');
            if (attempts > 0) {
                Share answered = new Share(effect.calls().answered(), attempts);
                Interval interval = answered.interval(CONFIDENCE);
                items.add(new JsonObject().put("weekday", DayOfWeek.valueOf(hour.substring(0, blank)).getValue())
                        .put("hour", Integer.parseInt(hour.substring(blank + 1)))
                        .put("attempts", attempts)
                        .put("answered", answered.count())
                        .put("answer_rate", answered.rate())
                        .put("low", interval.low())
                        .put("high", interval.high()));
            }
        });
        return new JsonObject().put("items", items).put("next", null);
    }
}
