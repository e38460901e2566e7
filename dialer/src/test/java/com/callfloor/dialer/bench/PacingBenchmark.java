package com.callfloor.dialer.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.Activity;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.PacingEvent;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;
import com.callfloor.dialer.pacing.predictive.AbandonmentCap;
import com.callfloor.dialer.pacing.predictive.Predictive;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one pacing decision costs on a large floor: 200 agents, 400 calls ringing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class PacingBenchmark {
    private static final String CAMPAIGN = "bench";
    private static final int AGENTS = 200;
    private static final int RINGING = 400;

    private final Predictive pacing = new Predictive(Duration.ofSeconds(2), new AbandonmentCap(0.03));
    private final Random random = new Random(1);
    private final List<BusyAgent> busy = new ArrayList<>();
    private final List<RingingCall> ringing = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    public PacingBenchmark() {
        for (int i = 0; i < 20_000; i++) {
            now = now.plusMillis(100);
            pacing.hear(new PacingEvent.Dialed(now, CAMPAIGN, 1));
            RingEnd how = random.nextDouble() < 0.2 ? RingEnd.ANSWERED : RingEnd.UNANSWERED;
            pacing.hear(new PacingEvent.RingingEnded(now, CAMPAIGN, Duration.ofMillis(random.nextInt(25_000)), how));
        }
        for (int i = 0; i < AGENTS - 2; i++) {
            busy.add(new BusyAgent(CAMPAIGN, i % 8 == 0 ? Activity.WRAP_UP : Activity.TALK,
                    now.minusMillis(random.nextInt(120_000)), false));
        }
        for (int i = 0; i < RINGING; i++) {
            ringing.add(new RingingCall(CAMPAIGN, now.minusMillis(random.nextInt(25_000)), 1));
        }
    }

    @Benchmark
    public Pace predictive() {
        now = now.plusMillis(100);
        return pacing.pace(new FloorPicture(now, 2, 0, busy, 0, ringing, 1_000, FloorPicture.ALL_ALIKE), CAMPAIGN);
    }
}
