package com.callfloor.recorder.service;

import java.util.UUID;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;

/** Hears what becomes of recordings. Called on worker threads, also at once; must be quick. What it throws is logged. */
public interface RecorderListener {
    /** The recording is kept and registered; it can be played from now on. */
    default void stored(StoredRecording recording) {}

    /** Given up: somebody has to know. */
    default void missing(ExpectedRecording expected, String why) {}

    /** A try failed and will be repeated. {@code tries} counts from 1. */
    default void failed(UUID attemptId, String why, int tries) {}

    /** The spool holds something that is no recording; said once a name. */
    default void stranger(String name) {}
}
