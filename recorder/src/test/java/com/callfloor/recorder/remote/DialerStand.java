package com.callfloor.recorder.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.callfloor.recorder.intake.UploadDesk;
import com.callfloor.recorder.intake.UploadResult;
import com.callfloor.recorder.testing.Desk;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The recorder's side of a dialer's API over real sockets, with troubles that can be ordered for the next uploads. */
final class DialerStand implements AutoCloseable {
    static final String TOKEN = "token-of-the-stand";

    final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final Desk desk;
    private final UploadDesk uploads;
    private final RecorderJson json = new RecorderJson();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** What befalls one upload. */
    interface Trouble {
        void strike(HttpExchange exchange) throws IOException;
    }

    DialerStand(Desk desk, InstantSource clock) throws IOException {
        this.desk = desk;
        this.uploads = new UploadDesk(desk.home(), desk.register, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/recorder/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{}");
                return;
            }
            String path = exchange.getRequestURI().getPath().substring("/api/recorder/".length());
            switch (exchange.getRequestMethod() + " " + path.split("/", -1)[0]) {
                case "GET awaiting" -> answer(exchange, 200, json.writeAwaiting(desk.register.awaiting()));
                case "GET recordings" -> answer(exchange, 200, json.writeState(desk.register.stateOf(attempt(path))));
                case "PUT recordings" -> receive(exchange, attempt(path));
                case "POST recordings" -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    desk.register.missing(attempt(path), json.readMissing(body));
                    answer(exchange, 200, "{}");
                }
                default -> answer(exchange, 404, "{}");
            }
        }
    }

    /** The dialer dies after all is done and before it has said so. */
    UploadResult keepWithoutAnswer(HttpExchange exchange, UUID attemptId) throws IOException {
        String digest = String.valueOf(exchange.getRequestHeaders().getFirst(ContentDigest.HEADER));
        try (InputStream body = exchange.getRequestBody()) {
            byte[] wav = body.readAllBytes();
            return uploads.receive(attemptId, ContentDigest.sha256In(digest).orElseThrow(),
                    () -> new ByteArrayInputStream(wav));
        }
    }

    private void receive(HttpExchange exchange, UUID attemptId) throws IOException {
        Trouble trouble = troubles.poll();
        if (trouble != null) {
            trouble.strike(exchange);
            return;
        }
        switch (keepWithoutAnswer(exchange, attemptId)) {
            case UploadResult.Stored stored -> answer(exchange, 201, json.writeStored(stored.recording()));
            case UploadResult.UnknownAttempt() -> answer(exchange, 404, "{}");
            case UploadResult.Conflict(String why) -> answer(exchange, 409, why);
            case UploadResult.Refused(String why) -> answer(exchange, 422, why);
            case UploadResult.Failed(String why, Exception cause) -> answer(exchange, 503, why);
        }
    }

    private static UUID attempt(String path) {
        return UUID.fromString(path.split("/", -1)[1]);
    }
}
