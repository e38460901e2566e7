package com.callfloor.dialer.simulation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One person's session on the floor's API: what the console does, without a page. Thread-safe once signed in. */
final class FloorApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI base;
    private final ObjectMapper json = new ObjectMapper();
    private volatile String cookie = "";

    FloorApi(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    void signIn(String login, String password) throws IOException, InterruptedException {
        ObjectNode credentials = json.createObjectNode().put("login", login).put("password", password);
        HttpResponse<String> response = http.send(post("/api/session", credentials).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("sign-in of " + login + " was refused: " + response.statusCode());
        }
        cookie = response.headers()
                .firstValue("Set-Cookie")
                .map(header -> header.split(";", 2)[0])
                .orElseThrow(() -> new IOException("sign-in brought no session cookie"));
    }

    /** Posts; the future holds the status code. */
    CompletableFuture<Integer> postAsync(String path, ObjectNode body) {
        return http.sendAsync(post(path, body).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    CompletableFuture<WebSocket> live(WebSocket.Listener listener) {
        URI feed = URI.create(base.toString().replaceFirst("^http", "ws") + "/api/live");
        return http.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", base.toString())
                .connectTimeout(TIMEOUT)
                .buildAsync(feed, listener);
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    JsonNode parse(String text) throws IOException {
        return json.readTree(text);
    }

    private HttpRequest.Builder post(String path, ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "callfloor")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
