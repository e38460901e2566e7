package com.callfloor.recorder.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.testing.Desk;

/** One life of a recorder's process, in a hurry, over folders and books that outlive it. */
final class RunningRecorder implements AutoCloseable {
    static final RecorderSettings HASTY = new RecorderSettings(2, Duration.ofMillis(20), Duration.ofMillis(5),
            Duration.ofMillis(40), Duration.ofSeconds(60));

    final RecorderService service;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    RunningRecorder(Desk desk, Intake intake, InstantSource clock, RecorderListener listener) {
        service = new RecorderService(intake, desk.spool, desk.register, HASTY, workers, timer, clock, listener);
    }

    @Override
    public void close() {
        service.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
