package com.callfloor.dialer.supervision.why;

import java.time.Instant;

/** Counts a campaign's cases. Blocks on the database, for some tenths of a second where there are a million. */
public interface CaseTallyBook {
    CaseTally count(String campaign, Instant now);
}
