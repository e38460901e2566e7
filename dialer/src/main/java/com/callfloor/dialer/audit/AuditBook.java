package com.callfloor.dialer.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where entries are kept; none is ever changed or removed. Every method blocks on the database. */
public interface AuditBook {
    /** Writes the entry durably; returns its id. */
    long write(AuditEntry entry);

    /** Says how an entry that had no status ended; one that has a status keeps it. */
    void ended(long id, int status);

    /** The latest first, those before {@code before}. */
    List<Kept> page(Filter filter, @Nullable Long before, int most);

    /** {@code login}: null where nobody is known. */
    record Kept(long id, AuditEntry entry, @Nullable String login) {}

    /** What to look for; null: any. {@code from} is included, {@code until} is not. */
    record Filter(@Nullable Long userId, @Nullable String operation, @Nullable Instant from,
            @Nullable Instant until) {}
}
