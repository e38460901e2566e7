package com.callfloor.dialer.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to {@value #LARGEST}
 * @param after the key of the last item that the client has; empty for the first page
 */
public record Page<K>(int limit, Optional<K> after) {
    public static final int LARGEST = 200;
    private static final int USUAL = 50;

    /** Reads {@code limit} and {@code after}; {@code key} reads what {@link #list} wrote, or says that it cannot. */
    public static <K> Page<K> of(Query query, Function<String, Optional<K>> key) {
        int limit = query.text("limit").map(Page::limit).orElse(USUAL);
        return new Page<>(limit, query.text("after")
                .map(cursor -> decode(cursor).flatMap(key)
                        .orElseThrow(() -> Problems.badParameter("after",
                                "must be the 'next' of an earlier page of this list",
                                "须为此列表上一页的 'next'"))));
    }

    /** One more than asked for tells whether another page follows. */
    public int fetch() {
        return limit + 1;
    }

    /** The page's JSON from up to {@link #fetch()} items. */
    public <T> JsonObject list(List<T> fetched, Function<T, JsonObject> json, Function<T, String> key) {
        List<T> items = fetched.subList(0, Math.min(limit, fetched.size()));
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(json.apply(item)));
        boolean more = fetched.size() > limit;
        return new JsonObject().put("items", array).put("next", more ? encode(key.apply(items.getLast())) : null);
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below like a number out of range.
        }
        throw Problems.badParameter("limit", Must.beWhole(1, LARGEST));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decode(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
