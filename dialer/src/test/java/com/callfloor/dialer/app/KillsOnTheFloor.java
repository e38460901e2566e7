package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.FreePorts;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.simulation.SimulatedAgents;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

/**
 * A floor whose processes are killed with SIGKILL in the middle of conversations, one after the other, and started again.
 * Afterwards every call that was answered must have its recording, and no recording may be left without its call, changed, or kept twice.
 */
public final class KillsOnTheFloor implements AutoCloseable {
    private static final int AGENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_QUIETING = Duration.ofMinutes(3);
    private static final Habits HABITS = new Habits(Duration.ofMillis(300), Duration.ofSeconds(5),
            Duration.ofMillis(300));

    private final FreePorts ports = new FreePorts(new Random());
    private final Random random;
    private final Recorder recorder;
    private final FloorParts parts;
    private final DemoStaff staff;
    private final Map<Victim, Integer> killed = new TreeMap<>();
    private Process dialer;
    private @Nullable Process loneRecorder;
    private ApiClient api;
    private @Nullable SimulatedAgents people;

    /** What is killed. */
    public enum Victim {
        DIALER, PBX, DATABASE, RECORDER
    }

    /** Where recordings are taken in. */
    public enum Recorder {
        /** It dies with the dialer. */
        IN_DIALER,
        /** A program of its own: it follows the spool and hands in to the dialer. */
        BESIDE_PBX;

        /** What there is to kill, in turn. */
        public List<Victim> victims() {
            return switch (this) {
                case IN_DIALER -> List.of(Victim.DIALER, Victim.PBX, Victim.DATABASE);
                case BESIDE_PBX -> List.of(Victim.RECORDER, Victim.DIALER, Victim.PBX, Victim.DATABASE);
            };
        }
    }

    /**
     * What was left over; all is well if {@code lost} is empty.
     *
     * @param answered calls that the books know as answered
     * @param stored recordings of theirs that are kept
     * @param objects what lies in the vault
     */
    public record Remains(List<String> lost, Map<Victim, Integer> killed, int answered, int stored, int objects) {
        @Override
        public String toString() {
            return "killed     " + killed + "\nanswered   " + answered + ", recordings kept " + stored + ", objects "
                    + objects + "\nlost       " + (lost.isEmpty() ? "nothing" : String.join("\n           ", lost));
        }
    }

    public KillsOnTheFloor(Recorder recorder, int rounds, long seed) throws Exception {
        this.recorder = recorder;
        random = new Random(seed);
        Debtors debtors = Debtors.numberedFrom(70_000);
        for (int i = 0; i < rounds * 40 + 100; i++) {
            debtors.with("R" + i, new DebtorBehaviour.Talks(Duration.ofMillis(100 + random.nextInt(400)),
                    Duration.ofMillis(800 + random.nextInt(5_000))));
        }
        parts = new FloorParts(new FloorPlan("kills-" + recorder.name().toLowerCase(Locale.ROOT), AGENTS, debtors,
                Map.of("FLOOR_WEB_PORT", Integer.toString(ports.next()))));
        try (Books books = Books.open(parts.home, parts.config, parts.databaseSettings(), parts.clock)) {
            staff = new DemoStaff(books.staff, parts.machine.secrets());
            staff.hire(parts.accounts, parts.home.apiToken());
        }
        dialer = startDialer();
        api = ApiClient.withToken(LoneDialer.address(dialer), parts.machine.secrets().of("api-token"));
        startLoneRecorder();
        api.post("/api/imports?name=test.csv", "text/csv", debtors.caseFile());
        peopleWork();
    }

    private Process startDialer() throws IOException {
        return LoneDialer.start(parts,
                recorder == Recorder.IN_DIALER ? Optional.of(parts.pbx.recordings()) : Optional.empty());
    }

    private void startLoneRecorder() throws IOException {
        if (recorder == Recorder.BESIDE_PBX) {
            loneRecorder = LoneRecorder.start(parts, api.base());
        }
    }

    /** Kills one process in each round, each while a conversation is going on, and everybody's turn comes. */
    public Remains rage(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            talking();
            Thread.sleep(random.nextInt(1_500));
            kill(recorder.victims().get(round % recorder.victims().size()));
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
                dialer = startDialer();
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
            case RECORDER -> {
                requireNonNull(loneRecorder).destroyForcibly().waitFor();
                Thread.sleep(random.nextInt(3_000));
                startLoneRecorder();
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
            List<String> lost = unsettled(books);
            Vault vault = Vaults.reading(parts.home, parts.config, books.recordingProof);
            new RecordingsVerification(books.recordingProof, vault, flaw -> lost.add(flaw.words()))
                    .run(parts.clock.instant());
            return new Remains(lost, killed, all.size(), stored, objects(vault));
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

    private static int objects(Vault vault) throws IOException {
        var objects = new AtomicInteger();
        vault.list(new Vault.Listing() {
            @Override
            public void object(VaultKey key) {
                objects.incrementAndGet();
            }

            @Override
            public void stranger(String name) {
                objects.incrementAndGet();
            }
        });
        return objects.get();
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
        if (loneRecorder != null) {
            loneRecorder.destroyForcibly();
        }
        dialer.destroyForcibly();
        parts.close();
        ports.close();
    }
}
