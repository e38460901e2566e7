package com.callfloor.dialer.web.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Where somebody signs in from, for those who look at their sessions later; {@code browser}: as it calls itself. */
public record Visitor(String address, String browser) {
    private static final int LONGEST = 200;

    public static Visitor of(HttpServerRequest request) {
        String browser = request.getHeader(HttpHeaders.USER_AGENT);
        return new Visitor(request.remoteAddress().hostAddress(),
                browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST)));
    }
}
