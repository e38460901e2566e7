package com.callfloor.dialer.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.staff.IdentityProvider.Started;
import com.callfloor.dialer.staff.Tokens;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

/**
 * Sign-ins that are at the identity provider just now, and what ends the provider's session later. Each belongs to the one
 * browser that began it, known by a cookie: nobody is signed in by somebody else's link. For one thread.
 */
public final class ProviderVisits {
    public static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String NAME = "callfloor_sign_in";
    private static final String CAME_BY_IT = "callfloor_provider";
    private static final String PATH = "/api/sign-in";
    private static final int MOST = 10_000;

    private final Tokens tokens;
    private final boolean secure;
    private final InstantSource clock;
    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final Map<String, String> proofs = new LinkedHashMap<>();

    /** Made once; {@code secure}: cookies go over TLS only; {@code clock}: the real one. */
    public ProviderVisits(Tokens tokens, boolean secure, InstantSource clock) {
        this.tokens = tokens;
        this.secure = secure;
        this.clock = clock;
    }

    /** The cookie for the browser that begins; {@code to}: the page that it wants. */
    public Cookie begin(Started started, String to) {
        String token = tokens.next();
        put(visits, Tokens.hash(token), new Visit(started, to, clock.instant()));
        return cookie(NAME, token, PATH, LONGEST).setSameSite(CookieSameSite.LAX);
    }

    /** What this browser began; once. */
    public Optional<Visit> end(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return Optional.ofNullable(cookie == null ? null : visits.remove(Tokens.hash(cookie.getValue())))
                .filter(visit -> clock.instant().isBefore(visit.at().plus(LONGEST)));
    }

    public Cookie ended() {
        return cookie(NAME, "", PATH, Duration.ZERO).setSameSite(CookieSameSite.LAX);
    }

    /** Remembers what ends the provider's session, and has the browser remember that there is one. */
    public Cookie cameIn(String sessionHash, String proof, Duration life) {
        put(proofs, sessionHash, proof);
        return cookie(CAME_BY_IT, "1", "/api/session", life).setSameSite(CookieSameSite.STRICT);
    }

    /** Whether the one who signs out came by the provider. */
    public static boolean cameByIt(HttpServerRequest request) {
        return request.getCookie(CAME_BY_IT) != null;
    }

    /** Empty after a restart: then the provider asks the person itself. */
    public Optional<String> proofOf(String sessionHash) {
        return Optional.ofNullable(proofs.remove(sessionHash));
    }

    public Cookie wentOut() {
        return cookie(CAME_BY_IT, "", "/api/session", Duration.ZERO).setSameSite(CookieSameSite.STRICT);
    }

    private Cookie cookie(String name, String value, String path, Duration life) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(secure)
                .setMaxAge(life.toSeconds());
    }

    private static <T> void put(Map<String, T> map, String key, T value) {
        map.put(key, value);
        if (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /** One sign-in under way. */
    public record Visit(Started started, String to, Instant at) {}
}
