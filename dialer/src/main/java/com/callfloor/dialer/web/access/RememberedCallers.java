package com.callfloor.dialer.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.staff.StaffDirectory.Holder;

/**
 * Who was let in lately, so that agents can finish their calls while the database is away. Used only then: with the
 * database there, every request asks it, so a closed session is closed at once. For one thread.
 */
final class RememberedCallers {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Map<String, Instant> noted = new LinkedHashMap<>();

    RememberedCallers(InstantSource clock) {
        this.clock = clock;
    }

    void remember(String tokenHash, Holder holder) {
        seen.remove(tokenHash);
        seen.put(tokenHash, new Seen(holder, clock.instant()));
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    /** Whether the use of a session is worth a write; not more than one a minute for each. */
    boolean isToBeNoted(String tokenHash, Instant now) {
        Instant last = noted.get(tokenHash);
        if (last != null && now.isBefore(last.plus(NOTED_EVERY))) {
            return false;
        }
        noted.remove(tokenHash);
        noted.put(tokenHash, now);
        if (noted.size() > MOST) {
            noted.remove(noted.keySet().iterator().next());
        }
        return true;
    }

    void forget(String tokenHash) {
        seen.remove(tokenHash);
        noted.remove(tokenHash);
    }

    Optional<Holder> recall(String tokenHash) {
        return Optional.ofNullable(seen.get(tokenHash))
                .filter(entry -> clock.instant().isBefore(entry.at().plus(LONGEST)))
                .map(Seen::holder);
    }

    private record Seen(Holder holder, Instant at) {}
}
