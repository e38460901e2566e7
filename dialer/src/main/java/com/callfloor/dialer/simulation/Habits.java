package com.callfloor.dialer.simulation;

import java.time.Duration;

/**
 * How simulated agents work.
 *
 * @param wrapUp from the end of a call to its disposition; each one takes 0.5 to 1.5 times as long
 * @param longestTalk the agent ends the call after 0.5 to 1 times this
 * @param preview how long the agent looks at a case before calling it; 0.5 to 1.5 times this
 */
public record Habits(Duration wrapUp, Duration longestTalk, Duration preview) {}
