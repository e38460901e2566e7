package com.callfloor.dialer.web.repeat;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.idempotency.KeyedRequest;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.access.Endpoint;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.BodyHash;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Does a write that brings the header {@code Idempotency-Key} once, and gives its answer again to whoever sends it again.
 * What holds a secret has no part in it: of that nothing is kept.
 */
public final class IdempotencyKeys {
    public static final String HEADER = "Idempotency-Key";
    /** On an answer that is given again. */
    public static final String REPLAYED = "Idempotency-Replayed";
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    private final IdempotencyBook book;
    private final Blocking blocking;
    private final InstantSource clock;

    /** {@code clock}: the real one. */
    public IdempotencyKeys(IdempotencyBook book, Blocking blocking, InstantSource clock) {
        this.book = book;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** What the endpoint answers, now or before. The body of anything but an upload has been taken in. */
    public Future<Reply> answer(Operation operation, RoutingContext routing, Optional<Caller> caller,
            Endpoint endpoint) {
        String key = routing.request().getHeader(HEADER);
        if (key == null || caller.isEmpty() || operation.holdsSecret()
                || !METHODS.contains(operation.method().name())) {
            return endpoint.answer(new Exchange(routing, caller));
        }
        if (!KeyedRequest.isKey(key)) {
            throw Problems.badRequest(Words.of(
                    "The header %s must have 1 to 255 visible ASCII characters, such as a UUID.",
                    "标头 %s 须为 1 至 255 个可见 ASCII 字符，例如 UUID。", HEADER));
        }
        KeyedWrite write = new KeyedWrite(book, blocking, clock, caller.get().user().id(), key, routing);
        Exchange exchange = new Exchange(routing, caller, write::claim);
        Future<Void> claimed = operation.body() == Operation.Body.UPLOAD
                ? Future.succeededFuture()
                : write.claim(new BodyHash().add(body(routing)).text());
        return claimed.compose(fresh -> endpoint.answer(exchange)).transform(write::end);
    }

    private static byte[] body(RoutingContext routing) {
        Buffer buffer = routing.body() == null ? null : routing.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }
}
