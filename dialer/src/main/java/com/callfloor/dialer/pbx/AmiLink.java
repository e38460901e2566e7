package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the PBX open: connects, pings, and replaces a connection that is dead or stuck by a new one.
 * Never relies on the library's own reconnect.
 */
final class AmiLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AmiLink.class);

    private final PbxSettings settings;
    private final SSLSocketFactory tls;
    private final LinkCounters counters;
    private final LinkEars ears;
    private final BackOff backOff;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    AmiLink(PbxSettings settings, SSLSocketFactory tls, LinkCounters counters, LinkEars ears) {
        this.settings = settings;
        this.tls = tls;
        this.counters = counters;
        this.ears = ears;
        this.backOff = new BackOff(settings.timings().shortestBackOff(), settings.timings().longestBackOff());
        this.thread = Thread.ofPlatform().daemon().name("pbx-link").unstarted(this::run);
    }

    void open() {
        thread.start();
    }

    /** Ends the link and waits until its thread is gone. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                LOG.warn("the link to the PBX is down: {}", oneSession().en());
            } while (!closed.await(backOff.next().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Words oneSession() throws InterruptedException {
        AmiSession session = new AmiSession(settings, tls, counters, new LagGuard(ears, counters));
        Words why = new Words("closed by the dialer", "由拨号器关闭");
        try {
            String version = session.open();
            counters.connected();
            backOff.reset();
            ears.opened(session, version);
            why = watch(session);
        } catch (LinkException e) {
            why = Words.same(String.valueOf(e.getMessage()));
        } finally {
            session.drop(why);
            ears.lost(session, why);
        }
        return why;
    }

    /** Pings and looks for trouble until the session ends; returns why it did. */
    private Words watch(AmiSession session) throws InterruptedException {
        PbxTimings timings = settings.timings();
        Duration look = Duration.ofMillis(Math.clamp(timings.reply().toMillis() / 10, 10, 250));
        long nextPing = System.nanoTime();
        while (true) {
            if (System.nanoTime() - nextPing >= 0) {
                session.send(Outgoing.now(AmiActions.ping()), why -> session
                        .drop(Words.of("the PBX refuses a ping: %s", "PBX 拒绝心跳：%s", why)));
                nextPing = System.nanoTime() + timings.ping().toNanos();
            }
            Optional<Words> end = session.awaitEnd(look);
            if (end.isPresent()) {
                return end.get();
            }
            Optional<Duration> oldest = session.oldestWait();
            if (oldest.isPresent() && oldest.get().compareTo(timings.reply()) > 0) {
                return Words.of("no reply for %d ms: the PBX or the way to it is stuck", "%d 毫秒没有应答：PBX 或网络停滞",
                        oldest.get().toMillis());
            }
        }
    }
}
