package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.FloorJson;
import com.callfloor.dialer.web.json.TrunkJson;
import io.vertx.core.Future;

/** The floor as a whole, and its campaigns. */
public final class FloorEndpoints {
    private static final List<String> MODES = Stream.of(CampaignMode.values()).map(CampaignMode::code).toList();

    private final FloorWatch watch;
    private final FloorControl control;
    private final FloorDesk desk;

    public FloorEndpoints(FloorWatch watch, FloorControl control, FloorDesk desk) {
        this.watch = watch;
        this.control = control;
        this.desk = desk;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.FLOOR, this::floor)
                .on(Operation.TRUNKS, this::trunks)
                .on(Operation.CAMPAIGNS, this::campaigns)
                .on(Operation.CAMPAIGN_MODE, this::mode);
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
            return Reply.ok(page.list(rest, TrunkJson::trunk, view -> view.trunk().name()));
        });
    }

    private Future<Reply> campaigns(Exchange exchange) {
        Page<String> page = Page.of(exchange.query(Set.of("limit", "after")), Optional::of);
        List<Campaign> all = watch.current().campaigns();
        List<Campaign> rest = page.after().isEmpty()
                ? all
                : all.stream().dropWhile(campaign -> !campaign.id().equals(page.after().get())).skip(1).toList();
        return Future.succeededFuture(Reply.ok(page.list(rest, FloorJson::campaign, Campaign::id)));
    }

    private Future<Reply> mode(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<CampaignMode> mode = body.oneOf("mode", CampaignMode::ofCode, MODES);
        body.check();
        return desk.ask(control.mode(exchange.id(), mode.orElseThrow())).map(done -> {
            Campaign changed = watch.current()
                    .campaigns()
                    .stream()
                    .filter(campaign -> campaign.id().equals(exchange.id()))
                    .findFirst()
                    .orElseThrow(() -> Problems.notFound("campaign with this id"));
            return Reply.ok(FloorJson.campaign(changed));
        });
    }
}
