package com.callfloor.dialer.floor;

import java.time.Duration;

/**
 * Takes facts at once and writes them in order. While the database is away it keeps them and goes on trying; no fact is
 * dropped and none overtakes another.
 */
public interface FactJournal {
    /** Never blocks, never throws. */
    void write(FloorFact fact);

    /** How long facts have waited without one of them getting written; 0 while there is progress. */
    Duration stuckFor();

    /** Facts taken and not yet on disk. */
    int waiting();
}
