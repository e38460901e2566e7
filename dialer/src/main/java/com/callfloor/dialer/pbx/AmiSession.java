package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/** One connection from its sign-in to its end; used once. The link thread opens and watches it, any thread may use it. */
final class AmiSession {
    private final PbxSettings settings;
    private final AmiConnection connection;
    private final ActionSender sender;
    private final CountDownLatch booted = new CountDownLatch(1);
    private final CompletableFuture<Words> end = new CompletableFuture<>();

    /** @param events hears every event, on the library's event thread: must only hand over */
    AmiSession(PbxSettings settings, SSLSocketFactory tls, LinkCounters counters,
            BiConsumer<AmiSession, ManagerEvent> events) {
        this.settings = settings;
        this.connection = new AmiConnection(settings, tls, () -> drop(
                new Words("the PBX closed the connection", "PBX 关闭了连接")));
        this.sender = new ActionSender(connection, settings.timings().perish(), counters);
        connection.addEventListener(event -> {
            if (event.getClass() == FullyBootedEvent.class) {
                booted.countDown();
            }
            events.accept(this, event);
        });
    }

    /**
     * Signs in and waits until the PBX has loaded everything.
     *
     * @return the PBX's version
     * @throws LinkException if that fails; the session is over then
     */
    String open() throws LinkException, InterruptedException {
        try {
            connection.login();
        } catch (AuthenticationFailedException e) {
            throw new LinkException(e.getCause() == null
                    ? "the PBX refuses the manager user '" + settings.user() + "' (" + e.getMessage()
                            + "); compare the user and secret with manager.conf"
                    : "no answer to the sign-in: " + e.getMessage(), e);
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw new LinkException("no link to " + settings + ": " + e.getMessage(), e);
        }
        Duration patience = settings.timings().boot();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!booted.await(20, TimeUnit.MILLISECONDS)) {
            if (end.isDone()) {
                throw new LinkException("the PBX closed the connection while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw new LinkException("the PBX did not say FullyBooted within " + patience.toSeconds()
                        + " s: either it is stuck, or the manager user lacks 'system' in its read classes");
            }
        }
        return connection.pbxVersion();
    }

    /** See {@link ActionSender#send}. */
    void send(Outgoing outgoing, Consumer<Words> failed) {
        sender.send(outgoing, failed);
    }

    /** Ends the session, unless it has ended already; from any thread. {@code why} is for people. */
    void drop(Words why) {
        // First, since what is still unsent must be given up before the loss is told.
        sender.close();
        connection.kill();
        end.complete(why);
    }

    /** Waits for the end, at most {@code longest}. */
    Optional<Words> awaitEnd(Duration longest) throws InterruptedException {
        try {
            return Optional.of(end.get(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (java.util.concurrent.TimeoutException e) {
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("an end is never told by an exception", e);
        }
    }

    Optional<Duration> oldestWait() {
        return sender.oldestWait();
    }
}
