package com.callfloor.recorder.service;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.intake.IntakeResult;
import com.callfloor.recorder.intake.LeftoverDiffersException;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches what no event announced: the register's due recordings, and raw files left over by a crash or come too late.
 */
final class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final RecordingRegister register;
    private final Intake intake;
    private final Handling handling;
    private final Pending pending;
    private final RecorderListener listener;
    private final Unannounced unannounced;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Reconciler(RecordingRegister register, Spool spool, Intake intake, Handling handling, Pending pending,
            RecorderListener listener) {
        this.register = register;
        this.intake = intake;
        this.handling = handling;
        this.pending = pending;
        this.listener = listener;
        this.unannounced = new Unannounced(spool);
    }

    /** Looks once, unless a look is under way: a slow register must not tie up every lane. */
    void lookUnlessLooking() {
        if (oneAtATime.tryLock()) {
            try {
                look();
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    /** Looks once; blocks. True if the register could be asked. */
    boolean look() {
        oneAtATime.lock();
        try {
            register.awaiting().forEach(handling::begin);
            sweep();
            return true;
        } catch (RuntimeException e) {
            log.warn("The register of recordings cannot be asked, trying again soon: {}", e.toString());
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void sweep() {
        try {
            for (UUID attemptId : unannounced.look(listener::stranger)) {
                if (pending.add(attemptId)) {
                    takeUnannounced(attemptId);
                }
            }
        } catch (IOException e) {
            log.warn("The spool cannot be looked into: {}", e.toString());
        }
    }

    private void takeUnannounced(UUID attemptId) {
        try {
            switch (intake.takeUnannounced(attemptId)) {
                case IntakeResult.Stored(StoredRecording recording) -> handling.stored(recording);
                case IntakeResult.Failed(String why, LeftoverDiffersException cause) -> {
                    listener.failed(attemptId, why, 1);
                    unannounced.giveUp(attemptId);
                }
                case IntakeResult.Failed(String why, Exception cause) ->
                    log.warn("A raw file that nobody announced stays for now: {}", why);
                case IntakeResult.AlreadyStored already -> log.debug("A raw file left over by a crash is gone");
                case IntakeResult.NotYet(String why) -> log.debug("Attempt {} stays in the spool: {}", attemptId, why);
                case IntakeResult.Missing(String why) -> log.debug("Attempt {}: {}", attemptId, why);
            }
        } finally {
            pending.settle(attemptId);
        }
    }
}
