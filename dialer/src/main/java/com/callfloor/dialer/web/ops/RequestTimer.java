package com.callfloor.dialer.web.ops;

import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.web.access.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;

/** Times requests by operation and status; never by path, whose ids would make a meter each. */
public final class RequestTimer {
    private final MeterRegistry meters;

    public RequestTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Times the request from now to its response's end. */
    public void time(Operation operation, RoutingContext routing) {
        long began = System.nanoTime();
        routing.addEndHandler(end -> Timer.builder("callfloor.http.requests")
                .description("Requests by operation and status")
                .tag("operation", operation.name())
                .tag("status", Integer.toString(routing.response().getStatusCode()))
                .publishPercentileHistogram(false)
                .register(meters)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
    }
}
