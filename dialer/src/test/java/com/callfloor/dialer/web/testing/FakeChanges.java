package com.callfloor.dialer.web.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.supervision.live.Change;
import com.callfloor.dialer.supervision.live.ChangeBook;
import com.callfloor.dialer.supervision.live.SettingKey;

/** Changes in memory. */
public final class FakeChanges implements ChangeBook {
    private final List<Change> changes = new ArrayList<>();
    public volatile boolean away;

    @Override
    public synchronized Change add(NewChange change) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        long id = changes.size() + 1L;
        changes.replaceAll(
                earlier -> Long.valueOf(earlier.id()).equals(change.undoes()) ? undone(earlier, id) : earlier);
        Change kept = new Change(id, change.at(), change.by(), change.key(), change.from(), change.to(),
                change.asInFiles(), change.why(), change.undoes(), null);
        changes.add(kept);
        return kept;
    }

    private static Change undone(Change change, long by) {
        return new Change(change.id(), change.at(), change.by(), change.key(), change.from(), change.to(),
                change.asInFiles(), change.why(), change.undoes(), by);
    }

    @Override
    public synchronized List<Change> latestOfEach() {
        Map<SettingKey, Change> latest = new HashMap<>();
        changes.forEach(change -> latest.put(change.key(), change));
        return List.copyOf(latest.values());
    }

    @Override
    public synchronized Optional<Change> byId(long id) {
        return changes.stream().filter(change -> change.id() == id).findFirst();
    }

    @Override
    public synchronized Optional<Change> before(Change change) {
        return changes.stream()
                .filter(earlier -> earlier.id() < change.id() && earlier.key().equals(change.key()))
                .max(Comparator.comparingLong(Change::id));
    }

    @Override
    public synchronized List<Change> page(Optional<String> subject, Optional<Long> before, int limit) {
        return changes.stream()
                .filter(change -> subject.map(change.key().subject()::equals).orElse(true))
                .filter(change -> before.map(id -> change.id() < id).orElse(true))
                .sorted(Comparator.comparingLong(Change::id).reversed())
                .limit(limit)
                .toList();
    }
}
