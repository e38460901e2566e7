package com.callfloor.dialer.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.AccessBook;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.http.Blocking;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes each listening before its first byte goes out: if it cannot be noted, nobody hears anything. A player that seeks
 * sends many requests; they are one listening, so they wait for the database once. For one event loop.
 */
public final class ListeningLog {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningLog.class);
    private static final String BOOK = "The log of who hears recordings";
    /** So long after the last request of one listening the next one is another. */
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final AccessBook book;
    private final Blocking blocking;
    private final InstantSource clock;
    private final Vertx vertx;
    /** The one that was asked for longest ago comes first. */
    private final Map<Key, Listening> listenings = new LinkedHashMap<>(16, 0.75f, true);

    public ListeningLog(AccessBook book, Blocking blocking, InstantSource clock, Vertx vertx) {
        this.book = book;
        this.blocking = blocking;
        this.clock = clock;
        this.vertx = vertx;
    }

    private record Key(String credential, AttemptId recording, AccessBook.Kind kind, @Nullable String reason,
            boolean refused) {}

    private static final class Listening {
        private final Future<Long> noted;
        private Instant asked;
        private long furthest;
        private boolean progressDue;

        private Listening(Future<Long> noted, Instant asked, long furthest) {
            this.noted = noted;
            this.asked = asked;
            this.furthest = furthest;
        }
    }

    /** Completes when it is on disk that these bytes are heard. */
    Future<Void> heard(Caller caller, Access access) {
        Long last = access.toByte();
        return note(caller, access, last == null ? Long.MAX_VALUE : last);
    }

    /** Completes when it is on disk that the caller was refused. */
    Future<Void> refused(Caller caller, Access access) {
        return note(caller, access, 0);
    }

    private Future<Void> note(Caller caller, Access access, long last) {
        forgetOld();
        Instant now = clock.instant();
        Key key = new Key(caller.credential().tokenHash(), access.recording(), access.kind(), access.reason(),
                access.refused() != null);
        Listening known = listenings.get(key);
        if (known == null) {
            Listening begun = new Listening(blocking.call(BOOK, () -> book.note(access)), now, last);
            listenings.put(key, begun);
            begun.noted.onFailure(away -> listenings.remove(key, begun));
            return begun.noted.mapEmpty();
        }
        known.asked = now;
        if (last > known.furthest) {
            known.furthest = last;
            noteProgressSoon(known);
        }
        return known.noted.mapEmpty();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(PAUSE);
        Iterator<Listening> all = listenings.values().iterator();
        while (all.hasNext() && (all.next().asked.isBefore(oldest) || listenings.size() > MOST)) {
            all.remove();
        }
    }

    /** Not at each range, and not in its way. */
    private void noteProgressSoon(Listening listening) {
        if (listening.progressDue) {
            return;
        }
        listening.progressDue = true;
        vertx.setTimer(PROGRESS_EVERY.toMillis(), timer -> {
            listening.progressDue = false;
            long furthest = listening.furthest;
            Instant at = listening.asked;
            listening.noted.compose(id -> blocking.call(BOOK, () -> {
                book.progress(id, furthest, at);
                return true;
            })).onFailure(away -> LOG.warn("how far a listener got could not be noted: {}", away.getMessage()));
        });
    }
}
