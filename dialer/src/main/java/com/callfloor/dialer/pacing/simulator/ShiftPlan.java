package com.callfloor.dialer.pacing.simulator;

import java.time.Duration;

/**
 * A shift to simulate.
 *
 * @param busyShare of all calls, how many are engaged or fail
 * @param patience how long an answered debtor waits for an agent
 * @param trunks lines at most, ringing ones and those of conversations
 * @param callsPerSecond 0 for no limit; bursts of half a second's worth are let through
 * @param breaksPerHour of each agent, ten minutes long
 * @param forecast how much is known beforehand of who will answer: the correlation of what is known with what decides,
 *     from 0 (nothing) to below 1
 */
public record ShiftPlan(int agents, Duration length, AnswerSchedule answers, double busyShare, Duration patience,
        int trunks, double callsPerSecond, double breaksPerHour, double forecast, long seed) {
    public ShiftPlan {
        require(agents >= 1 && agents <= 5_000, "agents", agents, "from 1 to 5000");
        require(length.isPositive(), "the shift's length", length, "above zero");
        require(busyShare >= 0 && busyShare <= 1, "the busy share", busyShare, "from 0 to 1");
        require(!patience.isNegative(), "the patience", patience, "not below zero");
        require(trunks >= 1, "trunks", trunks, "1 or more");
        require(callsPerSecond >= 0, "calls per second", callsPerSecond, "0 (no limit) or more");
        require(breaksPerHour >= 0 && breaksPerHour <= 4, "breaks an hour", breaksPerHour, "from 0 to 4");
        require(forecast >= 0 && forecast < 1, "the forecast's quality", forecast, "0 or more and below 1");
    }

    private static void require(boolean met, String what, Object value, String must) {
        if (!met) {
            throw new IllegalArgumentException(what + ": " + value + "; it must be " + must);
        }
    }
}
