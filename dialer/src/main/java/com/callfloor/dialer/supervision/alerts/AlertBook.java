package com.callfloor.dialer.supervision.alerts;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Alerts as they are kept. Blocks on the database. */
public interface AlertBook {
    /** Those that were not cleared. */
    List<Alert> standing();

    /** Keeps a new one. */
    Alert raise(Concern concern, Instant at);

    void clear(long id, Instant at);

    /** The first supervisor is kept; false: there is no such alert. */
    boolean acknowledge(long id, long user, Instant at);

    /** Newest first, at most {@code limit}, older than the one with the id {@code before}. */
    List<Alert> page(@Nullable Long before, int limit);
}
