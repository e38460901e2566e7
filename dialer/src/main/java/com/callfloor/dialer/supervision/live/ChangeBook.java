package com.callfloor.dialer.supervision.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where changes are kept. Every method blocks on the database. */
public interface ChangeBook {
    /** A change that is not kept yet; see {@link Change}. */
    record NewChange(Instant at, Change.Author by, SettingKey key, String from, String to, boolean asInFiles,
            @Nullable String why, @Nullable Long undoes) {}

    /** Keeps it durably. */
    Change add(NewChange change);

    /** The latest change of each setting that was ever changed. */
    List<Change> latestOfEach();

    Optional<Change> byId(long id);

    /** The change of the same setting before this one. */
    Optional<Change> before(Change change);

    /**
     * The latest first, those before {@code before}.
     *
     * @param subject of a campaign's id or a trunk's name; empty: of all
     */
    List<Change> page(Optional<String> subject, Optional<Long> before, int limit);
}
