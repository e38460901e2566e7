package com.callfloor.dialer.web.json;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.callfloor.dialer.web.ops.HealthProbe.Reading;
import com.callfloor.dialer.web.ops.HealthProbe.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How the floor's parts are. */
public final class HealthJson {
    private HealthJson() {}

    public static JsonObject part(String name, Reading reading) {
        var figures = new JsonObject();
        reading.figures()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        return new JsonObject().put("name", name).put("state", code(reading.state())).put("figures", figures);
    }

    public static JsonObject whole(State worst, Instant at, Instant startedAt, String version, JsonArray parts) {
        return new JsonObject().put("state", code(worst))
                .put("at", Times.text(at))
                .put("started_at", Times.text(startedAt))
                .put("version", version)
                .put("java", Runtime.version().toString())
                .put("parts", parts);
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
