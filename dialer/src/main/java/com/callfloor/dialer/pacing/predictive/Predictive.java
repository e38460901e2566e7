package com.callfloor.dialer.pacing.predictive;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.PacingEvent;

/**
 * Dials one more call as long as the chance that it, if a person answers it, finds no agent within the patience is no
 * higher than a price, which the campaign's {@link Budget} moves so that its abandonment holds the target.
 *
 * <p>If answered, the call is answered after a time that is drawn from the campaign's ring times. At four equally likely
 * such times: how many of the calls that ring now are answered before, and how many of the busy agents are free by then
 * or within the patience after it.
 */
public final class Predictive implements Pacing {
    /** Time for the PBX to join the two. */
    private static final double JOIN = 0.05;

    private final double patience;
    private final AbandonmentCap cap;
    private final Map<String, CampaignForecast> forecasts = new HashMap<>();
    private final Map<String, Budget> budgets = new HashMap<>();
    private int agents = 1;

    /**
     * @param patience how long an answered debtor waits for an agent
     * @param cap of each campaign
     */
    public Predictive(Duration patience, AbandonmentCap cap) {
        this.patience = patience.toMillis() / 1e3 - JOIN;
        this.cap = cap;
    }

    /** Counts calls that were answered before this start, in the order of time. */
    public void answeredBefore(Instant at, String campaign, int answered, int abandoned) {
        budget(campaign).count(at, answered, abandoned);
    }

    @Override
    public void hear(PacingEvent event) {
        forecasts.computeIfAbsent(event.campaign(), name -> new CampaignForecast(name, event.at())).hear(event);
        switch (event) {
            case PacingEvent.Settled settled ->
                budget(event.campaign()).settled(event.at(), settled.abandoned(), agents);
            case PacingEvent.TakenForMachine machine ->
                budget(event.campaign()).count(event.at(), machine.people(), machine.people());
            case PacingEvent.TargetChanged target -> budget(event.campaign())
                    .under(target.share() == null ? cap : cap.loweredTo(target.share()));
            default -> {
            }
        }
    }

    @Override
    public Pace pace(FloorPicture floor, String campaign) {
        agents = Math.max(1, floor.agents());
        CampaignForecast own = forecast(campaign, floor);
        floor.ringing().forEach(call -> forecast(call.campaign(), floor));
        floor.busy().forEach(agent -> forecast(agent.campaign(), floor));
        forecasts.values().forEach(forecast -> forecast.catchUp(floor));
        double price = budget(campaign).price(floor.now(), floor.waiting(), agents);
        return new Outlook(floor, own, forecasts, patience).pace(price);
    }

    private CampaignForecast forecast(String campaign, FloorPicture floor) {
        return forecasts.computeIfAbsent(campaign, name -> new CampaignForecast(name, floor.now()));
    }

    private Budget budget(String campaign) {
        return budgets.computeIfAbsent(campaign, name -> new Budget(cap));
    }
}
