package com.callfloor.dialer.web.testing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the server answered. */
public record Answer(HttpResponse<byte[]> response) {
    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        return new JsonObject(text());
    }

    public JsonArray items() {
        return json().getJsonArray("items");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String detail() {
        return json().getString("detail");
    }

    /** The fields that a problem complains of. */
    public List<String> fields() {
        return json().getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("field")).toList();
    }
}
