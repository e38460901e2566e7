package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.words.Words;

/** Who takes recordings in. */
public interface RecordingDesk {
    /** An answered call is over and its raw recording complete. Never blocks; a lost call of this is made good later. */
    void callEnded(EndedCall call);

    /** A call that cannot be recorded must not be made. Empty: it can; otherwise why not. */
    Optional<Words> cannotRecord();

    /** An answered call. {@code connectedAt} empty: nobody came. */
    record EndedCall(AttemptId attempt, CaseId caseId, Instant answeredAt, Optional<Instant> connectedAt,
            Instant endedAt) {}
}
