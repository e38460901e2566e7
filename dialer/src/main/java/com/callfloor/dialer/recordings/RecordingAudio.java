package com.callfloor.dialer.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;

/** The sound of stored recordings. Blocks on disk or object store. */
public interface RecordingAudio {
    /** As it is kept; empty if there is no such recording, or none stored yet. */
    Optional<Audio> open(AttemptId id) throws IOException;

    /** The same decoded to WAV, for those who want samples. What comes late in it takes longest to reach. */
    Optional<Audio> openAsWav(AttemptId id) throws IOException;

    /** One recording to read from, whole or in part, any number of times and from any thread. */
    interface Audio {
        /** The whole recording's size in bytes. */
        long size();

        /** Such as audio/ogg. */
        String mediaType();

        /** Tells these bytes from any others: the SHA-256 of what is kept, and into what it was decoded. */
        String tag();

        /**
         * Opens the bytes from {@code from} on; the reader stops when it has what it wants and closes.
         *
         * @param from 0 to {@link #size()}
         */
        InputStream read(long from) throws IOException;
    }
}
