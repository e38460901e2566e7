package com.callfloor.dialer.pacing;

/**
 * How many calls to place now, and why in one sentence.
 *
 * @param lines 0 or more
 */
public record Pace(int lines, String why) {}
