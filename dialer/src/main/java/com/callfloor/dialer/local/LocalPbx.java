package com.callfloor.dialer.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The floor's PBX. Not thread-safe, save {@link #cli}. */
public final class LocalPbx implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String MANAGER_USER = "callfloor";

    private final AsteriskInstance asterisk;
    private final PbxPorts ports;
    private final String managerSecret;
    private final SipAddress carrier;
    private final List<String> trunks;
    private final List<PhoneAccount> phones;

    /**
     * Chooses ports, starts nothing.
     *
     * @param carrier where calls to debtors go; the SIP port towards it is open beyond this machine only if it is
     *     elsewhere
     * @param trunks names of the ways there
     * @param phones may register
     */
    public LocalPbx(LocalMachine machine, SipAddress carrier, List<String> trunks, List<PhoneAccount> phones) {
        this.asterisk = new AsteriskInstance("pbx", machine);
        this.ports = PbxPorts.free(machine.ports());
        this.managerSecret = machine.secrets().of("manager");
        this.carrier = carrier;
        this.trunks = List.copyOf(trunks);
        this.phones = List.copyOf(phones);
    }

    /** One with a single way to its carrier. */
    public LocalPbx(LocalMachine machine, SipAddress carrier, List<PhoneAccount> phones) {
        this(machine, carrier, List.of("carrier"), phones);
    }

    /**
     * Starts it and waits until it takes calls.
     *
     * @throws LocalFloorException if it does not
     */
    public void start() {
        asterisk.configure(Map.ofEntries(Map.entry("transmitSilence", "yes"),
                Map.entry("amiPort", Integer.toString(ports.manager())), Map.entry("amiUser", MANAGER_USER),
                Map.entry("amiSecret", managerSecret), Map.entry("httpPort", Integer.toString(ports.web())),
                Map.entry("sipPort", Integer.toString(ports.phones())),
                Map.entry("trunkBind", carrier.isLoopback() ? LOOPBACK : "0.0.0.0"),
                Map.entry("trunkPort", Integer.toString(ports.trunk())), Map.entry("trunks",
                        trunks.stream().map(this::asTrunk).collect(Collectors.joining("\n"))),
                Map.entry("rtpFirst", Integer.toString(RtpRange.PBX.first())),
                Map.entry("rtpLast", Integer.toString(RtpRange.PBX.last())), Map.entry("phones",
                        phones.stream()
                                .map(phone -> phone.asEndpoint() + "\n" + phone.asBrowserTwin())
                                .collect(Collectors.joining("\n")))));
        asterisk.start();
    }

    /** The three sections of {@code pjsip.conf}. */
    private String asTrunk(String name) {
        return """
                [%1$s](trunk)
                aors = %1$s

                [%1$s](trunk-contact)
                contact = sip:%2$s:%3$d

                [%1$s](trunk-address)
                endpoint = %1$s
                match = %2$s
                """.formatted(name, carrier.host(), carrier.port());
    }

    /** Lets it hang up all calls and end. */
    public void stop() {
        asterisk.stop();
    }

    /** Takes it away at once, as a power cut would. */
    public void kill() {
        asterisk.kill();
    }

    /** Stops it if it runs, and starts it on the same ports. */
    public void restart() {
        stop();
        start();
    }

    /** For the dialer's link. */
    public ManagerAccess manager() {
        return new ManagerAccess(LOOPBACK, ports.manager(), MANAGER_USER, managerSecret);
    }

    /** Where phones register. */
    public SipAddress phonesRegisterAt() {
        return new SipAddress(LOOPBACK, ports.phones());
    }

    /** Where browser phones connect. */
    public URI browserPhonesConnectTo() {
        return URI.create("ws://%s:%d/ws".formatted(LOOPBACK, ports.web()));
    }

    /** The raw recordings, one {@code <attempt id>.raw} a call. */
    public Path recordings() {
        return asterisk.folders().recordings();
    }

    /** Whether its process runs. */
    public boolean isRunning() {
        return asterisk.isRunning();
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
}
