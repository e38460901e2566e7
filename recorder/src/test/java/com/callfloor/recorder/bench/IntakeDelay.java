package com.callfloor.recorder.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.intake.Beginnings;
import com.callfloor.recorder.intake.Follower;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.service.LatencySummary;
import com.callfloor.recorder.service.RecorderListener;
import com.callfloor.recorder.service.RecorderService;
import com.callfloor.recorder.service.RecorderSettings;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.Speech;

/** From hang-up to playable, through the recorder's own service into a vault of files; the books are in memory. */
final class IntakeDelay {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LAST_SECOND = PcmFormat.BYTES_PER_SECOND;

    private final Path folder;
    private int runs;

    private IntakeDelay(Path folder) {
        this.folder = folder;
    }

    static String measure(Path folder, int calls, Duration length) throws Exception {
        var delay = new IntakeDelay(folder);
        delay.run(Math.min(calls, 10), Duration.ofSeconds(10), Duration.ofSeconds(1), true);
        return "From hang-up to playable, opus (goal: p99 below 2 s)\n"
                + delay.line("followed while they ran", calls, length, WITHIN, true)
                + delay.line("followed, all end at once", calls, length, Duration.ZERO, true)
                + delay.line("found after a restart", calls, length, WITHIN, false)
                + delay.line("one of ten minutes, followed", 1, Duration.ofMinutes(10), Duration.ZERO, true)
                + delay.line("one of ten minutes, found after a restart", 1, Duration.ofMinutes(10), Duration.ZERO,
                        false);
    }

    private String line(String what, int calls, Duration length, Duration within, boolean followed) throws Exception {
        Result result = run(calls, length, within, followed);
        String following = followed
                ? "; following took %.0f %% of a core while they ran".formatted(result.followingShare * 100)
                : "";
        return "  %d x %d s that end within %d s, %s: p50 %d ms, p99 %d ms, most %d ms%s%n".formatted(calls,
                length.toSeconds(), within.toSeconds(), what, result.latency.p50().toMillis(),
                result.latency.p99().toMillis(), result.latency.max().toMillis(), following);
    }

    private record Result(LatencySummary latency, double followingShare) {}

    private Result run(int calls, Duration length, Duration within, boolean followed) throws Exception {
        Desk desk = new Desk(folder.resolve("run-" + runs++), RecordingFormat.OPUS);
        byte[] sound = Speech.frames(length, true, true);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            Files.write(raw(desk, id), Arrays.copyOf(sound, sound.length - LAST_SECOND));
        }
        Optional<Follower> follower = followed
                ? Optional.of(new Follower(desk.spool, DebtorSide.LEFT))
                : Optional.empty();
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        follower.ifPresent(Follower::look);
        double share = (double) (threads.getCurrentThreadCpuTime() - before) / length.toNanos();
        try (Life life = new Life(desk, follower)) {
            for (UUID id : ids) {
                Files.write(raw(desk, id), Arrays.copyOfRange(sound, sound.length - LAST_SECOND, sound.length),
                        StandardOpenOption.APPEND);
                Instant now = Instant.now();
                var ended = new ExpectedRecording(id, "case-1", now.minus(length), now, now.minus(length));
                desk.register.expect(ended);
                life.service.callEnded(ended);
                TimeUnit.NANOSECONDS.sleep(within.dividedBy(calls).toNanos());
            }
            if (!life.service.drain(PATIENCE)) {
                throw new IOException("not all was taken in after " + PATIENCE);
            }
            return new Result(life.service.snapshot().hangupToPlayable(), share);
        }
    }

    private static Path raw(Desk desk, UUID id) {
        return desk.spoolFolder.resolve(id + ".raw");
    }

    /** A recorder as the dialer runs it. */
    private static final class Life implements AutoCloseable {
        private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        private final RecorderService service;

        Life(Desk desk, Optional<Follower> follower) {
            InstantSource clock = InstantSource.system();
            var intake = desk.intake(DebtorSide.LEFT, desk.vault, desk.register, clock,
                    follower.<Beginnings>map(found -> found).orElse(Beginnings.NONE));
            service = new RecorderService(intake, desk.spool, desk.register, RecorderSettings.defaults(), workers,
                    timer, clock, new RecorderListener() {
                    });
            follower.ifPresent(found -> {
                var unused = timer.scheduleWithFixedDelay(found::look, 1, 1, TimeUnit.SECONDS);
            });
        }

        @Override
        public void close() {
            service.close();
            timer.shutdownNow();
            workers.shutdownNow();
        }
    }
}
