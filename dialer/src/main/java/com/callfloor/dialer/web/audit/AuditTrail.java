package com.callfloor.dialer.web.audit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.audit.AuditEntry;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Reply;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who asks for what before it is done: what cannot be written is not done. The one exception is what a call
 * under way needs; its story is in the floor's journal too.
 */
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String BOOK = "The audit log";

    private final AuditBook book;
    private final Blocking blocking;
    private final InstantSource clock;

    /** {@code clock}: the real one. */
    public AuditTrail(AuditBook book, Blocking blocking, InstantSource clock) {
        this.book = book;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** What {@code doing} answers, once it is noted that this caller asks for it. */
    public Future<Reply> answer(Operation operation, RoutingContext routing, Optional<Caller> caller,
            Supplier<Future<Reply>> doing) {
        if (caller.isEmpty() || operation.audit() == Operation.Audit.NONE) {
            return doing.get();
        }
        Future<Long> noted = write(operation, AuditPath.of(routing), caller.get().user().id(), routing.request(), null);
        Future<Void> before = operation.audit() == Operation.Audit.FIRST
                ? noted.mapEmpty()
                : Future.succeededFuture();
        return before.compose(written -> doing.get())
                .onComplete(done -> noted.onSuccess(id -> ended(id, status(done, routing))));
    }

    /** A try to sign in; {@code user}: empty where the books know no such login. */
    public Future<Void> signIn(Operation way, HttpServerRequest request, Optional<User> user, int status) {
        return write(way, way.path(), user.map(User::id).orElse(null), request, status)
                .mapEmpty();
    }

    private Future<Long> write(Operation operation, String path, @Nullable Long userId,
            HttpServerRequest request, @Nullable Integer status) {
        var entry = new AuditEntry(clock.instant().truncatedTo(ChronoUnit.MICROS), userId, operation.name(), path,
                request.remoteAddress().hostAddress(), status);
        return blocking.call(BOOK, () -> book.write(entry))
                .onFailure(away -> LOG.error("not in the audit log: user {}, {} {}: {}", entry.userId(),
                        entry.operation(), entry.path(), away.getMessage()));
    }

    private void ended(long id, int status) {
        blocking.call(BOOK, () -> {
            book.ended(id, status);
            return true;
        })
                .onFailure(away -> LOG.error("how entry {} of the audit log ended ({}) is not in it: {}", id, status,
                        away.getMessage()));
    }

    private static int status(AsyncResult<Reply> done, RoutingContext routing) {
        if (done.failed()) {
            return done.cause() instanceof ProblemException known ? known.problem().status() : 500;
        }
        return switch (done.result()) {
            case Reply.Json json -> json.status();
            case Reply.Text text -> text.status();
            case Reply.NoContent none -> 204;
            case Reply.Elsewhere elsewhere -> 302;
            case Reply.Bytes bytes -> 200;
            case Reply.Written written -> routing.response().getStatusCode();
        };
    }
}
