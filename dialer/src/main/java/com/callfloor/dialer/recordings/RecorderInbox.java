package com.callfloor.dialer.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;

/** Where a recorder that runs beside a remote PBX hands its recordings in. Blocks on disk and database. */
public interface RecorderInbox {
    /** Answered attempts whose recording is expected and not here, oldest first. */
    List<Awaited> awaiting(int limit);

    /**
     * Takes one recording in: checks, hashes and stores it. Handing the same one in again changes nothing.
     *
     * @param file the upload, complete; the caller deletes it afterwards
     * @param sha256 what the sender says its SHA-256 is, lower-case hex
     */
    Receipt accept(AttemptId id, Path file, String sha256) throws IOException;

    /** Notes that the recorder looked and there is nothing to hand in. {@code why} is for people. */
    Receipt missing(AttemptId id, String why);

    /** {@code closedAt}: when the call was over, so that its file is complete. */
    record Awaited(AttemptId id, Instant answeredAt, Instant closedAt) {}

    /** What became of it. */
    sealed interface Receipt {
        record Taken() implements Receipt {}

        /** No such attempt, or it was never answered: no recording is expected of it. */
        record NotExpected() implements Receipt {}

        /** Damaged on its way or not audio; {@code why} is for people. Send it again. */
        record Refused(String why) implements Receipt {}
    }
}
