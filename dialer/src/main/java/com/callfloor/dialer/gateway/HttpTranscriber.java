package com.callfloor.dialer.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import com.callfloor.dialer.quality.speech.Transcriber;
import com.callfloor.dialer.scripts.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A speech engine that serves {@code POST /v1/audio/transcriptions} as OpenAI describes it: whisper.cpp's server, FunASR and others,
 * run by oneself. config/speech.md says which and how. Usable from any thread.
 */
public final class HttpTranscriber implements Transcriber, AutoCloseable {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final double MILLIS = 1_000;

    private final Settings settings;
    private final HttpClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * Where it is.
     *
     * @param url the whole address of the operation
     * @param model as the server names it
     * @param secret a bearer token; empty: none
     * @param timeout for one side of one call
     */
    public record Settings(URI url, String model, String secret, Duration timeout) {
        /** Four numbers, or IPv6 in brackets as a URL has it. */
        private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|\\[[0-9a-fA-F:.]+]");
        /** RFC 4193, fc00::/7. */
        private static final int UNIQUE_LOCAL = 0xfc;
        private static final Duration LONGEST = Duration.ofMinutes(10);

        /** @throws IllegalArgumentException saying what is wrong and how to mend it */
        public Settings {
            if (url.getHost() == null || !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                throw new IllegalArgumentException("url must be such as http://127.0.0.1:8178/v1/audio/transcriptions");
            }
            if (url.getScheme().equals("http") && !isNear(url.getHost())) {
                throw new IllegalArgumentException(
                        "url sends what was said to " + url.getHost() + " unencrypted. Use https, or an "
                                + "address of this machine or of a private network (such as 10.0.0.5)");
            }
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("timeout is up to " + LONGEST.toMinutes() + "m, and above 0s");
            }
        }

        /** An address of this machine or of a private network. A name is not looked up: it may mean another one tomorrow. */
        private static boolean isNear(String host) {
            if (host.equals("localhost")) {
                return true;
            }
            if (!ADDRESS.matcher(host).matches()) {
                return false;
            }
            try {
                InetAddress address = InetAddress.getByName(host);
                return address.isLoopbackAddress() || address.isSiteLocalAddress()
                        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL);
            } catch (UnknownHostException e) {
                return false;
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "speech engine at " + url;
        }
    }

    public HttpTranscriber(Settings settings) {
        this.settings = settings;
        // A redirect would take what was said to somebody else.
        client = HttpClient.newBuilder()
                .connectTimeout(LONGEST_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return settings.model();
    }

    @Override
    public List<Said> transcribe(byte[] wav, Language language) throws Unavailable {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request(wav, language),
                BodyHandlers.ofByteArray());
        try {
            // The request's own timeout ends with the headers; a body may take for ever.
            HttpResponse<byte[]> response = asked.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new Unavailable("The speech engine answered " + response.statusCode() + ".");
            }
            return read(response.body());
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new Unavailable("The speech engine did not answer within " + settings.timeout().toSeconds() + " s.");
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("The dialer stopped while the speech engine was asked.");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unavailable("The speech engine could not be asked (" + cause.getClass().getSimpleName() + ").");
        }
    }

    private HttpRequest request(byte[] wav, Language language) {
        String boundary = "callfloor" + UUID.randomUUID().toString().replace("-", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body(boundary, wav, language)));
        if (!settings.secret().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.secret());
        }
        return request.build();
    }

    private byte[] body(String boundary, byte[] wav, Language language) {
        var out = new ByteArrayOutputStream(wav.length + 1_024);
        field(out, boundary, "model", settings.model());
        field(out, boundary, "language", language == Language.ZH_CN ? "zh" : "en");
        field(out, boundary, "response_format", "verbose_json");
        field(out, boundary, "timestamp_granularities[]", "segment");
        // Not the call's id: nothing of it is the engine's business.
        text(out, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"side.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n");
        out.writeBytes(wav);
        text(out, "\r\n--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, String boundary, String name, String value) {
        text(out, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Said> read(byte[] answer) throws Unavailable {
        JsonNode json;
        try {
            json = mapper.readTree(answer);
        } catch (IOException e) {
            throw new Unavailable("The speech engine's answer is not JSON.");
        }
        JsonNode segments = json == null ? null : json.get("segments");
        if (segments == null || !segments.isArray()) {
            throw new Unavailable(
                    "The speech engine's answer has no segments: it must serve verbose_json, or nobody could"
                            + " tell when something was said.");
        }
        List<Said> said = new ArrayList<>();
        for (JsonNode segment : segments) {
            long from = Math.max(0, Math.round(segment.path("start").asDouble() * MILLIS));
            long to = Math.max(from, Math.round(segment.path("end").asDouble() * MILLIS));
            String text = segment.path("text").asText().strip();
            if (!text.isEmpty()) {
                said.add(new Said(from, to, text));
            }
        }
        return said;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
