package com.callfloor.dialer.web.api;

import java.util.Locale;
import java.util.Set;

import com.callfloor.dialer.web.http.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Checks what kind of body an upload says it is. */
final class MediaTypes {
    private MediaTypes() {}

    /** The media type without parameters, lower-case; one of {@code known}. */
    static String require(HttpServerRequest request, Set<String> known) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String type = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (!known.contains(type)) {
            throw Problems.wrongMediaType(String.join(" or ", known.stream().sorted().toList()));
        }
        return type;
    }
}
