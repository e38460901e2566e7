package com.callfloor.dialer.trunks;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.cases.PhoneNumber;

/** What became of the calls that showed our numbers before this run. Blocks on the database. */
public interface CallerIdHistory {
    /** Those placed since then that reached a phone and are over, the oldest first; of many, the latest. */
    List<ShownCall> callsSince(Instant since);

    /** One call that showed {@code callerId}, at its end. */
    record ShownCall(Instant at, String trunk, PhoneNumber callerId, boolean answered) {}
}
