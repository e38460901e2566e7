package com.callfloor.recorder.audio;

import java.time.Duration;

/**
 * What the call says that its recording should be.
 *
 * @param length from answer to the call's end
 * @param withAgent how much of it an agent was connected for; zero if none was
 */
public record Expectation(Duration length, Duration withAgent) {}
