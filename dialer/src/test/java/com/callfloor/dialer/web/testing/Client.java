package com.callfloor.dialer.web.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.callfloor.dialer.testing.OpenApiContract;

/** A client with its headers; every change makes a new one. Every answer is held against the published description. */
public final class Client {
    private static final OpenApiContract CONTRACT = OpenApiContract.published();
    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers;

    Client(HttpClient http, String base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(http, base, more);
    }

    public Client without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Client(http, base, fewer);
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0]);
    }

    public Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer delete(String path) {
        return send("DELETE", path, new byte[0]);
    }

    public Answer send(String method, String path, byte[] body) {
        return send(method, path, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    /** Sends a body without saying how long it is. */
    public Answer stream(String method, String path, byte[] body) {
        return send(method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        headers.forEach(request::header);
        try {
            Answer answer = new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
            CONTRACT.check(method, path, answer.status(), answer.header("Content-Type"), answer.response().body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
