package com.callfloor.dialer.floor;

import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.pacing.Turns.Room;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.words.Words;

/**
 * How many more calls each campaign's own limits let begin. What is under way goes on, however low a limit is set. Confined to
 * the floor's thread.
 */
final class CampaignLines {
    private final OpenCalls calls;
    private final Campaigns campaigns;
    private final Map<AttemptId, String> reserving;

    /** @param reserving attempts that the database is asked for, and for which campaign */
    CampaignLines(OpenCalls calls, Campaigns campaigns, Map<AttemptId, String> reserving) {
        this.calls = calls;
        this.campaigns = campaigns;
        this.reserving = reserving;
    }

    Room room(Campaign campaign) {
        Integer lines = campaign.limits().lines();
        Integer ringing = campaign.limits().ringing();
        if (lines == null && ringing == null) {
            return Room.ANY;
        }
        int asked = (int) reserving.values().stream().filter(campaign.id()::equals).count();
        int byLines = lines == null ? Integer.MAX_VALUE : Math.max(0, lines - all(campaign.id()) - asked);
        int byRinging = ringing == null ? Integer.MAX_VALUE : Math.max(0, ringing - ringing(campaign.id()) - asked);
        return byLines <= byRinging
                ? new Room(byLines, () -> linesReached(campaign))
                : new Room(byRinging, () -> ringingReached(campaign));
    }

    boolean hasRoom(Campaign campaign) {
        return room(campaign).calls() > 0;
    }

    /** Why this call, which is among the open ones already, is one too many; empty if it is not. */
    Optional<Words> exceededBy(OpenCall call) {
        return campaigns.find(call.campaign()).flatMap(campaign -> {
            Integer lines = campaign.limits().lines();
            Integer ringing = campaign.limits().ringing();
            if (lines != null && all(campaign.id()) > lines) {
                return Optional.of(linesReached(campaign));
            }
            return ringing != null && ringing(campaign.id()) > ringing
                    ? Optional.of(ringingReached(campaign))
                    : Optional.empty();
        });
    }

    /** Why no call of this campaign may begin now, if its own limits forbid it. */
    Optional<Words> full(String campaignId) {
        return campaigns.find(campaignId)
                .map(this::room)
                .filter(room -> room.calls() == 0)
                .map(room -> room.because().get());
    }

    private static Words linesReached(Campaign campaign) {
        return Words.of("the campaign's own limit is %s calls at once", "活动自身上限为同时 %s 通",
                String.valueOf(campaign.limits().lines()));
    }

    private static Words ringingReached(Campaign campaign) {
        return Words.of("the campaign's own limit is %s ringing calls at once", "活动自身上限为同时振铃 %s 通",
                String.valueOf(campaign.limits().ringing()));
    }

    /** Calls that hold a line, from the reservation on. */
    int all(String campaign) {
        return (int) calls.all().stream().filter(call -> call.campaign().equals(campaign)).count();
    }

    /** Calls that nobody has answered yet. */
    int ringing(String campaign) {
        return (int) calls.all().stream().filter(call -> call.campaign().equals(campaign) && unanswered(call)).count();
    }

    private static boolean unanswered(OpenCall call) {
        return switch (call.state()) {
            case CallState.Reserved reserved -> true;
            case CallState.Dialing dialing -> true;
            case CallState.Ringing ringing -> true;
            default -> false;
        };
    }
}
