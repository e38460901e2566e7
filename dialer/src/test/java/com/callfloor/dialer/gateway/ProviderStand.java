package com.callfloor.dialer.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.callfloor.dialer.gateway.HttpGatewaySettings.Accepted;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Content;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Proof;
import com.callfloor.dialer.gateway.HttpGatewaySettings.ReportSettings;
import com.callfloor.dialer.rules.history.Channel;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** A provider on this machine: a real HTTP server that notes what it gets and answers as told. */
public final class ProviderStand implements AutoCloseable {
    public static final String SECRET = "a secret that the provider knows";
    private static final String BODY = """
            {"message": {"to": ["{to}"], "body": "{text}", "title": "{subject}"}, "client_ref": "{reference}"}""";

    /** A request as it came. */
    public record Got(Map<String, List<String>> headers, String body) {}

    /** {@code status} 0: it never answers. */
    public record Told(int status, String body) {}

    public final List<Got> got = new CopyOnWriteArrayList<>();
    private final Queue<Told> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public ProviderStand() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/send", this::answer);
        server.start();
    }

    /** The next answers, in order; afterwards every message is taken. */
    public void answers(Told... told) {
        answers.addAll(List.of(told));
    }

    private void answer(HttpExchange exchange) throws IOException {
        got.add(new Got(exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Told next = answers.poll();
        Told told = next == null ? new Told(202, "{\"data\":{\"id\":\"p" + got.size() + "\"},\"code\":\"OK\"}") : next;
        if (told.status() == 0) {
            await();
        }
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.status() == 0 ? 200 : told.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public HttpGateway gateway(boolean idempotent) {
        return gateway(idempotent, Content.JSON, BODY);
    }

    /** One that soon gives up waiting for an answer. */
    public HttpGateway impatient() {
        return gateway(true, Content.JSON, BODY, Duration.ofMillis(700));
    }

    public HttpGateway gateway(boolean idempotent, Content content, String body) {
        return gateway(idempotent, content, body, Duration.ofSeconds(10));
    }

    private HttpGateway gateway(boolean idempotent, Content content, String body, Duration patience) {
        return new HttpGateway(new HttpGatewaySettings("house", "CN", Set.of(Channel.SMS, Channel.EMAIL),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send"), "POST",
                Map.of("Authorization", "Bearer {token}", "Idempotency-Key", "{reference}"), content, body,
                "token-of-the-floor", Duration.ofSeconds(2), patience, idempotent,
                new Accepted("/code", List.of("OK")), "/data/id",
                new ReportSettings(SECRET, "X-Signature", Proof.HMAC_SHA256, "/events", "/client_ref", "/id", "/status",
                        Set.of("DELIVRD"), Set.of("UNDELIV", "EXPIRED"), "/from", "/text")));
    }

    /** The headers of a report with this body, as the provider signs it. */
    public static UnaryOperator<@Nullable String> signed(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String proof = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            return header -> header.equals("X-Signature") ? proof : null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
