package com.callfloor.dialer.web.testing;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** A page that listens to the live feed. */
public final class FeedReader implements WebSocket.Listener {
    public final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final boolean greedy;
    private @Nullable WebSocket socket;

    private FeedReader(boolean greedy) {
        this.greedy = greedy;
    }

    public static FeedReader open(WebFixture web, Client who) {
        return open(web, who, "", true);
    }

    /** {@code query}: with its question mark. */
    public static FeedReader open(WebFixture web, Client who, String query) {
        return open(web, who, query, true);
    }

    /** One that reads nothing until it is told to {@link #read}. */
    public static FeedReader lazy(WebFixture web, Client who) {
        return open(web, who, "", false);
    }

    private static FeedReader open(WebFixture web, Client who, String query, boolean greedy) {
        FeedReader reader = new FeedReader(greedy);
        WebSocket.Builder builder = web.http().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        who.headers().forEach(builder::header);
        try {
            reader.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + web.port + "/api/live" + query), reader)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        return reader;
    }

    /** The status with which the server refuses to open a feed. */
    public static int refusal(WebFixture web, Client who) {
        try {
            open(web, who);
            return 101;
        } catch (IllegalStateException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }

    /** As a page that is left. */
    public void leave() {
        if (socket != null) {
            var unused = socket.sendClose(1001, "");
        }
    }

    public void read() {
        if (socket != null) {
            socket.request(Long.MAX_VALUE);
        }
    }

    public List<String> types() {
        return messages.stream().map(message -> message.getString("type")).toList();
    }

    public List<JsonObject> of(String type) {
        return messages.stream().filter(message -> type.equals(message.getString("type"))).toList();
    }

    public void awaitMessages(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> messages.size() >= count);
    }

    /** The code that the server closes with. */
    public int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (greedy) {
            webSocket.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
