package com.callfloor.dialer.app;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.store.DecisionSealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the decision log every second, and once more at the end. */
final class LogSealing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogSealing.class);

    private final DecisionSealer sealer;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("decision-sealer").daemon().factory());

    LogSealing(DecisionSealer sealer) {
        this.sealer = sealer;
        var unused = thread.scheduleWithFixedDelay(this::seal, 1, 1, TimeUnit.SECONDS);
    }

    /** A failure now is made good by the next time: what is not sealed waits. */
    private void seal() {
        try {
            sealer.seal();
        } catch (RuntimeException e) {
            LOG.warn("the decision log could not be sealed now; it is tried again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        seal();
    }
}
