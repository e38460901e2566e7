package com.callfloor.dialer.pacing.simulator;

/**
 * How a shift went.
 *
 * @param occupancy time talking and wrapping up, of all time signed in and not on a break
 * @param abandonRate of the calls that persons answered
 * @param worstHourAbandonRate in the worst hour, of all hours that end with an answer; 0 if the shift is shorter
 * @param callsPerAgentHour conversations in an hour of an agent's time
 * @param meanIdleSeconds how long an agent waits for a conversation
 * @param attempts calls placed
 * @param ranOut the list had no more leads before the shift was over
 */
public record ShiftResult(double occupancy, double abandonRate, double worstHourAbandonRate, double callsPerAgentHour,
        double meanIdleSeconds, long attempts, long answered, long abandoned, boolean ranOut) {}
