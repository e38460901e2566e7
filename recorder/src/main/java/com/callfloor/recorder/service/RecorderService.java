package com.callfloor.recorder.service;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.spool.Spool;
import org.jspecify.annotations.Nullable;

/**
 * The recorder. Takes each recording in as soon as its call's end is announced, and looks into the register now and then
 * for what was never announced, so that neither a lost event nor a restart loses a recording. Thread-safe.
 */
public final class RecorderService implements AutoCloseable {
    private final RecorderSettings settings;
    private final ScheduledExecutorService timer;
    private final Spool spool;
    private final Lanes lanes;
    private final Pending pending = new Pending();
    private final Tally tally = new Tally();
    private final Handling handling;
    private final Reconciler reconciler;
    private @Nullable ScheduledFuture<?> reconciling;

    /**
     * Starts nothing yet.
     *
     * @param workers runs what blocks; not shut down here
     * @param timer runs what is short; not shut down here
     * @param clock the one by which the calls' times were taken
     */
    public RecorderService(Intake intake, Spool spool, RecordingRegister register, RecorderSettings settings,
            Executor workers, ScheduledExecutorService timer, InstantSource clock, RecorderListener listener) {
        this.settings = settings;
        this.timer = timer;
        this.spool = spool;
        this.lanes = new Lanes(workers, settings.parallelism());
        RecorderListener guarded = new GuardedListener(listener);
        this.handling = new Handling(intake, settings, lanes, timer, clock, guarded, pending, tally);
        this.reconciler = new Reconciler(register, spool, intake, handling, pending, guarded);
    }

    /** Looks into the register at once and from then on now and then. */
    public synchronized void start() {
        if (reconciling != null) {
            throw new IllegalStateException("the recorder was started already");
        }
        reconciling = timer.scheduleWithFixedDelay(() -> lanes.submit(reconciler::lookUnlessLooking), 0,
                settings.reconcileEvery().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Takes the recording in at once. Never blocks; repeats are harmless. */
    public void callEnded(ExpectedRecording expected) {
        handling.begin(expected);
    }

    /**
     * Looks into the register now and waits until all that is due is settled. For the end of a run whose numbers have to
     * be complete.
     *
     * @return false if the register could not be asked, or something is still in hand after that time
     */
    public boolean drain(Duration within) throws InterruptedException {
        return reconciler.look() && pending.awaitNone(within);
    }

    /** The numbers now. */
    public RecorderSnapshot snapshot() {
        return tally.snapshot(pending.size(), spoolFreeBytes());
    }

    /**
     * Stops. What is being taken in is finished, within the settings' time; what waits stays due in the register and is
     * taken in after the next start.
     */
    @Override
    public synchronized void close() {
        if (reconciling != null) {
            reconciling.cancel(false);
        }
        lanes.close(settings.closeWithin());
    }

    private OptionalLong spoolFreeBytes() {
        try {
            return OptionalLong.of(spool.freeBytes());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
