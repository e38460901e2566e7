package com.callfloor.recorder.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.intake.IntakeResult;
import com.callfloor.recorder.intake.LeftoverDiffersException;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes announced recordings in, again and again until each is settled. Thread-safe. */
final class Handling {
    private static final Logger log = LoggerFactory.getLogger(Handling.class);

    private final Intake intake;
    private final RecorderSettings settings;
    private final Lanes lanes;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final RecorderListener listener;
    private final Pending pending;
    private final Tally tally;

    Handling(Intake intake, RecorderSettings settings, Lanes lanes, ScheduledExecutorService timer, InstantSource clock,
            RecorderListener listener, Pending pending, Tally tally) {
        this.intake = intake;
        this.settings = settings;
        this.lanes = lanes;
        this.timer = timer;
        this.clock = clock;
        this.listener = listener;
        this.pending = pending;
        this.tally = tally;
    }

    /** Starts to take it in, unless it is in hand already. */
    void begin(ExpectedRecording expected) {
        if (pending.add(expected.attemptId())) {
            lanes.submit(() -> attempt(expected, 1));
        }
    }

    /** Books a recording that is kept now. */
    void stored(StoredRecording recording) {
        tally.stored(recording);
        listener.stored(recording);
    }

    private void attempt(ExpectedRecording expected, int tries) {
        switch (tryOnce(expected)) {
            case IntakeResult.Stored(StoredRecording recording) -> playable(expected, recording);
            // An earlier try of ours stored it, and only the confirmation was lost.
            case IntakeResult.AlreadyStored(StoredRecording recording) when tries > 1 -> playable(expected, recording);
            case IntakeResult.AlreadyStored already -> pending.settle(expected.attemptId());
            case IntakeResult.Missing(String why) -> {
                tally.missing(expected);
                listener.missing(expected, why);
                pending.settle(expected.attemptId());
            }
            case IntakeResult.NotYet(String why) -> {
                log.debug("Attempt {} is not taken in yet: {}", expected.attemptId(), why);
                again(expected, tries);
            }
            case IntakeResult.Failed(String why, LeftoverDiffersException cause) -> {
                listener.failed(expected.attemptId(), why, tries);
                pending.settle(expected.attemptId());
            }
            case IntakeResult.Failed(String why, Exception cause) -> {
                log.warn("Try {} to take a recording in failed: {}", tries, why);
                log.debug("The cause", cause);
                tally.failed();
                listener.failed(expected.attemptId(), why, tries);
                again(expected, tries);
            }
        }
    }

    private void playable(ExpectedRecording expected, StoredRecording recording) {
        tally.playableAfter(Duration.between(expected.endedAt(), clock.instant()));
        stored(recording);
        pending.settle(expected.attemptId());
    }

    /** A fault that nobody foresaw must not lose a recording either. */
    private IntakeResult tryOnce(ExpectedRecording expected) {
        try {
            return intake.take(expected);
        } catch (RuntimeException | Error e) {
            log.error("Taking a recording in broke in a way that nobody foresaw", e);
            return new IntakeResult.Failed("attempt " + expected.attemptId() + ": " + e, new IllegalStateException(e));
        }
    }

    private void again(ExpectedRecording expected, int tries) {
        long pause = settings.pauseAfter(tries).toNanos();
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> lanes.submit(() -> attempt(expected, tries + 1)), pause,
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The timer was shut down first; the register still awaits this recording.
            log.debug("No further try of attempt {}: the recorder is ending", expected.attemptId());
        }
    }
}
