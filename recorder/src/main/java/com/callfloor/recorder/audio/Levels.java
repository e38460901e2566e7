package com.callfloor.recorder.audio;

/** The levels of both sides of a recording. */
public record Levels(SideLevels debtor, SideLevels agent) {}
