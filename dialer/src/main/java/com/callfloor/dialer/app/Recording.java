package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.intake.Beginnings;
import com.callfloor.recorder.intake.Follower;
import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.intake.RecordingHome;
import com.callfloor.recorder.intake.VaultHome;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.service.RecorderListener;
import com.callfloor.recorder.service.RecorderService;
import com.callfloor.recorder.service.RecorderSettings;
import com.callfloor.recorder.service.RecorderSnapshot;
import com.callfloor.recorder.spool.Spool;
import com.callfloor.recorder.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recorder inside the dialer's process, or, where the PBX's spool is elsewhere, only the vault it hands in to. */
final class Recording implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private static final long FOLLOW_EVERY_MS = 1_000;

    final Vault vault;
    /** Where a recorder beside the PBX hands in to. */
    final RecordingHome home;
    final RecorderDesk desk;
    private final Optional<RecorderService> service;
    private final Optional<Follower> follower;
    private final ScheduledExecutorService following = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("recorder-follower").factory());
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("recorder-timer").factory());
    private final ExecutorService workers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("recorder-", 0).factory());

    /** @param format of what is kept from now on */
    Recording(Vault vault, RecordingFormat format, Optional<Path> spoolFolder, RecordingRegister register,
            Clock clock) {
        this.vault = vault;
        home = new VaultHome(vault, format, Beginnings.NONE);
        follower = spoolFolder.filter(folder -> format == RecordingFormat.OPUS)
                .map(folder -> new Follower(new Spool(folder), DebtorSide.LEFT));
        service = spoolFolder.map(folder -> {
            var spool = new Spool(folder);
            var local = new VaultHome(vault, format, follower.<Beginnings>map(found -> found).orElse(Beginnings.NONE));
            var intake = new Intake(spool, DebtorSide.LEFT, local, register, RecorderSettings.DEFAULT_MISSING_AFTER,
                    clock);
            return new RecorderService(intake, spool, register, RecorderSettings.defaults(), workers, timer, clock,
                    new Listener());
        });
        desk = new RecorderDesk(service, vault);
    }

    void start() {
        service.ifPresent(RecorderService::start);
        follower.ifPresent(found -> {
            var unused = following.scheduleWithFixedDelay(found::look, FOLLOW_EVERY_MS, FOLLOW_EVERY_MS,
                    TimeUnit.MILLISECONDS);
        });
    }

    /** Empty if the recorder runs elsewhere. */
    Optional<RecorderSnapshot> snapshot() {
        return service.map(RecorderService::snapshot);
    }

    /** Waits until everything that is due was taken in; false if it was not in time. */
    boolean drain(Duration within) throws InterruptedException {
        return service.isEmpty() || service.get().drain(within);
    }

    @Override
    public void close() {
        desk.close();
        service.ifPresent(RecorderService::close);
        following.shutdownNow();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static final class Listener implements RecorderListener {
        @Override
        public void missing(ExpectedRecording expected, String why) {
            LOG.error("the recording of attempt {} is missing: {}", expected.attemptId(), why);
        }

        @Override
        public void failed(UUID attemptId, String why, int tries) {
            LOG.warn("the recording of attempt {} could not be taken in, try {}: {}", attemptId, tries, why);
        }

        @Override
        public void stranger(String name) {
            LOG.warn("the PBX's recording folder holds {}, which is no recording of ours", name);
        }
    }
}
