package com.callfloor.dialer.web.http;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever failed into a problem; what nobody foresaw is logged and named to the client by a reference only. */
public final class ProblemHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final long MOST_DROPPED = 16L * 1024 * 1024;

    @Override
    public void handle(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (response.headWritten()) {
            // Too late for a problem: a cut connection is the only honest way to say that the content is not whole.
            LOG.warn("{} failed after its head was sent", routing.currentRoute(), routing.failure());
            response.reset();
            return;
        }
        ProblemException failure = problemOf(routing);
        failure.headers().forEach(response::putHeader);
        response.setStatusCode(failure.problem().status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(failure.problem().json().encode());
        drop(routing.request());
    }

    /** The rest of a body is read and dropped, so that the client gets to read the answer; but not without end. */
    private static void drop(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong dropped = new AtomicLong();
        request.handler(piece -> {
            if (dropped.addAndGet(piece.length()) > MOST_DROPPED) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private static ProblemException problemOf(RoutingContext routing) {
        if (routing.failure() instanceof ProblemException known) {
            return known;
        }
        return switch (routing.statusCode()) {
            case 400 -> Problems.badRequest("The request could not be read: check its address, headers and body.",
                    "请求无法读取，请检查地址、标头和内容。");
            case 413 -> Problems.tooLarge(JsonBody.LIMIT);
            default -> {
                String reference = UUID.randomUUID().toString();
                LOG.error("{} {} failed, {}", routing.request().method(), routing.normalizedPath(), reference,
                        routing.failure());
                yield new ProblemException(Problems.internal(reference));
            }
        };
    }
}
