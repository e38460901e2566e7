package com.callfloor.dialer.bench;

import org.slf4j.LoggerFactory;

/** A measurement on a whole floor, whose threads would keep the JVM alive when it fails. */
interface Measuring {
    /** The program's exit status. */
    int run() throws Exception;

    static void thenExit(Measuring measuring) {
        int status = 1;
        try {
            status = measuring.run();
        } catch (Exception e) {
            LoggerFactory.getLogger(Measuring.class).error("the measurement failed", e);
        } finally {
            System.exit(status);
        }
    }
}
