package com.callfloor.dialer.quality;

import java.time.Instant;
import java.util.List;

/**
 * Every version of the texts that results were made by: scorecards, the sampling plan, phrase lists. What was scored years ago
 * can still be read by its own card. Blocks on the database.
 */
public interface TextArchive {
    /**
     * Keeps a text that is in use from now on.
     *
     * @throws IllegalArgumentException if this version was kept with another text
     */
    void keep(Kind kind, String name, String version, String text, Instant now);

    /** Every text of a kind, the oldest first. */
    List<Kept> all(Kind kind);

    /** What is kept. */
    enum Kind {
        SCORECARD, SAMPLING, PHRASES
    }

    record Kept(String name, String version, String text) {}
}
