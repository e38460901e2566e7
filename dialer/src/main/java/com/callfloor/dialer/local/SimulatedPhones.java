package com.callfloor.dialer.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SIP phones that register with the PBX, pick up at once, speak without end and stay until they are hung up. Not
 * thread-safe.
 */
public final class SimulatedPhones implements AutoCloseable {
    private final LocalMachine machine;
    private final AsteriskInstance asterisk;
    private final SipAddress pbx;
    private final List<PhoneAccount> phones;
    private final PhoneSpeech speech;
    private final int port;

    /**
     * Starts nothing yet.
     *
     * @param pbx where they register
     * @param phones their accounts there
     */
    public SimulatedPhones(LocalMachine machine, SipAddress pbx, List<PhoneAccount> phones, PhoneSpeech speech) {
        this.machine = machine;
        this.asterisk = new AsteriskInstance("phones", machine);
        this.pbx = pbx;
        this.phones = List.copyOf(phones);
        this.speech = speech;
        this.port = machine.ports().next();
    }

    /** The usual extensions, 1001 and on, with secrets of this install. */
    public static List<PhoneAccount> accounts(Secrets secrets, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Integer.toString(1000 + i))
                .map(extension -> new PhoneAccount(extension, secrets.of("phone-" + extension)))
                .toList();
    }

    /**
     * Starts them; they register by themselves, and again whenever the PBX comes back.
     *
     * @throws LocalFloorException if they do not start
     */
    public void start() {
        asterisk.configure(values());
        asterisk.start();
    }

    /**
     * Waits until all of them have registered.
     *
     * @throws LocalFloorException if they have not in time
     */
    public void awaitRegistered(Duration longest) {
        if (!Await.until(() -> registered() == phones.size(), longest)) {
            throw new LocalFloorException("Only %d of %d simulated phones registered with the PBX at %s within %s"
                    .formatted(registered(), phones.size(), pbx, longest));
        }
    }

    /** How many are registered now, as far as they know. */
    public int registered() {
        return (int) asterisk.cli("pjsip show registrations")
                .lines()
                .filter(line -> line.contains(" Registered "))
                .count();
    }

    /** Takes them away at once. */
    public void kill() {
        asterisk.kill();
    }

    /** Their process, or -1 before the first start. */
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
        Map<String, String> values = new HashMap<>(
                Phrases.of(machine.tools().sounds(), "agent/zh", Set.of()).values());
        values.putAll(Map.of("transmitSilence", "no", "sipPort", Integer.toString(port), "rtpFirst",
                Integer.toString(RtpRange.PHONES.first()), "rtpLast", Integer.toString(RtpRange.PHONES.last()),
                "pbx", pbx.toString(), "phones",
                phones.stream().map(phone -> phone.asRegistration(pbx)).collect(Collectors.joining("\n"))));
        values.put("step", "0");
        switch (speech) {
            case PhoneSpeech.Phrases(Duration pause) -> {
                values.put("tone", "0");
                values.put("pause", Double.toString(pause.toMillis() / 1000.0));
            }
            case PhoneSpeech.Tone(int hertz) -> {
                values.put("tone", Integer.toString(hertz));
                values.put("pause", "0");
            }
            case PhoneSpeech.OwnTones(int hertz, int step) -> {
                values.put("tone", Integer.toString(hertz));
                values.put("step", Integer.toString(step));
                values.put("pause", "0");
            }
            case PhoneSpeech.Pulses(int hertz) -> {
                values.put("tone", hertz + "/100,0/900");
                values.put("pause", "0");
            }
        }
        return values;
    }
}
