package com.callfloor.recorder.intake;

import java.util.Optional;
import java.util.UUID;

import com.callfloor.recorder.codec.GrowingOpus;

/** What was encoded of recordings while their calls went on. Lost in a crash, which only costs time. Thread-safe. */
@FunctionalInterface
public interface Beginnings {
    /** Nothing is encoded before its call's end. */
    Beginnings NONE = attemptId -> Optional.empty();

    /** Hands the attempt's beginning over, to be used by the caller alone; empty if there is none. */
    Optional<GrowingOpus> take(UUID attemptId);
}
