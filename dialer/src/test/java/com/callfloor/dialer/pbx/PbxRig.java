package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
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
import com.callfloor.dialer.local.PhoneAccount;
import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.local.SimulatedPhones;
import com.callfloor.dialer.local.SipAddress;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** A real PBX, a carrier that plays the debtors, agents' phones, and the dialer's link to it through a proxy. */
final class PbxRig implements AutoCloseable {
    static final PhoneNumber DEBTOR = new PhoneNumber("+8613800000001");
    /** A frozen link must be noticed within the sum of the two. */
    static final Duration PING = Duration.ofMillis(500);
    static final Duration REPLY = Duration.ofSeconds(2);
    /** Whole waves in each packet: where a starved machine leaves one out, the tone goes on in its phase. */
    static final int DEBTOR_HERTZ = 450;
    static final int AGENT_HERTZ = 1_000;
    private static final int RATE = 8_000;
    /** 16 bits for each of two sides. */
    private static final int FRAME_BYTES = 4;

    final LocalMachine machine;
    final Carrier carrier;
    final LocalPbx asterisk;
    final SimulatedPhones phones;
    final TcpProxy proxy;
    final Told told = new Told();
    AsteriskPbx pbx;
    private final Random random = new Random(42);
    private long serials;

    PbxRig(String name) throws IOException {
        this(name, null);
    }

    /** One whose trunk leads to another carrier than its own. */
    PbxRig(String name, @Nullable SipAddress elsewhere) throws IOException {
        this(name, elsewhere, new PhoneSpeech.Tone(AGENT_HERTZ));
    }

    /** One whose agents' phones send something else than the usual tone. */
    PbxRig(String name, @Nullable SipAddress elsewhere, PhoneSpeech speech) throws IOException {
        machine = LocalMachine.of(checkout(), emptied(checkout().resolve("dialer/target/floor").resolve(name)));
        carrier = new Carrier(machine, CarrierSettings.lively(7));
        List<PhoneAccount> accounts = SimulatedPhones.accounts(machine.secrets(), 3);
        asterisk = new LocalPbx(machine, elsewhere == null ? carrier.address() : elsewhere, accounts);
        phones = new SimulatedPhones(machine, asterisk.phonesRegisterAt(), accounts, speech);
        carrier.start();
        asterisk.start();
        phones.start();
        phones.awaitRegistered(Duration.ofSeconds(20));
        proxy = new TcpProxy(asterisk.manager().host(), asterisk.manager().port());
        pbx = link();
        open();
    }

    AsteriskPbx link() {
        ManagerAccess access = asterisk.manager();
        PbxSettings settings = new PbxSettings("127.0.0.1", proxy.port(), access.user(), access.secret(), false,
                PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT,
                PbxTimings.USUAL.withWatchdog(PING, REPLY));
        return new AsteriskPbx(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), InstantSource.system());
    }

    void open() {
        pbx.open(told);
        await().atMost(Duration.ofSeconds(20)).until(() -> told.kinds().contains("Snapshot"));
    }

    /** Dials a debtor who behaves like this. */
    AttemptId dial(DebtorBehaviour behaviour) {
        carrier.behave(Map.of(DEBTOR, behaviour));
        return dial(DEBTOR);
    }

    AttemptId dial(PhoneNumber debtor) {
        AttemptId attempt = nextAttempt();
        pbx.dial(request(attempt, "carrier", debtor));
        return attempt;
    }

    AttemptId nextAttempt() {
        return AttemptId.next(InstantSource.system().instant(), random);
    }

    DialRequest request(AttemptId attempt) {
        return request(attempt, "carrier");
    }

    DialRequest request(AttemptId attempt, String trunk) {
        return request(attempt, trunk, DEBTOR);
    }

    private DialRequest request(AttemptId attempt, String trunk, PhoneNumber debtor) {
        return new DialRequest(attempt, debtor, trunk, new PhoneNumber("+862160000000"), DialRequest.SHORTEST_RING,
                MessageLanguage.ZH, AnsweringMachines.OFF, Duration.ZERO, false);
    }

    /** Rings agent N's headset at extension 1000 + N and waits until its leg is up. */
    LegId agentIsUp(int n) {
        LegId leg = new LegId(new AgentId(n), ++serials);
        pbx.ringAgent(leg, new Extension(Integer.toString(1_000 + n)));
        awaited(PbxEvent.AgentLegUp.class, event -> event.leg().equals(leg));
        return leg;
    }

    /** An answered debtor who sends a tone, connected with this agent. */
    AttemptId connected(LegId leg) {
        AttemptId attempt = dial(new DebtorBehaviour.Tone(Duration.ofMillis(200), DebtorBehaviour.UNTIL_HUNG_UP,
                DEBTOR_HERTZ));
        awaited(PbxEvent.Answered.class, event -> event.attempt().equals(attempt));
        pbx.connect(attempt, leg);
        awaited(PbxEvent.Connected.class, event -> event.attempt().equals(attempt));
        return attempt;
    }

    <E extends PbxEvent> E awaited(Class<E> kind, Predicate<E> which) {
        return await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> told.of(kind).stream().filter(which).findFirst().orElse(null), event -> event != null);
    }

    /** Asks for lists, as the floor does from time to time, until one is such. */
    PbxEvent.Snapshot listedUntil(Predicate<PbxEvent.Snapshot> such) {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofSeconds(6)).until(() -> {
            int before = told.of(PbxEvent.Snapshot.class).size();
            pbx.askForSnapshot();
            await().until(() -> told.of(PbxEvent.Snapshot.class).size() > before);
            return told.of(PbxEvent.Snapshot.class).getLast();
        }, such);
    }

    /** The kinds of what was told of one attempt, in order. */
    List<String> toldOf(AttemptId attempt) {
        return told.all()
                .stream()
                .filter(event -> event.toString().contains(attempt.toString()))
                .filter(event -> !(event instanceof PbxEvent.Snapshot))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    Path recording(AttemptId attempt) {
        return asterisk.recordings().resolve(attempt + ".raw");
    }

    /** How much of it there is on disk. */
    Duration recorded(AttemptId attempt) {
        return Duration.ofMillis(recording(attempt).toFile().length() / FRAME_BYTES * 1_000 / RATE);
    }

    void recordedTo(AttemptId attempt, Duration length) {
        await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> recorded(attempt).compareTo(length) >= 0);
    }

    /** What the far side of this endpoint's youngest channel says and hears from now on. */
    Path hears(String endpoint) throws IOException {
        Path file = asterisk.recordings().resolve("../hears-" + endpoint + ".raw").normalize();
        Files.deleteIfExists(file);
        asterisk.cli("mixmonitor start " + channel(endpoint) + " " + file + ",D");
        return file;
    }

    /** The name of this endpoint's youngest channel. */
    String channel(String endpoint) {
        return asterisk.cli("core show channels concise")
                .lines()
                .filter(line -> line.contains("!"))
                .map(line -> line.substring(0, line.indexOf('!')))
                .filter(name -> name.startsWith("PJSIP/" + endpoint + "-"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Ends every call and forgets what was told. */
    void clear() {
        asterisk.cli("channel request hangup all");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> asterisk.cli("core show channels count").contains("0 active"));
        // What the PBX has told already may still be on its way here.
        int[] last = {-1};
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(200)).until(() -> {
            int before = last[0];
            last[0] = told.all().size();
            return before == last[0];
        });
        told.forget();
    }

    @Override
    public void close() throws IOException {
        pbx.close();
        proxy.close();
        phones.close();
        asterisk.close();
        carrier.close();
        machine.close();
    }

    private static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("config/asterisk"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("run the tests inside the checkout");
        }
        return here;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }
}
