package com.callfloor.dialer.app;

import java.util.List;
import java.util.Map;

/** What {@code up --report FILE} writes; its keys are relied on from outside (snake case in JSON). */
record FloorReport(long attempts, long answered, long connected, long abandoned, long failed,
        Map<String, Long> deniedByRule, Millis answerToBridgeMs, Millis answerToScreenPopMs, Millis hangupToPlayableMs,
        RecordingCounts recordings, double occupancy, int agents, double seconds, List<String> errors) {

    String inWords() {
        return "%d attempts, %d answered, %d connected, %d abandoned; recordings: %d of %d stored, %d verified%s"
                .formatted(
                        attempts, answered, connected, abandoned, recordings.stored(), recordings.expected(),
                        recordings.verified(), errors.isEmpty() ? "" : "; ERRORS: " + String.join(", ", errors));
    }

    /** Milliseconds; all 0 where nothing was measured. */
    record Millis(double p50, double p99, double max) {}

    record RecordingCounts(long expected, long stored, long verified, long missing) {}
}
