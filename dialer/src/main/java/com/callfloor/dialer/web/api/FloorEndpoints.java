package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.live.LiveSettings;
import com.callfloor.dialer.supervision.live.Setting.Subject;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.ChangeJson;
import com.callfloor.dialer.web.json.FloorJson;
import com.callfloor.dialer.web.json.TrunkJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The floor as a whole, and its campaigns. */
public final class FloorEndpoints {
    private final FloorWatch watch;
    private final LiveSettings settings;
    private final FloorDesk desk;

    public FloorEndpoints(FloorWatch watch, LiveSettings settings, FloorDesk desk) {
        this.watch = watch;
        this.settings = settings;
        this.desk = desk;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.FLOOR, this::floor)
                .on(Operation.TRUNKS, this::trunks)
                .on(Operation.CAMPAIGNS, this::campaigns);
    }

    private Future<Reply> floor(Exchange exchange) {
        FloorSnapshot floor = watch.current();
        boolean agent = exchange.caller().user().role() == Role.AGENT;
        return Future.succeededFuture(Reply.ok(agent ? FloorJson.base(floor) : FloorJson.whole(floor)));
    }

    private Future<Reply> trunks(Exchange exchange) {
        Page<String> page = Page.of(exchange.query(Set.of("limit", "after")), Optional::of);
        return desk.see(watch.trunks()).map(all -> {
            List<TrunkView> rest = page.after().isEmpty()
                    ? all
                    : all.stream().dropWhile(view -> !view.trunk().name().equals(page.after().get())).skip(1).toList();
            return Reply.ok(page.list(rest, view -> trunk(view, settings), view -> view.trunk().name()));
        });
    }

    private Future<Reply> campaigns(Exchange exchange) {
        Page<String> page = Page.of(exchange.query(Set.of("limit", "after")), Optional::of);
        List<Campaign> all = watch.current().campaigns();
        List<Campaign> rest = page.after().isEmpty()
                ? all
                : all.stream().dropWhile(campaign -> !campaign.id().equals(page.after().get())).skip(1).toList();
        return Future.succeededFuture(Reply.ok(page.list(rest, campaign -> campaign(campaign, settings), Campaign::id)
                .put("changed", ChangeJson.deviations(settings.deviations(Subject.FLOOR, "")))));
    }

    /** A campaign, and what of it is not as the files say. */
    static JsonObject campaign(Campaign campaign, LiveSettings settings) {
        return FloorJson.campaign(campaign)
                .put("abandon_cap", settings.files().abandonCap())
                .put("highest_abandon_target", settings.files().highestTarget())
                .put("changed", ChangeJson.deviations(settings.deviations(Subject.CAMPAIGN, campaign.id())));
    }

    /** A trunk, and what of it is not as the files say. */
    static JsonObject trunk(TrunkView view, LiveSettings settings) {
        return TrunkJson.trunk(view)
                .put("changed", ChangeJson.deviations(settings.deviations(Subject.TRUNK, view.trunk().name())));
    }
}
