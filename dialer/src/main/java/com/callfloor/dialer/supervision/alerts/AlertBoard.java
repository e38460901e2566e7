package com.callfloor.dialer.supervision.alerts;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.supervision.FloorWatch.Subscription;

/** The alerts as they stand now. Any thread. */
public interface AlertBoard {
    /** Those that are not cleared, newest first. Never blocks. */
    List<Alert> active();

    /** Tells of every change of {@link #active()}; {@code changed} must only hand over and return. */
    Subscription subscribe(Runnable changed);

    /** Somebody has seen it; the first one is kept. False: there is no such alert. Blocks on the database. */
    boolean acknowledge(long id, long user, String name, Instant at);
}
