package com.callfloor.dialer.floor;

import java.time.Clock;
import java.util.List;

import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.trunks.TrunkLimits;
import com.callfloor.dialer.trunks.Trunks;
import com.callfloor.dialer.words.Words;

/**
 * Campaigns and trunks changed while the floor runs. What is under way goes on: a change is felt by the next call. Confined to
 * the floor's thread.
 */
final class Tuning {
    private static final FloorReply NO_SUCH_CAMPAIGN = new Refused(Refusal.NO_SUCH_CAMPAIGN,
            new Words("there is no campaign of this id", "没有这个活动"));

    private final Clock clock;
    private final Campaigns campaigns;
    private final Trunks trunks;
    private final Pacer pacer;
    private final Showing showing;

    Tuning(Clock clock, Campaigns campaigns, Trunks trunks, Pacer pacer, Showing showing) {
        this.clock = clock;
        this.campaigns = campaigns;
        this.trunks = trunks;
        this.pacer = pacer;
        this.showing = showing;
    }

    FloorReply mode(String campaign, CampaignMode mode) {
        return campaigns.mode(campaign, mode) ? changed() : NO_SUCH_CAMPAIGN;
    }

    FloorReply limits(String campaign, CampaignLimits limits) {
        if (!campaigns.limits(campaign, limits)) {
            return NO_SUCH_CAMPAIGN;
        }
        pacer.target(campaign, limits.abandonTarget(), clock.instant());
        return changed();
    }

    FloorReply order(List<String> ids) {
        return campaigns.order(ids)
                ? changed()
                : new Refused(Refusal.NO_SUCH_CAMPAIGN,
                        new Words("each campaign must stand in the order once", "每个活动须在次序中出现且只出现一次"));
    }

    FloorReply trunkLimits(String trunk, TrunkLimits limits) {
        return trunks.limit(trunk, limits, clock.instant())
                ? changed()
                : new Refused(Refusal.NO_SUCH_TRUNK, new Words("there is no trunk of this name", "没有这条线路"));
    }

    private FloorReply changed() {
        showing.settingsChanged();
        return new FloorReply.Accepted();
    }
}
