package com.callfloor.dialer.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import org.jspecify.annotations.Nullable;

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

    /**
     * A recording that is due.
     *
     * @param caseId the case's id as the remote recorder shall hand it back; opaque to it
     * @param endedAt when the call was over, so that its file is complete
     * @param connectedAt null if no agent was connected
     */
    record Awaited(AttemptId id, CaseId caseId, Instant answeredAt, Instant endedAt, @Nullable Instant connectedAt) {}

    /** What became of it. */
    sealed interface Receipt {
        /** Stored, now or before, with this SHA-256. */
        record Taken(String sha256) implements Receipt {}

        /** No such attempt, or it was never answered: no recording is expected of it. */
        record NotExpected() implements Receipt {}

        /** Another recording is stored for this attempt already, or it is stored and not missing. */
        record Conflict(String why) implements Receipt {}

        /** Damaged on its way or not audio; {@code why} is for people. Send it again. */
        record Refused(String why) implements Receipt {}

        /** Noted as missing. */
        record Noted() implements Receipt {}
    }
}
