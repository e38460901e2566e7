package com.callfloor.dialer.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.callfloor.dialer.store.SqlFactJournal;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.web.ops.HealthProbe;
import com.callfloor.dialer.web.ops.HealthProbe.Reading;
import com.callfloor.dialer.web.ops.HealthProbe.State;
import com.callfloor.dialer.web.tls.ServerCertificate;
import com.callfloor.dialer.webhooks.DeliveryBook.Counts;
import com.callfloor.dialer.words.Words;
import com.callfloor.recorder.service.RecorderSnapshot;

/** Asks the floor's parts how they are, for its administrators. */
final class SystemProbes {
    private static final double MEGABYTE = 1024 * 1024;
    /** Room for recordings on the PBX: a day of 60 lines takes some ten gigabytes. */
    private static final double LITTLE_ROOM_MB = 10_000;
    private static final double NO_ROOM_MB = 1_000;
    private static final int MANY_RECORDINGS = 200;
    private static final long MANY_DELIVERIES = 1_000;
    private static final long CLOCK_WARNING_MS = 500;
    private static final long CLOCK_DOWN_MS = 2_000;
    private static final long STUCK_WARNING_S = 5;
    private static final long STUCK_DOWN_S = 60;
    private static final long EXPIRES_SOON_DAYS = 21;
    private static final double MEMORY_WARNING = 0.9;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Books books;
    private final FloorWatch floor;
    private final Recording recording;
    private final SqlFactJournal journal;
    private final Clock real;

    /** {@code real}: the real clock, also on a demo floor. */
    SystemProbes(Books books, FloorWatch floor, Recording recording, SqlFactJournal journal, Clock real) {
        this.books = books;
        this.floor = floor;
        this.recording = recording;
        this.journal = journal;
        this.real = real;
    }

    /** {@code calendars}: what is to be said of calendars; {@code floorClock}: which imports go by. */
    List<HealthProbe> all(Optional<ServerCertificate> certificate, List<Words> calendars, Clock floorClock) {
        var probes = new ArrayList<HealthProbe>();
        probes.add(new HealthProbe("database", this::database));
        probes.add(new HealthProbe("pbx", this::pbx));
        probes.add(new HealthProbe("trunks", this::trunks));
        probes.add(new HealthProbe("clock", this::clock));
        probes.add(new HealthProbe("vault", this::vault));
        recording.snapshot().ifPresent(here -> probes.add(new HealthProbe("recordings", this::recordings)));
        probes.add(new HealthProbe("journal", this::journal));
        probes.add(new HealthProbe("webhooks", this::webhooks));
        probes.add(new HealthProbe("imports", () -> imports(floorClock.instant())));
        probes.add(new HealthProbe("calendars", () -> because(
                calendars.isEmpty() ? State.WELL : State.WARNING, Map.of(), calendars)));
        certificate.ifPresent(shown -> probes.add(new HealthProbe("certificate", () -> certificate(shown))));
        probes.add(new HealthProbe("memory", SystemProbes::memory));
        return probes;
    }

    /** With its reason in both languages, empty where there is none. */
    private static Reading because(State state, Map<String, Object> figures, List<Words> sentences) {
        Map<String, Object> all = new HashMap<>(figures);
        all.put("reason", joined(sentences, Words::en));
        all.put("reason_zh", joined(sentences, Words::zh));
        return new Reading(state, all);
    }

    private static String joined(List<Words> sentences, Function<Words, String> language) {
        return sentences.stream().map(language).collect(Collectors.joining(" "));
    }

    private Reading database() throws Exception {
        long began = System.nanoTime();
        books.database.ping();
        return new Reading(State.WELL,
                Map.of("answers_in_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    }

    private Reading pbx() {
        var now = floor.current();
        return new Reading(now.links().pbxUp() ? State.WELL : State.DOWN, Map.of("calls", now.calls().size()));
    }

    private Reading trunks() throws Exception {
        List<TrunkView> trunks = told(floor.trunks());
        List<TrunkView> resting = trunks.stream().filter(trunk -> trunk.backsOffUntil().isPresent()).toList();
        List<Words> reasons = new ArrayList<>();
        for (TrunkView trunk : trunks) {
            trunk.unreachable().ifPresent(why -> reasons.add(named(trunk.trunk().name(), why)));
        }
        resting.forEach(trunk -> reasons.add(named(trunk.trunk().name(), trunk.why().orElse(Words.NOTHING))));
        told(floor.lostRegistrations()).forEach((server, why) -> reasons.add(named(server, why)));
        State state = reasons.isEmpty()
                ? State.WELL
                : resting.size() == trunks.size() ? State.DOWN : State.WARNING;
        return because(state, Map.of("trunks", trunks.size(), "resting", resting.size()), reasons);
    }

    private static Words named(String name, Words why) {
        return Words.of("%s: %s.", "%s：%s。", name, why);
    }

    private static <T> T told(CompletionStage<T> asked) throws Exception {
        return asked.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Reading clock() throws Exception {
        if (floor.current().simulated()) {
            return new Reading(State.WELL, Map.of("simulated", true));
        }
        long difference = books.database.clockDifference().toMillis();
        return new Reading(Reading.of(Math.abs(difference), CLOCK_WARNING_MS, CLOCK_DOWN_MS),
                Map.of("simulated", false, "difference_ms", difference));
    }

    private Reading vault() {
        List<Words> fault = recording.desk.cannotRecord().stream().toList();
        return because(fault.isEmpty() ? State.WELL : State.DOWN, Map.of(), fault);
    }

    private Reading recordings() {
        RecorderSnapshot now = recording.snapshot().orElseThrow();
        double free = now.spoolFreeBytes().isPresent() ? now.spoolFreeBytes().getAsLong() / MEGABYTE : 0;
        State room = now.spoolFreeBytes().isEmpty() || free < NO_ROOM_MB
                ? State.DOWN
                : free < LITTLE_ROOM_MB ? State.WARNING : State.WELL;
        State waiting = now.pending() > MANY_RECORDINGS || now.missing() > 0 ? State.WARNING : State.WELL;
        return new Reading(room.compareTo(waiting) > 0 ? room : waiting, Map.of("waiting", now.pending(), "stored",
                now.stored(), "missing", now.missing(), "free_mb", Math.round(free)));
    }

    private Reading journal() {
        long stuck = journal.stuckFor().toSeconds();
        State state = Reading.of(stuck, STUCK_WARNING_S, STUCK_DOWN_S);
        return new Reading(state == State.WELL && journal.setAside() > 0 ? State.WARNING : state, Map.of("waiting",
                journal.waiting(), "stuck_s", stuck, "set_aside", journal.setAside()));
    }

    private Reading webhooks() {
        Map<String, Counts> counts = books.deliveries.counts();
        long pending = counts.values().stream().mapToLong(Counts::pending).sum();
        long dead = counts.values().stream().mapToLong(Counts::dead).sum();
        return new Reading(dead > 0 || pending > MANY_DELIVERIES ? State.WARNING : State.WELL,
                Map.of("pending", pending, "dead", dead));
    }

    private Reading imports(Instant now) {
        int late = books.imports.late(now).size();
        return new Reading(late == 0 ? State.WELL : State.WARNING, Map.of("late", late));
    }

    private Reading certificate(ServerCertificate shown) {
        long days = Duration.between(real.instant(), shown.expiresAt()).toDays();
        boolean expired = !real.instant().isBefore(shown.expiresAt());
        boolean look = days < EXPIRES_SOON_DAYS || shown.trouble().isPresent();
        return because(expired ? State.DOWN : look ? State.WARNING : State.WELL, Map.of("days_left", days),
                shown.trouble()
                        .stream()
                        .map(why -> Words.of("the files have changed and cannot be used, so the old one is shown: %s",
                                "文件已更换但无法使用，仍使用旧证书：%s", why))
                        .toList());
    }

    private static Reading memory() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double share = (double) heap.getUsed() / Math.max(heap.getMax(), heap.getCommitted());
        return new Reading(share < MEMORY_WARNING ? State.WELL : State.WARNING,
                Map.of("used_mb", Math.round(heap.getUsed() / MEGABYTE), "most_mb",
                        Math.round(Math.max(heap.getMax(), heap.getCommitted()) / MEGABYTE)));
    }
}
