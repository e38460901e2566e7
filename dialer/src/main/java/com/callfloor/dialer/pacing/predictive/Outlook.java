package com.callfloor.dialer.pacing.predictive;

import java.util.Map;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.words.Words;

/** The floor as it will be at each of the moments at which one more call may be answered. */
final class Outlook {
    private static final int MOMENTS = 4;
    /** Up to so many ringing calls and busy agents the chances are worked out exactly. */
    private static final int EXACT_UP_TO = 70;

    private final FloorPicture floor;
    private final CampaignForecast own;
    private final int free;
    private final double rate;
    private final double[] moments = new double[MOMENTS];
    private final double[] answers = new double[MOMENTS];
    private final double[] agents = new double[MOMENTS];
    private final Shortfall[] shortfalls = new Shortfall[MOMENTS];

    /**
     * @param own the forecast of the campaign that would place the call
     * @param all by campaign, of every call and agent on the floor
     * @param patience seconds
     */
    Outlook(FloorPicture floor, CampaignForecast own, Map<String, CampaignForecast> all, double patience) {
        this.floor = floor;
        this.own = own;
        free = floor.free() - floor.waiting();
        rate = own.rate(floor.now());
        boolean exact = floor.ringing().size() + floor.busy().size() <= EXACT_UP_TO;
        for (int i = 0; i < MOMENTS; i++) {
            moments[i] = own.ringQuantile((i + 0.5) / MOMENTS);
            shortfalls[i] = exact
                    ? new Shortfall.Exact(floor.busy().size(), floor.ringing().size())
                    : new Shortfall.Approximate(own.doubt(floor.now()));
        }
        for (BusyAgent agent : floor.busy()) {
            CampaignForecast its = forecast(agent.campaign(), all);
            double age = its.age(agent.since(), floor.now());
            for (int i = 0; i < MOMENTS; i++) {
                double free = its.freeWithin(moments[i] + patience, agent, age);
                agents[i] += free;
                shortfalls[i].addAgent(free);
            }
        }
        for (RingingCall call : floor.ringing()) {
            CampaignForecast its = forecast(call.campaign(), all);
            double itsRate = its == own ? rate : its.rate(floor.now());
            double age = its.age(call.dialedAt(), floor.now());
            for (int i = 0; i < MOMENTS; i++) {
                double answered = its.answersWithin(moments[i], age, itsRate, call.lift());
                answers[i] += answered;
                shortfalls[i].addCall(answered);
            }
        }
    }

    private CampaignForecast forecast(String campaign, Map<String, CampaignForecast> all) {
        CampaignForecast found = own.is(campaign) ? own : all.get(campaign);
        if (found == null) {
            throw new IllegalArgumentException("no forecast of campaign " + campaign);
        }
        return found;
    }

    /**
     * A call that has an agent of its own is always placed.
     *
     * @param price up to which chance of finding no agent another one is placed; negative if the allowance is used up
     */
    Pace pace(double price) {
        int most = 2 * floor.agents() + 20;
        int withTheirOwnAgent = Math.max(0, free - floor.ringing().size());
        int lines = 0;
        while (lines < most && (lines < withTheirOwnAgent || risk() <= price)) {
            double lift = floor.nextLifts().applyAsDouble(lines);
            for (int i = 0; i < MOMENTS; i++) {
                shortfalls[i].addCall(own.freshAnswersWithin(moments[i], rate, lift));
            }
            lines++;
        }
        return Pace.of(() -> price < 0 ? usedUp() : inWords(), lines, floor.room());
    }

    /** The chance that one more call, if answered, finds no agent. */
    private double risk() {
        double sum = 0;
        for (Shortfall shortfall : shortfalls) {
            sum += shortfall.reaches(free);
        }
        return sum / MOMENTS;
    }

    private Words inWords() {
        int later = MOMENTS / 2;
        return Words.of(
                "%1$d calls ringing, %2$.1f expected to answer within %3$.0f s, %4$.1f agents free by then",
                "%1$d 通振铃中，预计 %3$.0f 秒内 %2$.1f 通被接听，届时 %4$.1f 名坐席空闲",
                floor.ringing().size(), answers[later], moments[later], free + agents[later]);
    }

    private Words usedUp() {
        return Words.of("the allowance of abandoned calls is used up, so only calls with an agent of their own: %1$d"
                + " agents free, %2$d calls ringing", "呼损额度已用完，只拨有坐席对应的电话：%1$d 名坐席空闲，%2$d 通振铃中", free,
                floor.ringing().size());
    }
}
