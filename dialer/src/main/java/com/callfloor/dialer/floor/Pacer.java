package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.PacingEvent;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;
import com.callfloor.dialer.supervision.CampaignMode;

/**
 * Asks the campaign's way of pacing how many calls to place, and tells every way what happens: one that is chosen later
 * has learned by then. Confined to the floor's thread.
 */
final class Pacer {
    private final Map<CampaignMode, Pacing> ways;
    private final double falsePositives;
    private final String campaign;
    private CampaignMode mode;

    /**
     * @param ways for each mode that places calls
     * @param falsePositives of the people whom machine detection listens to, those it takes for machines
     */
    Pacer(Map<CampaignMode, Pacing> ways, double falsePositives, String campaign, CampaignMode mode) {
        this.ways = ways;
        this.falsePositives = falsePositives;
        this.campaign = campaign;
        this.mode = mode;
    }

    void mode(CampaignMode wanted) {
        mode = wanted;
    }

    CampaignMode mode() {
        return mode;
    }

    String campaign() {
        return campaign;
    }

    Pace pace(FloorPicture floor) {
        Pacing way = ways.get(mode);
        return way == null ? new Pace(0, this::whyNone) : way.pace(floor, campaign);
    }

    private String whyNone() {
        return switch (mode) {
            case MANUAL -> "agents choose whom to call";
            case PREVIEW -> "each free agent looks at a case before it is called";
            case PROGRESSIVE, RATIO, PREDICTIVE, PAUSED -> "mode " + mode.code() + " places no calls";
        };
    }

    void dialed(OpenCall call, Instant at) {
        if (call.dialedAt().isEmpty()) {
            call.markDialed(at);
            tell(new PacingEvent.Dialed(at, campaign, call.lift));
        }
    }

    /** By a person, as far as anybody knows. */
    void answered(OpenCall call, Instant at) {
        ringingEnded(call, call.answeredAt().orElse(at), RingEnd.ANSWERED);
    }

    /** Machine detection let a call pass: by {@link Abandonment}, for so many who pass there is one who does not. */
    void passed(Instant at) {
        if (falsePositives > 0) {
            tell(new PacingEvent.TakenForMachine(at, campaign, falsePositives / (1 - falsePositives)));
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
            tell(new PacingEvent.TalkEnded(at, campaign, between(call.connectedAt().get(), at)));
        } else if (outcome == Outcome.ABANDONED) {
            answered(call, at);
            settle(call, at, true);
        } else {
            ringingEnded(call, at, RingEnd.UNANSWERED);
        }
    }

    void agentLeft(AgentState state, Instant at) {
        if (state instanceof AgentState.WrapUp wrapUp) {
            tell(new PacingEvent.WrapUpEnded(at, campaign, between(wrapUp.since(), at)));
        }
    }

    private void ringingEnded(OpenCall call, Instant at, RingEnd how) {
        call.dialedAt()
                .filter(dialed -> call.markRingingOver())
                .ifPresent(dialed -> tell(new PacingEvent.RingingEnded(at, campaign, between(dialed, at), how)));
    }

    /** The first word counts: the PBX may join somebody whose message had begun. */
    private void settle(OpenCall call, Instant at, boolean abandoned) {
        if (call.markSettled()) {
            tell(new PacingEvent.Settled(at, campaign, abandoned));
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
