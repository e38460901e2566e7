package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.callfloor.dialer.floor.FloorTallies;
import com.callfloor.dialer.floor.Latencies;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.ManagerAccess;
import com.callfloor.dialer.local.PhoneAccount;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.supervision.CampaignMode;

/** A whole floor on which many calls are made at once: as many as a bare script makes on the same PBX. */
public final class CallsOnTheFloor implements AutoCloseable {
    public static final int AGENTS = 50;
    private static final int FIRST_OF_SCRIPT = 60_000;
    private static final int FIRST_OF_FLOOR = 70_000;
    private static final int RATIO = 4;
    private static final long TICKS_PER_SECOND = 100;

    private final WholeFloor floor;
    private final Debtors ofFloor = Debtors.numberedFrom(FIRST_OF_FLOOR);
    private final Debtors ofScript = Debtors.numberedFrom(FIRST_OF_SCRIPT);

    /** What the floor did, and what it cost. */
    public record Figures(double callsPerSecond, Latencies.View answerToBridge, double dialerCpu, double pbxCpu) {}

    /** @param behaviour of every debtor, of {@code count} of the script's and {@code count} of the floor's */
    public CallsOnTheFloor(String name, DebtorBehaviour behaviour, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            ofFloor.with("F" + i, behaviour);
            ofScript.with("S" + i, behaviour);
        }
        floor = WholeFloor.open(new FloorPlan(name, AGENTS, ofFloor, Map.of("FLOOR_DIALING_MODE", "paused",
                "FLOOR_DIALING_RATIO", Integer.toString(RATIO))));
        var behaviours = new HashMap<>(ofFloor.behaviours());
        behaviours.putAll(ofScript.behaviours());
        floor.parts.carrier.behave(behaviours);
    }

    /**
     * Gives the PBX, its carrier and its phones the first half of the cores, and the dialer, the script and the database
     * the other half: as with a PBX that has a machine of its own.
     */
    public void setPbxApart() throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores < 2) {
            throw new IllegalStateException("a PBX can be set apart on two cores or more; this machine has one");
        }
        int half = cores / 2;
        String pbxSide = half == 1 ? "0" : "0-" + (half - 1);
        String dialerSide = half == cores - 1 ? "" + half : half + "-" + (cores - 1);
        pin(ProcessHandle.current().pid(), dialerSide);
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            boolean database = child.info().command().orElse("").contains("mariadbd");
            pin(child.pid(), database ? dialerSide : pbxSide);
        }
    }

    private static void pin(long pid, String cores) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IllegalStateException(
                    "taskset (of util-linux) could not move process " + pid + " to cores " + cores);
        }
    }

    public ManagerAccess manager() {
        return floor.parts.pbx.manager();
    }

    public List<String> extensions() {
        return floor.parts.accounts.stream().map(PhoneAccount::extension).toList();
    }

    /** The numbers that the script may call. */
    public List<String> numbers() {
        return ofScript.caseRefs().stream().map(ref -> ofScript.number(ref).e164()).toList();
    }

    /** Calls that the script should keep up at once, to ask as much of the PBX as the floor does. */
    public static int atOnce(CampaignMode mode) {
        return mode == CampaignMode.RATIO ? AGENTS * RATIO : AGENTS;
    }

    /** Calls every debtor of the floor, and measures the second half of the calls: the first one warms up. */
    public Figures call(CampaignMode mode) throws Exception {
        int count = ofFloor.caseRefs().size();
        try (var people = new Everybody(floor,
                new Habits(Duration.ofMillis(2), Duration.ofMinutes(5), Duration.ofSeconds(1)))) {
            people.getReady();
            floor.dialer.floor.mode("default", mode).toCompletableFuture().join();
            Everybody.until("half of the debtors are called",
                    () -> floor.dialer.tallies().attempts() - floor.dialer.floor.current().calls().size() >= count / 2);
            long measured = count - floor.dialer.tallies().attempts()
                    + floor.dialer.floor.current().calls().size();
            long[] cpuBefore = cpu();
            long begun = System.nanoTime();
            Everybody.until("every debtor is called", () -> {
                FloorTallies seen = floor.dialer.tallies();
                return seen.attempts() >= count && floor.dialer.floor.current().calls().isEmpty();
            });
            double seconds = (System.nanoTime() - begun) / 1e9;
            long[] cpuAfter = cpu();
            floor.dialer.floor.mode("default", CampaignMode.PAUSED).toCompletableFuture().join();
            return new Figures(measured / seconds, floor.dialer.tallies().answerToBridge(),
                    (cpuAfter[0] - cpuBefore[0]) / (double) TICKS_PER_SECOND / measured * 1e3,
                    (cpuAfter[1] - cpuBefore[1]) / (double) TICKS_PER_SECOND / measured * 1e3);
        }
    }

    /** CPU ticks so far of this JVM (dialer, agents) and of the PBX. */
    private long[] cpu() throws IOException {
        return new long[]{ticks(ProcessHandle.current().pid()), ticks(floor.parts.pbx.pid())};
    }

    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        List<String> fields = new ArrayList<>(List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)));
        return IntStream.of(11, 12).mapToLong(field -> Long.parseLong(fields.get(field))).sum();
    }

    @Override
    public void close() {
        floor.close();
    }
}
