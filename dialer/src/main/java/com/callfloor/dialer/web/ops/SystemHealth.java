package com.callfloor.dialer.web.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.HealthJson;
import com.callfloor.dialer.web.ops.HealthProbe.Reading;
import com.callfloor.dialer.web.ops.HealthProbe.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Everything that the floor hangs on, at one look, for its administrators. */
public final class SystemHealth {
    private final List<HealthProbe> probes;
    private final String version;
    private final Instant startedAt;
    private final InstantSource clock;
    private final Blocking blocking;

    /** Made once; {@code clock} and {@code startedAt}: real time; {@code version}: of this build. */
    public SystemHealth(List<HealthProbe> probes, String version, Instant startedAt, InstantSource clock,
            Blocking blocking) {
        this.probes = List.copyOf(probes);
        this.version = version;
        this.startedAt = startedAt;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.SYSTEM_HEALTH, this::show);
    }

    /** Asked at once, each by itself: one that hangs is down, and keeps nobody from seeing the others. */
    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        List<Future<JsonObject>> asked = new ArrayList<>();
        List<Future<Reading>> readings = new ArrayList<>();
        for (HealthProbe probe : probes) {
            Future<Reading> reading = blocking.call("This part", probe.ask())
                    .otherwise(failure -> new Reading(State.DOWN,
                            Map.of("reason", String.valueOf(failure.getMessage()), "reason_zh",
                                    "没有正常应答：" + failure.getMessage())));
            readings.add(reading);
            asked.add(reading.map(known -> HealthJson.part(probe.name(), known)));
        }
        return Future.all(asked).map(all -> {
            State worst = readings.stream()
                    .map(reading -> reading.result().state())
                    .max(Comparator.naturalOrder())
                    .orElse(State.WELL);
            JsonArray parts = new JsonArray();
            asked.forEach(part -> parts.add(part.result()));
            return Reply.ok(HealthJson.whole(worst, clock.instant(), startedAt, version, parts));
        });
    }
}
