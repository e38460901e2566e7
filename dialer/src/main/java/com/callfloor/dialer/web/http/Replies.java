package com.callfloor.dialer.web.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes replies. What the API says is about people: no cache may keep it. */
public final class Replies {
    private Replies() {}

    public static void write(HttpServerResponse response, Reply reply) {
        switch (reply) {
            case Reply.Json json ->
                text(response, new Reply.Text(json.status(), "application/json", json.body().encode()));
            case Reply.Text text -> text(response, text);
            case Reply.Bytes bytes -> response.putHeader(HttpHeaders.CONTENT_TYPE, bytes.mediaType())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(bytes.body());
            case Reply.NoContent none ->
                response.setStatusCode(204).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
            case Reply.Elsewhere elsewhere -> response.setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, elsewhere.address())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            case Reply.Written written -> {
            }
        }
    }

    private static void text(HttpServerResponse response, Reply.Text text) {
        response.setStatusCode(text.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, text.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(text.body());
    }
}
