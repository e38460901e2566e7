package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.Activity;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;

/** The floor as pacing looks at it. Confined to the floor's thread. */
final class Outline {
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Campaigns campaigns;

    Outline(OpenCalls calls, AgentDesks desks, Campaigns campaigns) {
        this.calls = calls;
        this.desks = desks;
        this.campaigns = campaigns;
    }

    /**
     * @param reserving attempts that the database is asked for, and for which campaign: they count as if they rang already
     * @param room how many more calls the trunks can take
     */
    FloorPicture of(Instant now, Map<AttemptId, String> reserving, int room) {
        Set<AttemptId> held = desks.held();
        List<RingingCall> ringing = new ArrayList<>();
        int waiting = 0;
        for (OpenCall call : calls.all()) {
            if (!held.contains(call.id)) {
                switch (call.state()) {
                    case CallState.Reserved reserved -> ringing.add(ringing(call, now));
                    case CallState.Dialing dialing -> ringing.add(ringing(call, now));
                    case CallState.Ringing rings -> ringing.add(ringing(call, now));
                    // Most likely a person, who will need an agent in a moment.
                    case CallState.Detecting detecting -> waiting++;
                    case CallState.Waiting waits -> waiting++;
                    case CallState.OnMachine machine -> {
                    }
                    case CallState.Connecting connecting -> {
                    }
                    case CallState.Connected connected -> {
                    }
                    case CallState.AgentLost lost -> {
                    }
                    case CallState.Held onHold -> {
                    }
                    case CallState.Asking asking -> {
                    }
                    case CallState.Outside outside -> {
                    }
                    case CallState.PlayingMessage message -> {
                    }
                    case CallState.Closed closed -> {
                    }
                }
            }
        }
        reserving.forEach((id, campaign) -> {
            if (!held.contains(id)) {
                ringing.add(new RingingCall(campaign, now, 1));
            }
        });
        return new FloorPicture(now, desks.available(), held.size(), busy(), waiting, ringing, room,
                FloorPicture.ALL_ALIKE);
    }

    private RingingCall ringing(OpenCall call, Instant now) {
        return new RingingCall(call.campaign(), call.dialedAt().orElse(now), call.lift);
    }

    private List<BusyAgent> busy() {
        List<BusyAgent> busy = new ArrayList<>();
        for (AgentDesk desk : desks.all()) {
            boolean leaves = desk.next().isPresent();
            String campaign = desk.campaign().orElseGet(() -> campaigns.all().getFirst().id());
            switch (desk.state()) {
                case AgentState.OnCall onCall ->
                    busy.add(new BusyAgent(campaign, Activity.TALK, onCall.since(), leaves));
                case AgentState.WrapUp wrapUp ->
                    busy.add(new BusyAgent(campaign, Activity.WRAP_UP, wrapUp.since(), leaves));
                case AgentState.Ready ready -> {
                }
                case AgentState.OnBreak away -> {
                }
                case AgentState.SignedOut out -> {
                }
            }
        }
        return busy;
    }
}
