package com.callfloor.recorder.service;

import java.time.Duration;

/**
 * Time from a call's end until its recording is playable, over the latest recordings.
 *
 * @param count how many it covers; with 0 the durations are zero
 */
public record LatencySummary(int count, Duration p50, Duration p99, Duration max) {}
