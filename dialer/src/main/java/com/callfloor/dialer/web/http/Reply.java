package com.callfloor.dialer.web.http;

import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What an endpoint answers when nothing went wrong. */
public sealed interface Reply {
    record Json(int status, JsonObject body) implements Reply {}

    record Text(int status, String mediaType, String body) implements Reply {}

    /** Not copied: the endpoint hands it over. */
    record Bytes(String mediaType, Buffer body) implements Reply {}

    record NoContent() implements Reply {}

    /** The browser is to go to {@code address}. */
    record Elsewhere(String address) implements Reply {}

    /** The endpoint wrote the response itself. */
    record Written() implements Reply {}

    static Reply ok(JsonObject body) {
        return new Json(200, body);
    }

    /** A list that is never cut into pages. */
    static Reply whole(Stream<JsonObject> items) {
        JsonArray array = new JsonArray();
        items.forEach(array::add);
        return ok(new JsonObject().put("items", array).put("next", null));
    }

    /** The floor took it on; how it ends shows in the feed. */
    static Reply accepted() {
        return new Json(202, new JsonObject().put("accepted", true));
    }
}
