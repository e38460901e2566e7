package com.callfloor.dialer.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM: the floor is told, and the JVM waits until it has wound down. */
final class Ending {
    private static final long LONGEST_WIND_DOWN_S = 40;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            try {
                if (!done.await(LONGEST_WIND_DOWN_S, TimeUnit.SECONDS)) {
                    System.err.println("the floor did not end in time; what it left is put right by the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "ending"));
    }

    CountDownLatch told() {
        return told;
    }

    void done() {
        done.countDown();
    }
}
