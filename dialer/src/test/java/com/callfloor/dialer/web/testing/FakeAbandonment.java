package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.Abandonment;

/** The abandonment of the one campaign that there is. */
public final class FakeAbandonment implements Abandonment.Report {
    public final List<Abandonment.Slice> slices = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Abandonment> of(String campaign, Instant now) {
        return campaign.equals("main")
                ? Optional.of(Abandonment.of(slices, ZoneOffset.UTC, 0.02))
                : Optional.empty();
    }
}
