package com.callfloor.dialer.web.access;

import java.time.Duration;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;

/** The cookie that holds a session's token: no script reads it and no other site sends it. */
public final class SessionCookies {
    public static final String NAME = "callfloor_session";

    private final boolean secure;

    /** Made once; {@code secure}: sent over TLS only, for floors whose console is reached through TLS. */
    public SessionCookies(boolean secure) {
        this.secure = secure;
    }

    public Cookie holding(String token, Duration life) {
        return Cookie.cookie(NAME, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(life.toSeconds());
    }

    /** Makes the browser forget the token. */
    public Cookie gone() {
        return holding("", Duration.ZERO);
    }
}
