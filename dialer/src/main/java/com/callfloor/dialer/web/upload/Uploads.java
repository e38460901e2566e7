package com.callfloor.dialer.web.upload;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.http.BodyHash;
import com.callfloor.dialer.web.http.Problems;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Takes large bodies to a folder, and removes them when their user is done. */
public final class Uploads {
    private final Vertx vertx;
    private final Path folder;

    /** Made once; {@code folder} is made when it is first needed, and holds nothing while nobody uploads. */
    public Uploads(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
    }

    /**
     * Receives a body and gives it to {@code use}; the file is gone when what that returns has ended.
     *
     * @param exchange its request is paused, nothing of its body read yet
     * @param limit in bytes; a longer body ends in 413
     */
    public <T> Future<T> with(Exchange exchange, long limit, Function<Path, Future<T>> use) {
        HttpServerRequest request = exchange.request();
        if (declaredLength(request) > limit) {
            return Future.failedFuture(Problems.tooLarge(limit));
        }
        Optional<BodyHash> hash = exchange.beforeUse().map(asked -> new BodyHash());
        Path file = folder.resolve("upload-" + UUID.randomUUID() + ".part");
        return vertx.fileSystem()
                .mkdirs(folder.toString())
                .compose(made -> vertx.fileSystem().open(file.toString(), new OpenOptions().setCreateNew(true)))
                .compose(open -> receive(request, open, limit, hash))
                .compose(received -> exchange.beforeUse()
                        .flatMap(ask -> hash.map(whole -> ask.apply(whole.text())))
                        .orElseGet(Future::succeededFuture))
                .compose(fresh -> use.apply(file))
                .eventually(() -> vertx.fileSystem().delete(file.toString()).otherwiseEmpty());
    }

    private static Future<Void> receive(HttpServerRequest request, AsyncFile file, long limit,
            Optional<BodyHash> hash) {
        Promise<Void> end = Promise.promise();
        Intake intake = new Intake(request, file, limit, hash, end);
        intake.begin();
        return end.future().eventually(file::close);
    }

    private static long declaredLength(HttpServerRequest request) {
        String text = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return text == null ? 0 : Long.parseLong(text);
    }

    /** One body on its way; for the request's event loop. */
    private static final class Intake {
        private final HttpServerRequest request;
        private final AsyncFile file;
        private final long limit;
        private final Optional<BodyHash> hash;
        private final Promise<Void> end;
        private long received;

        private Intake(HttpServerRequest request, AsyncFile file, long limit, Optional<BodyHash> hash,
                Promise<Void> end) {
            this.request = request;
            this.file = file;
            this.limit = limit;
            this.hash = hash;
            this.end = end;
        }

        private void begin() {
            request.handler(piece -> {
                received += piece.length();
                if (received > limit) {
                    end.tryFail(Problems.tooLarge(limit));
                } else {
                    hash.ifPresent(whole -> whole.add(piece.getBytes()));
                    file.write(piece).onFailure(end::tryFail);
                    if (file.writeQueueFull()) {
                        request.pause();
                        file.drainHandler(drained -> request.resume());
                    }
                }
            });
            request.endHandler(done -> end.tryComplete());
            request.exceptionHandler(broken -> end.tryFail(Problems.badRequest("The body broke off.", "内容传输中断。")));
            if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
                request.response().writeContinue();
            }
            request.resume();
        }
    }
}
