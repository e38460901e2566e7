package com.callfloor.dialer.quality.review;

/**
 * A remark at a moment of the recording.
 *
 * @param atMs milliseconds from its beginning
 * @param forAgent whether the agent sees it
 */
public record Note(long atMs, String text, boolean forAgent) {}
