package com.callfloor.dialer.store;

import java.time.Instant;

/** What time it is for the ledger. Nodes' clocks differ, the database has one: so it rules, and no node's clock. */
@FunctionalInterface
public interface LedgerTime {
    /** The floor's time when the database's clock shows {@code databaseNow}; the same, but for a demo's simulated time. */
    Instant of(Instant databaseNow);
}
