package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.PacingEvent;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;
import com.callfloor.dialer.pacing.Turns;
import com.callfloor.dialer.pacing.Turns.Room;
import com.callfloor.dialer.pacing.Turns.Turn;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Asks each campaign's way of pacing how many calls to place, by priority, and tells every way what happens: one that is
 * chosen later has learned by then. Confined to the floor's thread.
 */
final class Pacer {
    private final Map<CampaignMode, Pacing> ways;
    private final double falsePositives;
    private final Campaigns campaigns;

    /** What one campaign should place now. */
    record Wanted(Campaign campaign, Pace pace) {}

    /**
     * @param ways for each mode that places calls
     * @param falsePositives of the people whom machine detection listens to, those it takes for machines
     */
    Pacer(Map<CampaignMode, Pacing> ways, double falsePositives, Campaigns campaigns) {
        this.ways = ways;
        this.falsePositives = falsePositives;
        this.campaigns = campaigns;
    }

    /**
     * In the order of their priority, each in view of what those before it place.
     *
     * @param rooms what each campaign's own limits leave
     */
    List<Wanted> pace(FloorPicture floor, Function<Campaign, Room> rooms) {
        List<Campaign> all = campaigns.all();
        List<Turn> turns = new ArrayList<>();
        all.forEach(campaign -> turns.add(new Turn(campaign.id(), wayOf(campaign, floor), FloorPicture.ALL_ALIKE,
                rooms.apply(campaign))));
        List<Pace> paces = Turns.pace(floor, turns);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            wanted.add(new Wanted(all.get(i), paces.get(i)));
        }
        return List.copyOf(wanted);
    }

    private Pacing wayOf(Campaign campaign, FloorPicture floor) {
        if (campaigns.nothingDue(campaign.id(), floor.now())) {
            return (picture, id) -> Pace.none(() -> new Words("no case may be called now", "现在没有可拨打的案件"));
        }
        Pacing way = ways.get(campaign.mode());
        return way == null || campaigns.givesCases(campaign)
                ? (picture, id) -> Pace.none(() -> whyNone(campaign.mode()))
                : way;
    }

    private static Words whyNone(CampaignMode mode) {
        return switch (mode) {
            case MANUAL -> new Words("agents choose whom to call", "由坐席选择拨打对象");
            case PREVIEW -> new Words("each free agent looks at a case before it is called",
                    "每名空闲坐席先查看案件再拨打");
            case PAUSED -> new Words("the campaign is paused", "活动已暂停");
            case PROGRESSIVE -> new Words(
                    "each free agent's phone is rung for a case, which is called once it is picked up",
                    "先呼叫空闲坐席的话机，接起后再拨打案件");
            case RATIO, PREDICTIVE -> Words.of("mode %s places no calls", "模式 %s 不自动拨打", mode.code());
        };
    }

    /** For the wallboard. */
    static Words why(List<Wanted> wanted) {
        return wanted.size() == 1
                ? wanted.getFirst().pace().words()
                : wanted.stream()
                        .map(each -> Words.same(each.campaign().name())
                                .then(new Words(": ", "："))
                                .then(each.pace().words()))
                        .reduce(Words::and)
                        .orElseThrow();
    }

    /** A campaign may abandon so much from now on; null: as the floor's configuration says. */
    void target(String campaign, @Nullable Double share, Instant at) {
        tell(new PacingEvent.TargetChanged(at, campaign, share));
    }

    void dialed(OpenCall call, Instant at) {
        if (call.dialedAt().isEmpty()) {
            call.markDialed(at);
            tell(new PacingEvent.Dialed(at, call.campaign(), call.lift));
        }
    }

    /** By a person, as far as anybody knows. */
    void answered(OpenCall call, Instant at) {
        ringingEnded(call, call.answeredAt().orElse(at), RingEnd.ANSWERED);
    }

    /** Machine detection let a call pass: by {@link Abandonment}, for so many who pass there is one who does not. */
    void passed(OpenCall call, Instant at) {
        if (falsePositives > 0) {
            tell(new PacingEvent.TakenForMachine(at, call.campaign(), falsePositives / (1 - falsePositives)));
        }
    }

    void machine(OpenCall call, Instant at) {
        ringingEnded(call, call.answeredAt().orElse(at), RingEnd.UNANSWERED);
    }

    void connected(OpenCall call, Instant at) {
        settle(call, at, false);
    }

    void abandoned(OpenCall call, Instant at) {
        settle(call, at, true);
    }

    void closed(OpenCall call, Outcome outcome, Instant at) {
        if (call.connectedAt().isPresent()) {
            if (call.talkEndedAt().isEmpty()) {
                talkEnded(call, at);
            }
        } else if (outcome == Outcome.ABANDONED) {
            answered(call, at);
            settle(call, at, true);
        } else {
            ringingEnded(call, at, RingEnd.UNANSWERED);
        }
    }

    void talkEnded(OpenCall call, Instant at) {
        tell(new PacingEvent.TalkEnded(at, call.campaign(), between(call.connectedAt().orElse(at), at)));
    }

    void agentLeaves(AgentDesk desk, Instant at) {
        if (desk.state() instanceof AgentState.WrapUp wrapUp) {
            desk.campaign()
                    .ifPresent(id -> tell(new PacingEvent.WrapUpEnded(at, id, between(wrapUp.since(), at))));
        }
    }

    private void ringingEnded(OpenCall call, Instant at, RingEnd how) {
        call.dialedAt()
                .filter(dialed -> call.markRingingOver())
                .ifPresent(dialed -> tell(new PacingEvent.RingingEnded(at, call.campaign(), between(dialed, at), how)));
    }

    /** The first word counts: the PBX may join somebody whose message had begun. */
    private void settle(OpenCall call, Instant at, boolean abandoned) {
        if (call.markSettled()) {
            tell(new PacingEvent.Settled(at, call.campaign(), abandoned));
        }
    }

    private void tell(PacingEvent event) {
        ways.values().forEach(way -> way.hear(event));
    }

    private static Duration between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
