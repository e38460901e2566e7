package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;

/**
 * The campaigns that share the floor's agents, by priority, and until when each has no case to call. Confined to the floor's
 * thread.
 */
final class Campaigns {
    private final Map<String, Campaign> byId = new LinkedHashMap<>();
    private final Map<String, Instant> nothingDueUntil = new HashMap<>();

    Campaigns(List<Campaign> byPriority) {
        if (byPriority.isEmpty()) {
            throw new IllegalArgumentException("a floor needs at least one campaign");
        }
        byPriority.forEach(campaign -> {
            if (byId.put(campaign.id(), campaign) != null) {
                throw new IllegalArgumentException("two campaigns have the id " + campaign.id());
            }
        });
    }

    List<Campaign> all() {
        return List.copyOf(byId.values());
    }

    /** False if there is none of this id. */
    boolean mode(String id, CampaignMode mode) {
        return byId.computeIfPresent(id, (same, campaign) -> campaign.with(mode)) != null;
    }

    /** A case of a campaign that the configuration names no more is called by nobody. */
    boolean paused(String id) {
        Campaign campaign = byId.get(id);
        return campaign == null || campaign.mode() == CampaignMode.PAUSED;
    }

    boolean allPaused() {
        return byId.keySet().stream().allMatch(this::paused);
    }

    Set<String> in(Set<CampaignMode> modes) {
        return byId.values()
                .stream()
                .filter(campaign -> modes.contains(campaign.mode()))
                .map(Campaign::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whose cases free agents look at: the first in mode preview, unless one before it has cases that are dialed without
     * a look.
     */
    Optional<Campaign> shown(Instant now) {
        for (Campaign campaign : byId.values()) {
            boolean due = !nothingDue(campaign.id(), now);
            if (campaign.mode() == CampaignMode.PREVIEW && due) {
                return Optional.of(campaign);
            }
            if (campaign.mode().placesCalls() && due) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    void nothingDueUntil(String id, Instant until) {
        nothingDueUntil.put(id, until);
    }

    boolean nothingDue(String id, Instant now) {
        Instant until = nothingDueUntil.get(id);
        return until != null && now.isBefore(until);
    }

    /** New cases came in or an attempt ended: look again at once. */
    void lookAgain() {
        nothingDueUntil.clear();
    }
}
