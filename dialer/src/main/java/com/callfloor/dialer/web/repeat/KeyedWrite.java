package com.callfloor.dialer.web.repeat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.idempotency.IdempotencyBook.Claim;
import com.callfloor.dialer.idempotency.KeptAnswer;
import com.callfloor.dialer.idempotency.KeyedRequest;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.BodyHash;
import com.callfloor.dialer.web.http.Problem;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.words.Words;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One write with a key, from its claim to its answer. For the request's event loop. */
final class KeyedWrite {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedWrite.class);
    private static final String BOOK = "The book of idempotency keys";
    /** Refusals of the moment, after which nothing was done: sent again, the request is looked at anew. */
    private static final Set<Integer> FOR_NOW = Set.of(403, 409, 429);
    /** In characters; a longer answer is a rare list of thousands of errors, and not worth its place. */
    private static final int LONGEST_ANSWER = 1_000_000;

    private static final Duration SOON = Duration.ofSeconds(2);

    private final IdempotencyBook book;
    private final Blocking blocking;
    private final InstantSource clock;
    private final long user;
    private final String key;
    private final RoutingContext routing;
    /** Set while this request is the one that does the write. */
    private @Nullable KeyedRequest claimed;

    KeyedWrite(IdempotencyBook book, Blocking blocking, InstantSource clock, long user, String key,
            RoutingContext routing) {
        this.book = book;
        this.blocking = blocking;
        this.clock = clock;
        this.user = user;
        this.key = key;
        this.routing = routing;
    }

    /** No failure, but the shortest way past the endpoint: the write was done before. */
    private static final class DoneBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient KeptAnswer answer;

        DoneBefore(KeptAnswer answer) {
            super("done before", null, false, false);
            this.answer = answer;
        }
    }

    /** Completes if the write is to be done now, as soon as its whole body is known and before anything is done. */
    Future<Void> claim(String bodyHash) {
        String address = routing.request().method().name() + " " + routing.request().uri() + "\n" + bodyHash;
        KeyedRequest request = new KeyedRequest(user, key,
                new BodyHash().add(address.getBytes(StandardCharsets.UTF_8)).text(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return blocking.call(BOOK, () -> book.claim(request)).map(claim -> claimed = switch (claim) {
            case Claim.Fresh fresh -> request;
            case Claim.Done done -> throw new DoneBefore(done.answer());
            case Claim.UnderWay underWay -> throw ProblemException.retryAfter(
                    new Problem(409, "under-way", "Being done", Words.of(
                            "The same request with this %s is being done right now. Send it again in a few seconds for its answer.",
                            "带此 %s 的相同请求正在执行，请几秒后重发以获取结果。", IdempotencyKeys.HEADER)),
                    SOON);
            case Claim.Taken taken -> throw new ProblemException(new Problem(422, "key-taken", "Key used before",
                    Words.of("This %s was used for another request (another address or body)"
                            + " within the last 24 hours. Give every request a key of its own.",
                            "此 %s 在 24 小时内已用于另一请求（地址或内容不同），请为每个请求使用单独的键。", IdempotencyKeys.HEADER)));
        }).mapEmpty();
    }

    /** Keeps the answer before anybody sees it, so that whoever has seen it gets the same again. */
    Future<Reply> end(AsyncResult<Reply> result) {
        if (result.failed() && result.cause() instanceof DoneBefore before) {
            routing.response().putHeader(IdempotencyKeys.REPLAYED, "true");
            return Future.succeededFuture(reply(before.answer));
        }
        KeyedRequest request = claimed;
        if (result.failed() && result.cause() instanceof Blocking.StillGoing) {
            // Nobody knows yet whether it will have been done: the key stays taken.
            return Future.failedFuture(result.cause());
        }
        Future<Reply> answer = result.succeeded()
                ? Future.succeededFuture(result.result())
                : Future.failedFuture(result.cause());
        if (request == null) {
            return answer;
        }
        Optional<KeptAnswer> worthKeeping = result.succeeded() ? kept(result.result()) : kept(result.cause());
        Callable<Boolean> note = () -> {
            worthKeeping.ifPresentOrElse(kept -> book.keep(request, kept), () -> book.release(request));
            return true;
        };
        return blocking.call(BOOK, note)
                .onFailure(away -> LOG.warn(
                        "the answer to a write with the key {} could not be kept: {}", key, away.getMessage()))
                .transform(noted -> answer);
    }

    private static Optional<KeptAnswer> kept(Reply reply) {
        return switch (reply) {
            case Reply.Json json -> kept(json.status(), "application/json", json.body().encode());
            case Reply.Text text -> kept(text.status(), text.mediaType(), text.body());
            case Reply.NoContent none -> Optional.of(new KeptAnswer(204, null, null));
            // Only reports are bytes, and no write answers with one, or sends a browser elsewhere.
            case Reply.Bytes bytes -> Optional.empty();
            case Reply.Elsewhere elsewhere -> Optional.empty();
            case Reply.Written written -> Optional.empty();
        };
    }

    private static Optional<KeptAnswer> kept(Throwable failure) {
        return failure instanceof ProblemException known && known.problem().status() < 500
                ? kept(known.problem().status(), Problem.MEDIA_TYPE, known.problem().json().encode())
                : Optional.empty();
    }

    private static Optional<KeptAnswer> kept(int status, String mediaType, String body) {
        if (status >= 500 || FOR_NOW.contains(status)) {
            return Optional.empty();
        }
        if (body.length() <= LONGEST_ANSWER) {
            return Optional.of(new KeptAnswer(status, mediaType, body));
        }
        Problem tooLong = Problems.conflict(Words.of("This request was done before, with status %d"
                + "; its answer was too long to be kept. Read what came of it from the lists of this API.",
                "此请求先前已执行（状态 %d），结果过长未保留，请从列表中查看。", status)).problem();
        return Optional.of(new KeptAnswer(tooLong.status(), Problem.MEDIA_TYPE, tooLong.json().encode()));
    }

    private static Reply reply(KeptAnswer answer) {
        return answer.mediaType() == null || answer.body() == null
                ? new Reply.NoContent()
                : new Reply.Text(answer.status(), answer.mediaType(), answer.body());
    }
}
