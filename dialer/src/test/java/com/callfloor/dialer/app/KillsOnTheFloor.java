package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.simulation.SimulatedAgents;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

/**
 * A floor whose processes are killed with SIGKILL in the middle of conversations, one after the other, and started again.
 * Afterwards every call that was answered must have its recording, and no recording may be left without its call.
 */
public final class KillsOnTheFloor implements AutoCloseable {
    private static final int AGENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_QUIETING = Duration.ofMinutes(3);
    private static final Habits HABITS = new Habits(Duration.ofMillis(300), Duration.ofSeconds(5),
            Duration.ofMillis(300));

    private final Random random;
    private final FloorParts parts;
    private final DemoStaff staff;
    private final Map<Victim, Integer> killed = new TreeMap<>();
    private Process dialer;
    private ApiClient api;
    private @Nullable SimulatedAgents people;

    /** What is killed. The recorder that takes recordings in runs in the dialer. */
    public enum Victim {
        DIALER, PBX, DATABASE
    }

    /**
     * What was left over; all is well if {@code lost} is empty.
     *
     * @param answered calls that the books know as answered
     * @param stored recordings of theirs that are kept
     */
    public record Remains(List<String> lost, Map<Victim, Integer> killed, int answered, int stored) {
        @Override
        public String toString() {
            return "killed     " + killed + "\nanswered   " + answered + ", recordings kept " + stored + "\nlost       "
                    + (lost.isEmpty() ? "nothing" : String.join("\n           ", lost));
        }
    }

    public KillsOnTheFloor(int rounds, long seed) throws Exception {
        random = new Random(seed);
        Debtors debtors = Debtors.numberedFrom(70_000);
        for (int i = 0; i < rounds * 40 + 100; i++) {
            debtors.with("R" + i, new DebtorBehaviour.Talks(Duration.ofMillis(100 + random.nextInt(400)),
                    Duration.ofMillis(800 + random.nextInt(5_000))));
        }
        parts = new FloorParts(new FloorPlan("kills", AGENTS, debtors, Map.of("FLOOR_WEB_PORT", freePort())));
        try (Books books = Books.open(parts.home, parts.config, parts.databaseSettings(), parts.clock)) {
            staff = new DemoStaff(books.staff, parts.machine.secrets());
            staff.hire(parts.accounts, parts.home.apiToken());
        }
        dialer = LoneDialer.start(parts);
        api = ApiClient.withToken(LoneDialer.address(dialer), parts.machine.secrets().of("api-token"));
        api.post("/api/imports?name=test.csv", "text/csv", debtors.caseFile());
        peopleWork();
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** Kills one process in each round, each while a conversation is going on, and everybody's turn comes. */
    public Remains rage(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            talking();
            Thread.sleep(random.nextInt(1_500));
            kill(Victim.values()[round % Victim.values().length]);
        }
        talking();
        return quiet();
    }

    private void talking() {
        await("somebody talks").atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ApiClient.NotAvailable.class)
                .until(() -> api.get("/api/calls?state=open").path("items").findValuesAsText("state"),
                        states -> states.contains("connected"));
    }

    private void kill(Victim victim) throws Exception {
        switch (victim) {
            case DIALER -> {
                requireNonNull(people).close();
                dialer.destroyForcibly().waitFor();
                // Calls that end while nobody listens are the ones that are lost most easily.
                Thread.sleep(random.nextInt(3_000));
                dialer = LoneDialer.start(parts);
                api = ApiClient.withToken(LoneDialer.address(dialer), parts.machine.secrets().of("api-token"));
                peopleWork();
            }
            case PBX -> {
                parts.pbx.kill();
                parts.pbx.start();
            }
            case DATABASE -> {
                parts.database.kill();
                Thread.sleep(random.nextInt(3_000));
                parts.database.start();
            }
        }
        killed.merge(victim, 1, Integer::sum);
    }

    private void peopleWork() throws IOException {
        Map<String, String> signIns = new HashMap<>();
        for (int i = 1; i <= AGENTS; i++) {
            signIns.put("agent" + i, requireNonNull(staff.signIns().get("agent" + i)));
        }
        people = new SimulatedAgents(signIns, api.base(), HABITS, parts.clock, new Random(random.nextLong()));
        people.start();
    }

    /** Nobody is dialed any more: what is up comes to its end, and its recording is taken in. */
    private Remains quiet() throws Exception {
        ApiClient supervisor = ApiClient.signedIn(api.base(), "supervisor",
                requireNonNull(staff.signIns().get("supervisor")));
        supervisor.post("/api/campaigns/default/mode", Map.of("mode", "paused"));
        try (Books books = Books.open(parts.home, parts.config, parts.databaseSettings(), parts.clock)) {
            Waiting.until(() -> unsettled(books).isEmpty(), LONGEST_QUIETING);
            List<RecordingView> all = recordings(books);
            int stored = (int) all.stream().filter(one -> one.state().equals("stored")).count();
            return new Remains(unsettled(books), killed, all.size(), stored);
        }
    }

    private List<String> unsettled(Books books) {
        List<String> lost = new ArrayList<>();
        for (RecordingView recording : recordings(books)) {
            if (!recording.state().equals("stored")) {
                lost.add("attempt " + recording.id() + ": its recording is " + recording.state());
            }
        }
        try (Stream<Path> raw = Files.list(parts.pbx.recordings())) {
            raw.forEach(file -> lost.add("the raw file " + file.getFileName() + " stays in the PBX's folder"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lost;
    }

    private static List<RecordingView> recordings(Books books) {
        List<RecordingView> all = new ArrayList<>();
        @Nullable
        AttemptId before = null;
        List<RecordingView> page = books.recordings.page(Scope.ALL, null, before, 200);
        while (!page.isEmpty()) {
            all.addAll(page);
            before = page.getLast().id();
            page = books.recordings.page(Scope.ALL, null, before, 200);
        }
        return all;
    }

    @Override
    public void close() {
        if (people != null) {
            people.close();
        }
        dialer.destroyForcibly();
        parts.close();
    }
}
