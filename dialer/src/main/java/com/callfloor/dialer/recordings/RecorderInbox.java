package com.callfloor.dialer.recordings;

import java.io.IOException;
import java.nio.file.Path;

import com.callfloor.dialer.calls.AttemptId;

/**
 * Where a recorder that runs beside a remote PBX hands its recordings in. Blocks on disk and database.
 *
 * <p>What the two tell each other is the recorder's own JSON, made and read by its code at both ends so that they cannot
 * drift apart; here it passes through as text.
 */
public interface RecorderInbox {
    /** The answered attempts whose recording is expected and not here, as JSON. */
    String awaiting();

    /** What is known of one attempt's recording, as JSON; also for an attempt that nobody knows. */
    String state(AttemptId id);

    /**
     * Takes one recording in: checks, hashes and stores it. Handing the same one in again changes nothing.
     *
     * @param file the upload, complete; the caller deletes it afterwards
     * @param sha256 what the sender says its SHA-256 is, lower-case hex
     */
    Receipt accept(AttemptId id, Path file, String sha256) throws IOException;

    /** Notes that the recorder looked and there is nothing to hand in. {@code why} is for people. */
    Receipt missing(AttemptId id, String why);

    /** What became of it. */
    sealed interface Receipt {
        /** Stored, now or before; {@code confirmation} is JSON. */
        record Taken(String confirmation) implements Receipt {}

        /** Noted as missing. */
        record Noted() implements Receipt {}

        /** No such attempt, or it was never answered: no recording is expected of it. */
        record NotExpected() implements Receipt {}

        /** Another recording is stored for this attempt already, or it is stored and not missing. */
        record Conflict(String why) implements Receipt {}

        /** Damaged on its way or not audio; {@code why} is for people. Send it again. */
        record Refused(String why) implements Receipt {}
    }
}
