package com.callfloor.dialer.recordings;

import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;

/**
 * What recordings look like: peaks, and marks of speech, overlap and silence, found once when a recording was taken in.
 * Blocks on the database.
 */
public interface RecordingWaveforms {
    /** The recorder's own JSON, passed on as text. Empty if nothing is stored, or it was stored before there were any. */
    Optional<String> of(AttemptId id);
}
