package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.List;

/** Every version of a pack that was ever in force here, with its text. Append-only. Blocks on the database. */
public interface PackArchive {
    /**
     * Notes that this text is in force from now on; does nothing where it is in force already.
     *
     * @return the versions of the pack in force before, newest first, each with the instant at which it was replaced
     * @throws IllegalArgumentException if the version is known with another text: a changed pack needs a new version
     */
    List<Replaced> inForce(String pack, String version, String text, Instant now);

    /** {@code at}: when the next version came into force. */
    record Replaced(String version, String text, Instant at) {}
}
