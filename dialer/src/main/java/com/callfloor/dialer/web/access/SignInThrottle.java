package com.callfloor.dialer.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who guesses passwords: {@value #FAILURES} failures of one login from one address in a minute. A try counts
 * before its password is checked, so that many at once gain nothing. For one thread.
 */
public final class SignInThrottle {
    private static final int FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;

    private final InstantSource clock;
    private final Map<Key, Deque<Instant>> tries = new LinkedHashMap<>();

    public SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a try; how long to wait if it is one too many. */
    public Optional<Duration> enter(String login, String address) {
        Instant now = clock.instant();
        Deque<Instant> recent = tries.computeIfAbsent(new Key(login, address), key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= FAILURES) {
            return Optional.of(Duration.between(now, recent.getFirst().plus(WINDOW)).plusMillis(999));
        }
        recent.addLast(now);
        if (tries.size() > MOST_KEYS) {
            tries.remove(tries.keySet().iterator().next());
        }
        return Optional.empty();
    }

    /** The password was right: what was typed wrong before does not matter any more. */
    public void succeeded(String login, String address) {
        tries.remove(new Key(login, address));
    }

    /** The password could not be checked: the try was nobody's fault. */
    public void unchecked(String login, String address) {
        Deque<Instant> recent = tries.get(new Key(login, address));
        if (recent != null) {
            recent.pollLast();
        }
    }

    private record Key(String login, String address) {
        private Key {
            login = login.toLowerCase(Locale.ROOT);
        }
    }
}
