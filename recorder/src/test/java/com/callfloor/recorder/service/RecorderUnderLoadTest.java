package com.callfloor.recorder.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.WavSource;
import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.intake.RecordingHome;
import com.callfloor.recorder.intake.StoredObject;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.Events;
import com.callfloor.recorder.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RecorderUnderLoadTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CALLS = 8;

    private final Desk desk;
    private final MovableClock clock = new MovableClock(ANSWERED.plusSeconds(60));
    private final SlowHome home;
    private final List<ExpectedRecording> calls = new ArrayList<>();

    RecorderUnderLoadTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
        home = new SlowHome(desk.home());
        for (int i = 0; i < CALLS; i++) {
            ExpectedRecording call = Calls.connected(Duration.ofSeconds(1));
            Calls.writeTones(desk.spoolFolder, call);
            desk.register.expect(call);
            calls.add(call);
        }
    }

    @Test
    void noMoreAreTakenInAtOnceThanSet() throws Exception {
        try (RunningRecorder recorder = recorder()) {
            calls.forEach(recorder.service::callEnded);
            await().atMost(SOON).until(() -> home.inside.get() == RunningRecorder.HASTY.parallelism());

            home.open.countDown();

            assertThat(recorder.service.drain(SOON)).isTrue();
            assertThat(recorder.service.snapshot().stored()).isEqualTo(CALLS);
            assertThat(home.mostInside.get()).isEqualTo(RunningRecorder.HASTY.parallelism());
        }
    }

    @Test
    void closingFinishesWhatIsUnderWay_andTheNextStartTakesTheRest() throws Exception {
        RunningRecorder first = recorder();
        calls.forEach(first.service::callEnded);
        await().atMost(SOON).until(() -> home.inside.get() == RunningRecorder.HASTY.parallelism());
        Thread closing = Thread.startVirtualThread(first::close);
        await().atMost(SOON).until(() -> closing.getState() == Thread.State.TIMED_WAITING);

        home.open.countDown();
        closing.join();

        assertThat(desk.register.kept()).hasSize(RunningRecorder.HASTY.parallelism());
        try (RunningRecorder second = recorder()) {
            second.service.start();
            await().atMost(SOON).until(() -> desk.register.kept().size() == CALLS);
        }
    }

    private RunningRecorder recorder() {
        Intake intake = new Intake(desk.spool, DebtorSide.LEFT, home, desk.register, Desk.MISSING_AFTER, clock);
        return new RunningRecorder(desk, intake, clock, new Events());
    }

    /** Keeps nothing before it is opened. */
    private static final class SlowHome implements RecordingHome {
        private final RecordingHome home;
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger mostInside = new AtomicInteger();

        SlowHome(RecordingHome home) {
            this.home = home;
        }

        @Override
        public StoredObject keep(ExpectedRecording expected, Inspection measured, WavSource source) throws IOException {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                open.await();
                return home.keep(expected, measured, source);
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            } finally {
                inside.decrementAndGet();
            }
        }
    }
}
