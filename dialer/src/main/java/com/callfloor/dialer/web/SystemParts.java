package com.callfloor.dialer.web;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.web.ops.HealthProbe;

/** What administrators see of the system; {@code startedAt}: real time. */
public record SystemParts(List<HealthProbe> probes, String version, Instant startedAt) {
    public SystemParts {
        probes = List.copyOf(probes);
    }
}
