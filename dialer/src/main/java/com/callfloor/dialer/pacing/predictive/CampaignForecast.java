package com.callfloor.dialer.pacing.predictive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.Activity;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import com.callfloor.dialer.pacing.PacingEvent;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;

/** What one campaign's calls have taught, from that campaign alone and from safe priors. */
final class CampaignForecast {
    private static final double TICK = 1;
    private static final double LONGEST_RING = RingTimes.LONGEST - 1;
    private static final double FREEING_REBUILT_EVERY = 60;
    private static final double RINGING_REBUILT_EVERY = 5;
    private static final long MANY_CALLS = 2_000;
    /** The first two rounds of ringing: nothing is known of the list yet. */
    private static final double WARM_UP = 65;
    private static final double WARM_UP_RATE = 0.5;
    /** After such a silence, what was known of the list is out of date. */
    private static final double COLD_AFTER = 900;

    private record Placed(double at, double lift) {}

    private final String campaign;
    private final Instant origin;
    private final AnswerRate rate = new AnswerRate();
    private final RingTimes ring = new RingTimes();
    private final FreeingTimes freeing = new FreeingTimes();
    private final Deque<Placed> recent = new ArrayDeque<>();
    private double warmUntil = Double.POSITIVE_INFINITY;
    private double lastDialed = Double.NEGATIVE_INFINITY;
    private double lastTick;
    private double ringRebuiltAt = Double.NEGATIVE_INFINITY;
    private double ringRebuiltWith;
    private double freeingRebuiltAt = Double.NEGATIVE_INFINITY;
    private int newAnswers;

    CampaignForecast(String campaign, Instant origin) {
        this.campaign = campaign;
        this.origin = origin;
    }

    void hear(PacingEvent event) {
        switch (event) {
            case PacingEvent.Dialed dialed -> {
                double at = seconds(dialed.at());
                if (at - lastDialed > COLD_AFTER) {
                    warmUntil = at + WARM_UP;
                }
                lastDialed = at;
                recent.add(new Placed(at, dialed.lift()));
            }
            case PacingEvent.RingingEnded end -> {
                ring.ended(seconds(end.rang()), end.how());
                newAnswers += end.how() == RingEnd.ANSWERED ? 1 : 0;
            }
            case PacingEvent.Settled settled -> {
            }
            case PacingEvent.TakenForMachine machine -> {
            }
            case PacingEvent.TargetChanged target -> {
            }
            case PacingEvent.TalkEnded talk -> freeing.talked(seconds(talk.talked()));
            case PacingEvent.WrapUpEnded wrapUp -> freeing.wrappedUp(seconds(wrapUp.took()));
        }
    }

    /** Learns from the time that has passed. */
    void catchUp(FloorPicture floor) {
        double now = seconds(floor.now());
        if (now - lastTick >= TICK) {
            boolean muchNew = ring.ended() > ringRebuiltWith * 1.02;
            if (muchNew || (ring.ended() < MANY_CALLS && now - ringRebuiltAt >= RINGING_REBUILT_EVERY)) {
                ring.rebuild(own(floor.ringing()).mapToDouble(call -> age(call.dialedAt(), floor.now())).toArray());
                ringRebuiltWith = ring.ended();
                ringRebuiltAt = now;
            }
            observeRate(now, floor.agents());
        }
        if (now - freeingRebuiltAt >= FREEING_REBUILT_EVERY) {
            freeing.rebuild(ages(floor, Activity.TALK), ages(floor, Activity.WRAP_UP));
            freeingRebuiltAt = now;
        }
    }

    /**
     * A call counts as tried in step with the chance that it would have been answered by now, so that bursts of dialing,
     * of which first the engaged, then the answered and last the silent ones end, do not mislead.
     */
    private void observeRate(double now, int agents) {
        while (!recent.isEmpty() && now - recent.getFirst().at() > LONGEST_RING) {
            recent.removeFirst();
        }
        double tried = 0;
        for (Placed call : recent) {
            tried += call.lift() * (ring.answeredBy(now - call.at()) - ring.answeredBy(lastTick - call.at()));
        }
        rate.observe(tried, newAnswers, now - lastTick, agents);
        newAnswers = 0;
        lastTick = now;
    }

    /** The rate to pace by. */
    double rate(Instant now) {
        double cautious = rate.cautious();
        return seconds(now) < warmUntil ? Math.max(cautious, WARM_UP_RATE) : cautious;
    }

    /** The answer rate's variance over its square. */
    double doubt(Instant now) {
        double believed = rate(now);
        return rate.variance() / (believed * believed);
    }

    /** @param age for how many seconds the call has rung; for {@code lift} see {@link FloorPicture.RingingCall} */
    double answersWithin(double seconds, double age, double rate, double lift) {
        return ring.answersWithin(seconds, age, lifted(rate, lift));
    }

    /** The chance that a call placed now is answered within so many seconds. */
    double freshAnswersWithin(double seconds, double rate, double lift) {
        return lifted(rate, lift) * ring.answeredBy(seconds);
    }

    private static double lifted(double rate, double lift) {
        return Math.min(0.98, rate * lift);
    }

    /** @param age for how many seconds the agent has been at it */
    double freeWithin(double seconds, BusyAgent agent, double age) {
        return agent.leaves() ? 0 : freeing.freeWithin(seconds, agent.activity(), age);
    }

    boolean is(String name) {
        return campaign.equals(name);
    }

    /** Seconds. */
    double age(Instant since, Instant now) {
        return seconds(now) - seconds(since);
    }

    double ringQuantile(double share) {
        return ring.quantile(share);
    }

    private Stream<RingingCall> own(List<RingingCall> calls) {
        return calls.stream().filter(call -> call.campaign().equals(campaign));
    }

    private double[] ages(FloorPicture floor, Activity activity) {
        return floor.busy()
                .stream()
                .filter(agent -> agent.activity() == activity && agent.campaign().equals(campaign))
                .mapToDouble(agent -> age(agent.since(), floor.now()))
                .toArray();
    }

    private double seconds(Instant at) {
        return at.getEpochSecond() - origin.getEpochSecond() + (at.getNano() - origin.getNano()) / 1e9;
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / 1e9;
    }
}
