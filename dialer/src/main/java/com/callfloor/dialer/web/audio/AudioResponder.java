package com.callfloor.dialer.web.audio;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import com.callfloor.dialer.recordings.RecordingAudio.Audio;
import com.callfloor.dialer.web.http.Connections;
import com.callfloor.dialer.web.http.Problem;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GET and HEAD for one recording: whole, a range, not changed, or a range that is none. */
public final class AudioResponder {
    private static final Logger LOG = LoggerFactory.getLogger(AudioResponder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final ExecutorService executor;

    /** Made once; {@code executor} must take many blocking tasks at once, since a listener may take minutes. */
    public AudioResponder(Vertx vertx, ExecutorService executor) {
        this.vertx = vertx;
        this.executor = executor;
    }

    /** Asked before the first of these bytes goes out, both included; if it fails, none does. */
    public interface BeforeBytes {
        Future<Void> go(long first, long last);
    }

    /** Call on the request's context. */
    public Future<Reply> answer(HttpServerRequest request, Audio audio, BeforeBytes before) {
        HttpServerResponse response = request.response();
        String tag = "\"" + audio.tag() + "\"";
        // No cache may keep a debtor's voice; the tag still spares a client that has it.
        response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (Preconditions.unchanged(request, tag)) {
            return response.setStatusCode(304).end().map(new Reply.Written());
        }
        String range = Preconditions.rangeHolds(request, tag) ? request.getHeader("Range") : null;
        return switch (ByteRange.of(range, audio.size())) {
            case ByteRange.Unsatisfiable none -> Future.failedFuture(unsatisfiable(audio.size()));
            case ByteRange.Whole whole -> asked(request, audio.size(), () -> before.go(0, audio.size() - 1))
                    .compose(may -> send(request, audio, 0, audio.size()));
            case ByteRange.Part part -> asked(request, part.length(), () -> before.go(part.first(), part.last()))
                    .compose(may -> {
                        response.setStatusCode(206)
                                .putHeader(HttpHeaders.CONTENT_RANGE,
                                        "bytes " + part.first() + "-" + part.last() + "/" + audio.size());
                        return send(request, audio, part.first(), part.length());
                    });
        };
    }

    private static Future<Void> asked(HttpServerRequest request, long length, Supplier<Future<Void>> before) {
        return request.method().equals(HttpMethod.HEAD) || length == 0 ? Future.succeededFuture() : before.get();
    }

    private Future<Reply> send(HttpServerRequest request, Audio audio, long from, long length) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, audio.mediaType())
                .putHeader(HttpHeaders.CONTENT_LENGTH,
                        Long.toString(length));
        if (request.method().equals(HttpMethod.HEAD) || length == 0) {
            return response.end().map(new Reply.Written());
        }
        Context context = vertx.getOrCreateContext();
        HttpConnection connection = request.connection();
        executor.execute(() -> stream(audio, from, length, new Pump(context, response, PATIENCE), connection));
        return Future.succeededFuture(new Reply.Written());
    }

    private static void stream(Audio audio, long from, long length, Pump pump, HttpConnection connection) {
        try (InputStream bytes = audio.read(from)) {
            pump.copy(bytes, length);
            pump.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Connections.cut(connection);
        } catch (IOException | RuntimeException e) {
            LOG.info("a recording was not sent to its end: {}", e.getMessage());
            // The head is out or promised a length: only a cut connection says that this is not all.
            Connections.cut(connection);
        }
    }

    private static ProblemException unsatisfiable(long size) {
        return new ProblemException(new Problem(416, "range", "No such part",
                Words.of("The recording has %d bytes, and the range begins behind them.",
                        "录音共 %d 字节，所请求的范围超出其后。", size)),
                Map.of("Content-Range", "bytes */" + size));
    }
}
