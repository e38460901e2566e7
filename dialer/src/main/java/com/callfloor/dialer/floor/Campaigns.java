package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;

/**
 * The campaigns that share the floor's agents, by priority, and until when each has no case to call. Confined to the floor's
 * thread.
 */
final class Campaigns {
    private final Map<String, Campaign> byId = new LinkedHashMap<>();
    private final boolean rungPerCall;
    private final Map<String, Instant> nothingDueUntil = new HashMap<>();

    /** @param rungPerCall whether agents are rung for each call */
    Campaigns(List<Campaign> byPriority, boolean rungPerCall) {
        this.rungPerCall = rungPerCall;
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

    /** False if there is none of this id. */
    boolean limits(String id, CampaignLimits limits) {
        return byId.computeIfPresent(id, (same, campaign) -> campaign.within(limits)) != null;
    }

    /** False unless each campaign stands there once. */
    boolean order(List<String> ids) {
        if (ids.size() != byId.size() || !Set.copyOf(ids).equals(byId.keySet())) {
            return false;
        }
        List<Campaign> ordered = ids.stream().map(byId::get).toList();
        byId.clear();
        ordered.forEach(campaign -> byId.put(campaign.id(), campaign));
        return true;
    }

    Optional<Campaign> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A case of a campaign that the configuration names no more is called by nobody. */
    boolean paused(String id) {
        Campaign campaign = byId.get(id);
        return campaign == null || campaign.mode() == CampaignMode.PAUSED;
    }

    /** Only the debtor can say how satisfied the debtor is. */
    boolean asksSatisfaction(OpenCall call) {
        Campaign campaign = byId.get(call.campaign());
        return campaign != null && campaign.asksSatisfaction() && call.purpose == Purpose.COLLECTION;
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
     * Whether each free agent is given a case of its own before it is called: to look at, or because the agent's phone
     * comes first.
     */
    boolean givesCases(Campaign campaign) {
        return campaign.mode() == CampaignMode.PREVIEW
                || (rungPerCall && campaign.mode() == CampaignMode.PROGRESSIVE);
    }

    Set<String> givingCases() {
        return byId.values()
                .stream()
                .filter(this::givesCases)
                .map(Campaign::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether more debtors may be called than agents are free: whoever is to take one must be on the line already. */
    boolean dialsAhead() {
        return !in(Set.of(CampaignMode.RATIO, CampaignMode.PREDICTIVE)).isEmpty();
    }

    /**
     * Whose cases free agents are given next: the first that gives any, unless one before it has cases to dial itself.
     *
     * @param hasRoom whether a campaign's own limits let one more call begin
     */
    Optional<Campaign> shown(Instant now, Predicate<Campaign> hasRoom) {
        for (Campaign campaign : byId.values()) {
            boolean due = !nothingDue(campaign.id(), now) && hasRoom.test(campaign);
            if (givesCases(campaign) && due) {
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
