package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Direction;

/** Calls that count although this dialer did not place them. Append-only. Blocks on the database. */
public interface OtherCalls {
    /** Writes the call; it counts from the next decision on. Empty if there is no such case. */
    Optional<Long> note(OtherCall call);

    /** Where a call comes from. */
    enum Origin {
        INBOUND, MANUAL,
        /** Reported by another agency. */
        IMPORTED
    }

    /** {@code source}: who reports it, such as the agent or the agency. */
    record OtherCall(String caseRef, PhoneNumber number, Instant at, Direction direction, CallResult result,
            boolean rang, Origin origin, String source) {
        public OtherCall {
            if (source.isBlank()) {
                throw new IllegalArgumentException("a call needs its source: who reports it");
            }
            if ((origin == Origin.INBOUND) != (direction == Direction.IN)) {
                throw new IllegalArgumentException("an inbound call came in, every other went out");
            }
        }
    }
}
