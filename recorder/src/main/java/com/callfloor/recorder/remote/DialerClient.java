package com.callfloor.recorder.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.WavSource;

/** Speaks the dialer's recorder API. Thread-safe; blocks. Bodies go in and out as {@link RecorderJson} makes them. */
final class DialerClient {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int EXCERPT = 200;

    private final HttpClient http;
    private final URI base;
    private final String token;

    /** @param base the dialer's address, with or without a slash at its end */
    DialerClient(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = URI.create(base.toString().replaceFirst("/*$", "/"));
        this.token = token;
    }

    String awaiting() throws IOException {
        return send(request("api/recorder/awaiting", ANSWER_WITHIN).GET().build());
    }

    String state(UUID attemptId) throws IOException {
        return send(request("api/recorder/recordings/" + attemptId, ANSWER_WITHIN).GET().build());
    }

    String upload(UUID attemptId, Inspection measured, WavSource source) throws IOException {
        // A line that cannot carry a recording as fast as it was spoken will never catch up.
        Duration within = ANSWER_WITHIN.plusSeconds(measured.bytes() / PcmFormat.BYTES_PER_SECOND);
        try (InputStream wav = source.open()) {
            BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> wav),
                    measured.bytes());
            return send(request("api/recorder/recordings/" + attemptId, within).header("Content-Type", "audio/wav")
                    .header(ContentDigest.HEADER, ContentDigest.ofSha256(measured.sha256()))
                    .PUT(body)
                    .build());
        }
    }

    void missing(UUID attemptId, String json) throws IOException {
        send(request("api/recorder/recordings/" + attemptId + "/missing", ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, Duration within) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(within)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws IOException {
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while talking to the dialer");
        } catch (IOException e) {
            throw new IOException("no answer from the dialer to " + request.method() + " " + request.uri() + ": " + e,
                    e);
        }
        if (response.statusCode() / 100 != 2) {
            throw new DialerRefusedException(response.statusCode(), refusal(request, response));
        }
        return response.body();
    }

    private static String refusal(HttpRequest request, HttpResponse<String> response) {
        String what = "the dialer answered " + response.statusCode() + " to " + request.method() + " " + request.uri();
        String advice = switch (response.statusCode()) {
            case 401 -> ": it does not know the token; put a valid API token into remote_recorder.token_file";
            case 403 -> ": the token's user may not hand in recordings; give it the recorder's role";
            default -> ": " + excerpt(response.body());
        };
        return what + advice;
    }

    private static String excerpt(String body) {
        return body.substring(0, Math.min(body.length(), EXCERPT)).replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
