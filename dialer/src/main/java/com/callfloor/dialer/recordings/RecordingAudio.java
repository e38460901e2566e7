package com.callfloor.dialer.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;

/** The sound of stored recordings, as WAV. Blocks on disk or object store. */
public interface RecordingAudio {
    /** Empty if there is no such recording, or none stored yet. */
    Optional<Audio> open(AttemptId id) throws IOException;

    /** One recording to read from, whole or in part, any number of times and from any thread. */
    interface Audio {
        /** The whole recording's size in bytes. */
        long size();

        /** SHA-256 of the whole recording, lower-case hex. */
        String sha256();

        /**
         * Opens the bytes from {@code from} on; the reader stops when it has what it wants and closes.
         *
         * @param from 0 to {@link #size()}
         */
        InputStream read(long from) throws IOException;
    }
}
