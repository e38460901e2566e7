package com.callfloor.dialer.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.live.LiveSettings;
import com.callfloor.dialer.supervision.why.CaseTally;
import com.callfloor.dialer.supervision.why.CaseTallyBook;
import com.callfloor.dialer.supervision.why.WhyDialing;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.WhyJson;
import io.vertx.core.Future;

/** Why a campaign's calls are as many as they are, or none at all. */
public final class WhyEndpoint {
    /** A million cases take tenths of a second to count, and every wallboard asks. */
    private static final Duration COUNTED_AFRESH_AFTER = Duration.ofSeconds(5);

    private final FloorWatch watch;
    private final FloorDesk desk;
    private final LiveSettings settings;
    private final CaseTallyBook cases;
    private final Abandonment.Report abandonment;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Blocking blocking;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    private record Counted(Instant at, CaseTally tally, Optional<Abandonment> abandoned) {}

    /** {@code clock}: the floor's; {@code zone}: the one that its instants are told in. */
    public WhyEndpoint(FloorWatch watch, FloorDesk desk, LiveSettings settings, CaseTallyBook cases,
            Abandonment.Report abandonment, InstantSource clock, ZoneId zone, Blocking blocking) {
        this.watch = watch;
        this.desk = desk;
        this.settings = settings;
        this.cases = cases;
        this.abandonment = abandonment;
        this.clock = clock;
        this.zone = zone;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CAMPAIGN_DIALING, this::dialing);
    }

    private Future<Reply> dialing(Exchange exchange) {
        String id = exchange.id();
        if (watch.current().campaigns().stream().noneMatch(campaign -> campaign.id().equals(id))) {
            throw Problems.notFound(Thing.CAMPAIGN);
        }
        // The answer is needed most while the database is away.
        return blocking.call("The books", () -> Optional.of(count(id)))
                .otherwise(Optional.empty())
                .compose(counts -> desk.see(watch.dialing(id)).map(view -> {
                    var found = view.orElseThrow(() -> Problems.notFound(Thing.CAMPAIGN));
                    return Reply.ok(WhyJson.why(WhyDialing.of(new WhyDialing.Facts(found, watch.current().agents(),
                            counts.map(Counted::tally), counts.flatMap(Counted::abandoned),
                            target(found.campaign()), clock.instant(), zone)), counts.map(Counted::at)));
                }));
    }

    private double target(Campaign campaign) {
        Double own = campaign.limits().abandonTarget();
        return own == null ? settings.files().abandonCap() : own;
    }

    /** Whoever comes while the cases are being counted waits for that count. */
    private Counted count(String id) {
        return counted.compute(id, (same, before) -> {
            Instant now = clock.instant();
            boolean fresh = before != null
                    && Duration.between(before.at(), now).abs().compareTo(COUNTED_AFRESH_AFTER) < 0;
            return fresh ? before : new Counted(now, cases.count(id, now), abandonment.of(id, now));
        });
    }
}
