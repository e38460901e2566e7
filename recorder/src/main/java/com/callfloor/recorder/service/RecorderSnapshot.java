package com.callfloor.recorder.service;

import java.util.OptionalLong;

/**
 * The recorder's numbers since its start.
 *
 * @param expected recordings that it was told of or found due: pending + stored + missing
 * @param pending not settled yet
 * @param stored kept by this recorder
 * @param verified of those stored, the ones as long as their call
 * @param missing given up
 * @param failures tries that failed and were or will be repeated
 * @param hangupToPlayable over the latest recordings
 * @param spoolFreeBytes what the PBX can still write; empty when the spool cannot be looked into
 */
public record RecorderSnapshot(long expected, long pending, long stored, long verified, long missing, long failures,
        LatencySummary hangupToPlayable, OptionalLong spoolFreeBytes) {}
