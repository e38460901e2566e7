package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.PhoneNumber;

/** The telephone network and all its debtors. Not thread-safe, save {@link #calls} and {@link #cli}. */
public final class Carrier implements AutoCloseable {
    private static final Set<String> NOT_IN_TURN = Set.of("hello", "voicemail");

    private final LocalMachine machine;
    private final AsteriskInstance asterisk;
    private final SipAddress address;
    private CarrierSettings settings;

    /** Chooses a port, starts nothing. */
    public Carrier(LocalMachine machine, CarrierSettings settings) {
        this.machine = machine;
        this.asterisk = new AsteriskInstance("carrier", machine);
        this.address = new SipAddress("127.0.0.1", machine.ports().next());
        this.settings = settings;
    }

    /**
     * Starts it with nobody called yet: the log and the counts of earlier calls are thrown away.
     *
     * @throws LocalFloorException if it does not start
     */
    public void start() {
        asterisk.configure(values());
        forgetCalls();
        asterisk.start();
    }

    /** Where the PBX sends its calls. */
    public SipAddress address() {
        return address;
    }

    /** Replaces the table of fixed numbers; the next call goes by it. */
    public void behave(Map<PhoneNumber, DebtorBehaviour> table) {
        settings = settings.withTable(table);
        Path file = asterisk.folders().etc().resolve("behaviours.conf");
        try {
            Path fresh = Files.createTempFile(file.getParent(), "behaviours", ".new");
            Files.writeString(fresh, "[numbers]\n" + BehaviourTable.lines(table) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalFloorException("The debtors' behaviours cannot be written to " + file, e);
        }
    }

    /** Every call since the start, in order; what the dialer says it did can be held against it. */
    public List<CarrierCall> calls() {
        try (Stream<String> lines = Files.lines(callLog())) {
            return lines.map(CarrierCall::parse).toList();
        } catch (IOException e) {
            throw new LocalFloorException("The carrier's log %s cannot be read".formatted(callLog()), e);
        }
    }

    /** Ends it. */
    public void stop() {
        asterisk.stop();
    }

    /** Takes it away at once, as a power cut would. */
    public void kill() {
        asterisk.kill();
    }

    /** Its process, or -1 before the first start. */
    public long pid() {
        return asterisk.pid();
    }

    /** A console command, for diagnosis. */
    public String cli(String command) {
        return asterisk.cli(command);
    }

    @Override
    public void close() {
        asterisk.close();
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>(settings.shares().values());
        values.putAll(Phrases.of(machine.tools().sounds(), "debtor/zh", NOT_IN_TURN).values());
        values.putAll(Map.of("transmitSilence", "no", "sipPort", Integer.toString(address.port()), "rtpFirst",
                Integer.toString(RtpRange.CARRIER.first()), "rtpLast", Integer.toString(RtpRange.CARRIER.last()),
                "seed",
                Long.toString(settings.seed()), "callLog", callLog().toString(), "behaviours",
                BehaviourTable.lines(settings.table())));
        values.putAll(Map.of("ringLeast", Long.toString(settings.ring().least().toMillis()), "ringSpan",
                Long.toString(settings.ring().width()), "talkLeast",
                Long.toString(settings.talk().least().toMillis()), "talkSpan", Long.toString(settings.talk().width())));
        return values;
    }

    private void forgetCalls() {
        try {
            Files.writeString(callLog(), "");
            try (Stream<Path> files = Files.list(asterisk.folders().db())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new LocalFloorException("The carrier's former calls cannot be forgotten", e);
        }
    }

    private Path callLog() {
        return asterisk.folders().log().resolve("calls.csv");
    }
}
