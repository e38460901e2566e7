package com.callfloor.dialer.web.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what blocks off the event loop, with a bound on how long a client waits and on how many may wait. */
public final class Blocking {
    private static final Logger LOG = LoggerFactory.getLogger(Blocking.class);
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);
    private static final Words LATER = new Words(" Try again in a few seconds.", "请几秒后重试。");

    private final Vertx vertx;
    private final ExecutorService executor;
    private final Duration timeout;
    private final Semaphore places;
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - 2 * TELL_EVERY.toNanos());

    /** The client has waited long enough; the work itself goes on, and nobody knows yet how it ends. */
    public static final class StillGoing extends ProblemException {
        private static final long serialVersionUID = 1L;

        StillGoing(ProblemException told) {
            super(told.problem(), told.headers());
        }
    }

    /**
     * Made once for one kind of work.
     *
     * @param timeout after it the client is told 503; the work goes on to its own end and keeps its place until then
     * @param most pieces of work under way at once; the next one is told 503 at once
     */
    public Blocking(Vertx vertx, ExecutorService executor, Duration timeout, int most) {
        this.vertx = vertx;
        this.executor = executor;
        this.timeout = timeout;
        this.places = new Semaphore(most);
    }

    /**
     * Completes on the caller's context. Fails with a {@link ProblemException} only.
     *
     * @param what the thing that is asked, for people, such as "The database"
     */
    public <T> Future<T> call(String what, Callable<T> work) {
        if (!places.tryAcquire()) {
            return Future.failedFuture(later(what + " is busy.", "系统正忙，"));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            executor.execute(() -> run(what, work, result));
        } catch (RejectedExecutionException e) {
            places.release();
            return Future.failedFuture(later("The dialer is stopping.", "系统正在停止，"));
        }
        long timer = vertx.setTimer(timeout.toMillis(), id -> result.completeExceptionally(new StillGoing(
                later(what + " did not answer within " + timeout.toSeconds() + " s.",
                        "系统未在 " + timeout.toSeconds() + " 秒内应答，"))));
        return Future.fromCompletionStage(result, vertx.getOrCreateContext())
                .onComplete(done -> vertx.cancelTimer(timer));
    }
    private static ProblemException later(String en, String zh) {
        return Problems.unavailable(new Words(en, zh).then(LATER));
    }

    private <T> void run(String what, Callable<T> work, CompletableFuture<T> result) {
        try {
            if (!result.isDone()) {
                result.complete(work.call());
            }
        } catch (ProblemException e) {
            result.completeExceptionally(e);
        } catch (Exception e) {
            if (result.completeExceptionally(later(what + " could not be used just now.", "系统暂时无法执行，"))) {
                log(what, e);
            }
        } catch (Throwable e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            places.release();
        }
    }

    /** A database that is away fails every request: its whole story is told once a minute and not each time. */
    private void log(String what, Exception failure) {
        long now = System.nanoTime();
        long before = toldAt.get();
        if (now - before > TELL_EVERY.toNanos() && toldAt.compareAndSet(before, now)) {
            LOG.warn("{} failed", what, failure);
        } else {
            LOG.warn("{} failed again: {}", what, failure.toString());
        }
    }
}
