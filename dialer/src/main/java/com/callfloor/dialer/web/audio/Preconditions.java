package com.callfloor.dialer.web.audio;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The conditional headers of RFC 9110, section 13, for a content with a strong tag and no date. */
final class Preconditions {
    private Preconditions() {}

    /** Whether the client has this very content already. */
    static boolean unchanged(HttpServerRequest request, String tag) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known == null) {
            return false;
        }
        for (String candidate : known.split(",", -1)) {
            String trimmed = candidate.trim();
            if (trimmed.equals("*") || trimmed.equals(tag) || trimmed.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a range may be served; If-Range compares strongly, and a date never matches. */
    static boolean rangeHolds(HttpServerRequest request, String tag) {
        String condition = request.getHeader("If-Range");
        return condition == null || condition.trim().equals(tag);
    }
}
