package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.AccessBook;
import org.jspecify.annotations.Nullable;

/** A log of accesses in memory; can be away like a database. */
public final class FakeAccesses implements AccessBook {
    public final List<Access> noted = new CopyOnWriteArrayList<>();
    public volatile boolean away;
    private final Map<Long, Long> progress = new HashMap<>();

    @Override
    public synchronized long note(Access access) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        noted.add(access);
        return noted.size();
    }

    @Override
    public synchronized void progress(long accessId, long toByte, Instant at) {
        progress.merge(accessId, toByte, Math::max);
    }

    @Override
    public synchronized List<Noted> of(AttemptId recording, @Nullable Long before, int limit) {
        List<Noted> found = new ArrayList<>();
        for (long id = noted.size(); id > 0; id--) {
            Access access = noted.get((int) id - 1);
            if (access.recording().equals(recording) && (before == null || id < before) && found.size() < limit) {
                found.add(new Noted(id, access.at(), access.user().login(), access.user().role().code(),
                        access.kind().code(), access.reason(), access.address(), null, access.fromByte(),
                        progress.getOrDefault(id, access.toByte()), access.refused()));
            }
        }
        return found;
    }
}
