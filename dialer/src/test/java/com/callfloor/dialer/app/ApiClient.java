package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLContext;

import com.callfloor.dialer.testing.OpenApiContract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A program that knows the demo's token, or a person's session by its cookie. Every JSON answer is held against the
 * published description.
 */
final class ApiClient {
    private static final OpenApiContract CONTRACT = OpenApiContract.published();
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final HttpClient http;

    /** The floor cannot answer just now and asks to be asked again. */
    static final class NotAvailable extends IOException {
        private static final long serialVersionUID = 1L;

        NotAvailable(String what) {
            super(what);
        }
    }

    private final URI base;
    private final String header;
    private final String value;

    ApiClient(URI base, String header, String value) {
        this(base, header, value, HttpClient.newHttpClient());
    }

    private ApiClient(URI base, String header, String value, HttpClient http) {
        this.http = http;
        this.base = base;
        this.header = header;
        this.value = value;
    }

    static ApiClient withToken(URI base, String token) {
        return new ApiClient(base, "Authorization", "Bearer " + token);
    }

    /** On a floor that shows a certificate of its own. */
    static ApiClient withToken(URI base, String token, SSLContext trusted) {
        return new ApiClient(base, "Authorization", "Bearer " + token,
                HttpClient.newBuilder().sslContext(trusted).build());
    }

    static ApiClient signedIn(URI base, String login, String password) throws IOException, InterruptedException {
        var stranger = new ApiClient(base, "X-Nobody", "yet");
        HttpResponse<String> answer = stranger.post("/api/session", Map.of("login", login, "password", password));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow(() -> new IOException(answer.body()));
        return new ApiClient(base, "Cookie", cookie.split(";", 2)[0]);
    }

    URI base() {
        return base;
    }

    String credential() {
        return value;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = checked(http.send(request(path).build(), BodyHandlers.ofString()));
        if (answer.statusCode() == 503) {
            throw new NotAvailable(path + ": " + answer.body());
        }
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Whatever it answers. */
    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return checked(http.send(request(path).build(), BodyHandlers.ofString()));
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return post(path, "application/json", JSON.writeValueAsString(body));
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return post(path, type, body, Map.of());
    }

    HttpResponse<String> post(String path, String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", type)
                .header("X-Requested-With", "callfloor")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return checked(http.send(request.build(), BodyHandlers.ofString()));
    }

    HttpResponse<String> put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return checked(http.send(request(path).header("Content-Type", "application/json")
                .header("X-Requested-With", "callfloor")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(), BodyHandlers.ofString()));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return checked(http.send(request(path).header("X-Requested-With", "callfloor").DELETE().build(),
                BodyHandlers.ofString()));
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        HttpRequest request = answer.request();
        CONTRACT.check(request.method(), request.uri().getPath(), answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""), answer.body().getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header(header, value);
    }
}
