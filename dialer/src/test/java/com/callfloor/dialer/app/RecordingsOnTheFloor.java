package com.callfloor.dialer.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.floor.Latencies;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.testing.StereoSound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.util.Objects.requireNonNull;

/**
 * A whole floor on which many conversations end within some seconds: are all of them there to be heard, and how soon after
 * the hang-up was asked for? Playable is what is stored and has been read through the API.
 */
public final class RecordingsOnTheFloor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingsOnTheFloor.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration MOST_LENGTH_ERROR = Duration.ofMillis(500);
    /** On a loaded machine some calls fail, and nobody is called again so soon. */
    private static final int DEBTORS_FOR_EACH = 4;
    /** Sixty phones are not picked up in one instant: how the floor bears that is measured elsewhere. */
    private static final Duration FIRST_RING = Duration.ofMillis(300);
    private static final Duration RING_APART = Duration.ofMillis(200);
    /** Nobody ends a call or wraps one up by themselves. */
    private static final Habits PATIENT = new Habits(Duration.ofHours(1), Duration.ofHours(4), Duration.ofSeconds(1));

    private final WholeFloor floor;
    private final int calls;

    /**
     * What became of them.
     *
     * @param atOnce how many were connected with agents at the same time
     * @param missing what is not playable, or not as long as its call; and what {@code recordings verify} finds
     * @param load of the machine over the last minute, and its cores
     */
    public record Figures(int atOnce, List<String> missing, Latencies.View playable, double load, int cores) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, """
                    %d calls at once through the PBX, all hung up within %d s (goal: none missing, p99 below 2 s)
                      hang-up to playable: p50 %.0f ms, p99 %.0f ms, most %.0f ms
                      missing: %s
                      load of the machine %.1f on %d cores
                    """, atOnce, WITHIN.toSeconds(), playable.p50(), playable.p99(), playable.max(),
                    missing.isEmpty() ? "none" : String.join("\n           ", missing), load, cores);
        }
    }

    public RecordingsOnTheFloor(int calls) throws Exception {
        this.calls = calls;
        Debtors debtors = Debtors.numberedFrom(50_000);
        for (int i = 0; i < calls * DEBTORS_FOR_EACH; i++) {
            debtors.with("P" + i, new DebtorBehaviour.Talks(FIRST_RING.plus(RING_APART.multipliedBy(i % calls)),
                    DebtorBehaviour.UNTIL_HUNG_UP));
        }
        floor = WholeFloor.open(new FloorPlan("bench-recordings", calls, debtors,
                Map.of("FLOOR_DIALING_MODE", "paused")));
    }

    /** Has everybody talk for so long, all at the same time. */
    public Figures measure(Duration talk) throws Exception {
        try (var people = new Everybody(floor, PATIENT)) {
            people.getReady();
            floor.dialer.floor.mode("default", CampaignMode.PROGRESSIVE).toCompletableFuture().join();
            Everybody.until("everybody talks", () -> connected().size() == calls, this::stand);
            floor.dialer.floor.mode("default", CampaignMode.PAUSED).toCompletableFuture().join();
            TimeUnit.NANOSECONDS.sleep(talk.toNanos());
            List<AttemptId> all = connected();
            Map<AttemptId, Long> hungUpAt = new ConcurrentHashMap<>();
            var hangingUp = Thread.ofVirtual().start(() -> hangUp(all, hungUpAt));
            Map<AttemptId, Duration> playable = untilPlayable(all, hungUpAt);
            List<String> missing = new ArrayList<>();
            all.stream()
                    .filter(id -> !playable.containsKey(id))
                    .forEach(id -> missing.add("attempt " + id + " is not playable"));
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            hangingUp.join();
            missing.addAll(wrongLengths(playable.keySet()));
            new RecordingsVerification(floor.books.recordingProof, floor.dialer.recording.vault,
                    flaw -> missing.add(flaw.words())).run(floor.parts.clock.instant());
            var latencies = new Latencies();
            playable.values().forEach(latencies::add);
            return new Figures(all.size(), missing, latencies.view(), load, Runtime.getRuntime().availableProcessors());
        }
    }

    private String stand() {
        Map<String, Long> states = floor.books.calls.page(null, null, null, DEBTORS_FOR_EACH * calls)
                .stream()
                .collect(Collectors.groupingBy(call -> call.state() + " " + call.outcome(), Collectors.counting()));
        Map<String, Long> agents = floor.dialer.floor.current()
                .agents()
                .stream()
                .collect(Collectors.groupingBy(agent -> agent.state().code(), Collectors.counting()));
        return "calls " + states + ", agents " + agents + ", so far " + floor.dialer.tallies();
    }

    private List<AttemptId> connected() {
        return floor.books.calls.page(null, "open", null, 2 * calls)
                .stream()
                .filter(call -> call.state().equals("connected"))
                .map(CallView::id)
                .toList();
    }

    private void hangUp(List<AttemptId> all, Map<AttemptId, Long> hungUpAt) {
        try {
            for (AttemptId id : all) {
                hungUpAt.put(id, System.nanoTime());
                floor.dialer.floor.hangUp(id, new Requester.Supervisor(1)).toCompletableFuture().join();
                TimeUnit.NANOSECONDS.sleep(WITHIN.dividedBy(calls).toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for each one's sound as soon as it is stored; what cannot be heard for minutes is not in the answer. */
    private Map<AttemptId, Duration> untilPlayable(List<AttemptId> all, Map<AttemptId, Long> hungUpAt)
            throws InterruptedException {
        Map<AttemptId, Duration> playable = new ConcurrentHashMap<>();
        Set<AttemptId> awaited = new HashSet<>(all);
        long end = System.nanoTime() + WITHIN.plus(LONGEST_WAIT).toNanos();
        while (playable.size() < all.size() && System.nanoTime() < end) {
            for (RecordingView recording : floor.books.recordings.page(Scope.ALL, null, null, 2 * calls)) {
                if (recording.state().equals("stored") && awaited.remove(recording.id())) {
                    Thread.ofVirtual().start(() -> {
                        if (plays(recording.id(), end)) {
                            playable.put(recording.id(), Duration.ofNanos(
                                    System.nanoTime() - requireNonNull(hungUpAt.get(recording.id()))));
                        }
                    });
                }
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
        return Map.copyOf(playable);
    }

    private boolean plays(AttemptId id, long end) {
        while (System.nanoTime() < end) {
            try {
                if (floor.api.bytes(audio(id), "Range", "bytes=0-4095").statusCode() == 206) {
                    return true;
                }
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            } catch (IOException e) {
                LOG.info("asking for a recording once more", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static String audio(AttemptId id) {
        return "/api/recordings/" + id + "/audio";
    }

    private List<String> wrongLengths(Collection<AttemptId> all) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (AttemptId id : all) {
            Duration heard = StereoSound.ofOgg(floor.api.bytes(audio(id)).body()).length();
            Optional<CallView> call = floor.books.calls.byId(id);
            Duration talked = Duration.between(requireNonNull(call.orElseThrow().answeredAt()),
                    requireNonNull(call.orElseThrow().endedAt()));
            if (heard.minus(talked).abs().compareTo(MOST_LENGTH_ERROR) > 0) {
                wrong.add("attempt " + id + " plays for " + heard + ", its call lasted " + talked);
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        floor.close();
    }
}
