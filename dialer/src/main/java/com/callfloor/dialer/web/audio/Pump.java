package com.callfloor.dialer.web.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Copies a blocking stream to a response in small pieces, never faster than the client reads. */
final class Pump {
    private static final int PIECE = 64 * 1024;

    private final Context context;
    private final HttpServerResponse response;
    private final Duration patience;

    /** Made for one response, whose context is given; {@code patience}: with a client that takes no byte. */
    Pump(Context context, HttpServerResponse response, Duration patience) {
        this.context = context;
        this.response = response;
        this.patience = patience;
    }

    /** Blocks until all is with the client's connection; call it on a thread that may block. */
    void copy(InputStream from, long length) throws IOException, InterruptedException {
        long left = length;
        while (left > 0) {
            byte[] piece = from.readNBytes((int) Math.min(PIECE, left));
            if (piece.length == 0) {
                throw new EOFException("the recording is " + left + " bytes shorter than it should be");
            }
            left -= piece.length;
            write(Buffer.buffer(piece));
        }
    }

    private void write(Buffer piece) throws IOException, InterruptedException {
        CompletableFuture<Void> written = new CompletableFuture<>();
        context.runOnContext(now -> response.write(piece)
                .onSuccess(written::complete)
                .onFailure(written::completeExceptionally));
        try {
            written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the client went away", e);
        } catch (TimeoutException e) {
            throw new IOException("the client took nothing for " + patience.toSeconds() + " s", e);
        }
    }
}
