package com.callfloor.recorder.spool;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.UUID;

/**
 * A raw recording as it looked at one moment. Two sightings are equal when nothing was written in between; the time of
 * the last write is only ever compared with another one, never with a clock, which may be simulated.
 *
 * @param bytes length at that moment
 */
public record RawFile(UUID attemptId, Path path, long bytes, FileTime lastWrite) {}
