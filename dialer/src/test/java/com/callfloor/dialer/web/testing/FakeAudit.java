package com.callfloor.dialer.web.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** An audit log in memory; can be away like a database. */
public final class FakeAudit implements AuditBook {
    public volatile boolean away;
    private final List<Kept> entries = new ArrayList<>();

    @Override
    public synchronized long write(AuditEntry entry) {
        if (away) {
            throw new IllegalStateException("no database");
        }
        entries.add(new Kept(entries.size() + 1, entry, null));
        return entries.size();
    }

    @Override
    public synchronized void ended(long id, int status) {
        Kept kept = entries.get((int) id - 1);
        AuditEntry was = kept.entry();
        entries.set((int) id - 1, new Kept(id, new AuditEntry(was.at(), was.userId(), was.operation(), was.path(),
                was.address(), status), null));
    }

    @Override
    public synchronized List<Kept> page(Filter filter, @Nullable Long before, int most) {
        return entries.stream()
                .filter(kept -> before == null || kept.id() < before)
                .filter(kept -> filter.userId() == null || Objects.equals(kept.entry().userId(), filter.userId()))
                .filter(kept -> filter.operation() == null || kept.entry().operation().equals(filter.operation()))
                .sorted(Comparator.comparingLong(Kept::id).reversed())
                .limit(most)
                .toList();
    }
}
