package com.callfloor.dialer.floor;

/**
 * Takes facts at once and writes them in order. While the database is away it keeps them and goes on trying; no fact is
 * dropped and none overtakes another.
 */
public interface FactJournal {
    /** Never blocks, never throws. */
    void write(FloorFact fact);

    /** Facts taken and not yet on disk; more than 0 for long means that the database is away. */
    int waiting();
}
