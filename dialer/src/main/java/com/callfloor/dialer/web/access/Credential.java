package com.callfloor.dialer.web.access;

import java.util.Optional;

import com.callfloor.dialer.staff.Tokens;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What a request brings to prove who sends it; of the token only its hash goes on from here. */
public sealed interface Credential {
    String tokenHash();

    /** A browser sends it by itself, whoever made it ask: state may change only with a guard against that. */
    record SessionCookie(String tokenHash) implements Credential {}

    /** A program sends it on purpose. */
    record BearerToken(String tokenHash) implements Credential {}

    /** The request's credential. A bearer token goes before a cookie. */
    static Optional<Credential> of(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            String[] parts = authorization.trim().split(" +", 2);
            return parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")
                    ? Optional.of(new BearerToken(Tokens.hash(parts[1])))
                    : Optional.empty();
        }
        Cookie cookie = request.getCookie(SessionCookies.NAME);
        return cookie == null ? Optional.empty() : Optional.of(new SessionCookie(Tokens.hash(cookie.getValue())));
    }
}
