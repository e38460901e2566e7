package com.callfloor.dialer.supervision;

import java.time.Instant;

/**
 * The recording of a live call is paused: both sides are silence in the file from here on.
 *
 * @param since when the PBX confirmed it
 * @param resumesAt when it goes on by itself
 */
public record RecordingPause(Instant since, Instant resumesAt) {}
