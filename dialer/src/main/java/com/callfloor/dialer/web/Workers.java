package com.callfloor.dialer.web;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.callfloor.dialer.web.http.Blocking;
import io.vertx.core.Vertx;

/**
 * The threads beside the event loop, by what they wait for, so that one kind of work cannot starve another.
 *
 * @param threads virtual ones, for what waits on disk or database
 * @param quick reads and small writes
 * @param slow imports and uploads
 * @param provider the sign-in provider, which answers when it likes
 * @param hashing passwords; few, since each takes a core
 */
record Workers(ExecutorService threads, ExecutorService hashers, Blocking quick, Blocking slow, Blocking provider,
        Blocking hashing) {
    private static final int QUICK_AT_ONCE = 256;
    private static final int SLOW_AT_ONCE = 8;
    private static final int SIGN_INS_AT_ONCE = 32;
    private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(20);
    private static final int HASHES_AT_ONCE = 2;
    private static final int HASHES_WAITING = 64;

    static Workers start(Vertx vertx, WebSettings settings) {
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("web-blocking-", 0).factory());
        ExecutorService hashers = Executors.newFixedThreadPool(HASHES_AT_ONCE,
                Thread.ofPlatform().daemon().name("web-hashing-", 0).factory());
        return new Workers(threads, hashers, new Blocking(vertx, threads, settings.patience(), QUICK_AT_ONCE),
                new Blocking(vertx, threads, settings.slowPatience(), SLOW_AT_ONCE),
                new Blocking(vertx, threads, SIGN_IN_PATIENCE, SIGN_INS_AT_ONCE),
                new Blocking(vertx, hashers, settings.patience(), HASHES_WAITING));
    }

    /** Does not wait: what is still under way ends with its own timeouts. */
    void stop() {
        threads.shutdownNow();
        hashers.shutdownNow();
    }
}
