package com.callfloor.recorder.service;

import java.util.UUID;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's faults away from the recordings. */
final class GuardedListener implements RecorderListener {
    private static final Logger log = LoggerFactory.getLogger(GuardedListener.class);

    private final RecorderListener listener;

    GuardedListener(RecorderListener listener) {
        this.listener = listener;
    }

    @Override
    public void stored(StoredRecording recording) {
        guard(() -> listener.stored(recording));
    }

    @Override
    public void missing(ExpectedRecording expected, String why) {
        guard(() -> listener.missing(expected, why));
    }

    @Override
    public void failed(UUID attemptId, String why, int tries) {
        guard(() -> listener.failed(attemptId, why, tries));
    }

    @Override
    public void stranger(String name) {
        guard(() -> listener.stranger(name));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            log.error("A recorder listener broke", e);
        }
    }
}
