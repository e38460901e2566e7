package com.callfloor.dialer.web.access;

import java.util.Map;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** What browsers are told on every response, whatever it is. */
public final class SecurityHeaders implements Handler<RoutingContext> {
    // Style attributes only: what ECharts and Element Plus write there draws, and can load or run nothing.
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'; object-src 'none'",
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
            "Permissions-Policy",
            "camera=(), geolocation=(), payment=(), usb=(), microphone=(self), display-capture=()",
            "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");

    private final boolean tlsOnly;

    /** Made once; {@code tlsOnly}: browsers reach it through TLS, and are told never to come otherwise. */
    public SecurityHeaders(boolean tlsOnly) {
        this.tlsOnly = tlsOnly;
    }

    @Override
    public void handle(RoutingContext routing) {
        HEADERS.forEach(routing.response()::putHeader);
        if (tlsOnly) {
            routing.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        routing.next();
    }
}
