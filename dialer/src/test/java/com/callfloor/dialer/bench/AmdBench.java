package com.callfloor.dialer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.local.Carrier;
import com.callfloor.dialer.local.CarrierSettings;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.LocalMachine;
import com.callfloor.dialer.local.LocalPbx;
import com.callfloor.dialer.local.ManagerAccess;
import com.callfloor.dialer.pbx.AsteriskPbx;
import com.callfloor.dialer.pbx.PbxSettings;
import com.callfloor.dialer.pbx.PbxTimings;
import org.jspecify.annotations.Nullable;

/**
 * How well the PBX tells machines from people, and how long it takes: {@code bin/floor bench amd}. The carrier plays the
 * labelled set of {@code config/asterisk/sounds/greetings.tsv}; each sound is one call for each silence before it.
 */
public final class AmdBench {
    private static final Duration RING = Duration.ofMillis(300);
    private static final List<Duration> SILENCES = List.of(Duration.ofMillis(150), Duration.ofMillis(900));
    private static final int SILENT_CALLS = 4;
    private static final int AT_ONCE = 10;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
    private static final int REFUSED = 20;

    private final Carrier carrier;
    private final LocalPbx asterisk;
    private final AsteriskPbx pbx;
    private final Random random = new Random(4);
    private final Semaphore lines = new Semaphore(AT_ONCE);
    private final Map<AttemptId, Call> calls = new ConcurrentHashMap<>();

    /** One call of the set. */
    private static final class Call {
        final String kind;
        final CountDownLatch over = new CountDownLatch(1);
        volatile @Nullable Instant answeredAt;
        volatile @Nullable AnsweredBy by;
        volatile @Nullable Duration took;

        Call(String kind) {
            this.kind = kind;
        }
    }

    private AmdBench(LocalMachine machine) {
        carrier = new Carrier(machine, CarrierSettings.lively(1));
        asterisk = new LocalPbx(machine, carrier.address(), List.of());
        carrier.start();
        asterisk.start();
        ManagerAccess access = asterisk.manager();
        var settings = new PbxSettings(access.host(), access.port(), access.user(), access.secret(), false,
                PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
        pbx = new AsteriskPbx(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), InstantSource.system());
    }

    public static void main(String[] args) throws Exception {
        Path root = Path.of(System.getProperty("floor.home", ".")).toAbsolutePath().normalize();
        LocalMachine machine = LocalMachine.of(root, Files.createDirectories(root.resolve("var/bench-amd")));
        new AmdBench(machine).run(root.resolve("var/sounds"));
        System.exit(0);
    }

    private void run(Path sounds) throws IOException, InterruptedException {
        Map<PhoneNumber, DebtorBehaviour> behaviours = new LinkedHashMap<>();
        Map<PhoneNumber, String> kinds = new LinkedHashMap<>();
        for (Map.Entry<DebtorBehaviour, String> labelled : set(sounds)) {
            var number = new PhoneNumber("+8613%09d".formatted(behaviours.size()));
            behaviours.put(number, labelled.getKey());
            kinds.put(number, labelled.getValue());
        }
        carrier.behave(behaviours);
        var linked = new CountDownLatch(1);
        pbx.open(event -> {
            if (event instanceof PbxEvent.Snapshot) {
                linked.countDown();
            }
            on(event);
        });
        linked.await();
        for (Map.Entry<PhoneNumber, String> number : kinds.entrySet()) {
            lines.acquire();
            AttemptId attempt = AttemptId.next(InstantSource.system().instant(), random);
            calls.put(attempt, new Call(number.getValue()));
            pbx.dial(new DialRequest(attempt, number.getKey(), "carrier", null, DialRequest.SHORTEST_RING,
                    MessageLanguage.ZH,
                    AnsweringMachines.HANG_UP, Duration.ZERO, false));
        }
        System.err.printf("%d calls are placed%n", calls.size());
        for (Call call : calls.values()) {
            if (!call.over.await(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS)) {
                System.err.printf("a call of %s did not end%n", call.kind);
            }
        }
        print();
        pbx.close();
        asterisk.close();
        carrier.close();
    }

    private static List<Map.Entry<DebtorBehaviour, String>> set(Path sounds) throws IOException {
        List<Map.Entry<DebtorBehaviour, String>> set = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sounds.resolve("greetings"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".wav")).sorted().toList()) {
                String name = sounds.relativize(file).toString().replace(".wav", "");
                String kind = name.split("/", -1)[1];
                for (Duration silence : SILENCES) {
                    set.add(Map.entry(new DebtorBehaviour.Says(RING, silence, name), kind));
                }
                if (kind.equals("announcement")) {
                    set.add(Map.entry(new DebtorBehaviour.SaysUnanswered(name, REFUSED), "announcement, unanswered"));
                }
            }
        }
        for (int i = 0; i < SILENT_CALLS; i++) {
            set.add(Map.entry(new DebtorBehaviour.Mute(RING, DebtorBehaviour.UNTIL_HUNG_UP), "silence, no audio sent"));
            set.add(Map.entry(new DebtorBehaviour.Says(RING, LONGEST_CALL, "debtor/zh/hello"), "silence"));
        }
        return set;
    }

    private void on(PbxEvent event) {
        switch (event) {
            case PbxEvent.Answered answered ->
                of(answered.attempt()).ifPresent(call -> call.answeredAt = answered.at());
            case PbxEvent.Detected detected -> of(detected.attempt()).ifPresent(call -> {
                call.by = detected.by();
                Instant answeredAt = call.answeredAt;
                if (answeredAt != null) {
                    call.took = Duration.between(answeredAt, detected.at());
                }
                pbx.hangUp(detected.attempt());
            });
            case PbxEvent.Ended ended -> of(ended.attempt()).ifPresent(this::over);
            case PbxEvent.DialFailed failed -> of(failed.attempt()).ifPresent(this::over);
            default -> {
            }
        }
    }

    private void over(Call call) {
        if (call.over.getCount() > 0) {
            call.over.countDown();
            lines.release();
        }
    }

    private Optional<Call> of(AttemptId attempt) {
        return Optional.ofNullable(calls.get(attempt));
    }

    private void print() {
        System.out.println(
                "| what answers | calls | human | unsure | machine | no answer | decided in ms: p50 | p95 | max |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        calls.values().stream().map(call -> call.kind).distinct().sorted().forEach(kind -> print(kind, ofKind(kind)));
        List<Call> people = calls.values().stream().filter(call -> call.kind.startsWith("person-")).toList();
        List<Call> machines = calls.values().stream().filter(call -> call.kind.startsWith("machine-")).toList();
        System.out.printf("%nfalse positives (people taken for machines): %s%n", share(people, AnsweredBy.MACHINE));
        System.out.printf("false negatives (machines taken for people): %s, unsure: %s%n",
                share(machines, AnsweredBy.HUMAN), share(machines, AnsweredBy.UNSURE));
    }

    private List<Call> ofKind(String kind) {
        return calls.values().stream().filter(call -> call.kind.equals(kind)).toList();
    }

    private static void print(String kind, List<Call> of) {
        List<Long> took = of.stream()
                .map(call -> call.took)
                .flatMap(Stream::ofNullable)
                .map(Duration::toMillis)
                .sorted(Comparator.naturalOrder())
                .toList();
        System.out.printf("| %s | %d | %d | %d | %d | %d | %s | %s | %s |%n", kind, of.size(),
                count(of, AnsweredBy.HUMAN), count(of, AnsweredBy.UNSURE), count(of, AnsweredBy.MACHINE),
                count(of, null), at(took, 0.5), at(took, 0.95), at(took, 1));
    }

    private static String share(List<Call> of, AnsweredBy by) {
        return "%d of %d = %.1f %%".formatted(count(of, by), of.size(), 100.0 * count(of, by) / Math.max(1, of.size()));
    }

    private static long count(List<Call> of, @Nullable AnsweredBy by) {
        return of.stream().filter(call -> call.by == by).count();
    }

    private static String at(List<Long> sorted, double quantile) {
        return sorted.isEmpty()
                ? "-"
                : Long.toString(sorted.get((int) Math.ceil(quantile * sorted.size()) - 1));
    }
}
