package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.callfloor.dialer.cases.PhoneNumber;

import static org.awaitility.Awaitility.await;

/** A whole floor of three Asterisks, and the few things that a dialer does with it. */
final class TestFloor implements AutoCloseable {
    static final PhoneNumber DEBTOR = new PhoneNumber("+8613800000001");
    static final String BROWSER = "91001";
    static final Duration RING = Duration.ofMillis(300);
    private static final Duration LONGEST_RING = Duration.ofMillis(2_500);
    /** It picks up at once, where the machine has time for it. */
    private static final Duration PATIENCE_WITH_A_PHONE = Duration.ofSeconds(30);

    private final LocalMachine machine;
    private final Carrier carrier;
    private final LocalPbx pbx;
    private final SimulatedPhones phones;
    private Ami ami;

    /** Phones 1001 to 1003 send a tone of 1000 Hz; 91001 is the first one's browser. */
    TestFloor(String name) throws IOException {
        machine = TestMachine.fresh(name);
        carrier = new Carrier(machine, CarrierSettings.lively(7));
        List<PhoneAccount> accounts = SimulatedPhones.accounts(machine.secrets(), 3);
        pbx = new LocalPbx(machine, carrier.address(), accounts);
        phones = new SimulatedPhones(machine, pbx.phonesRegisterAt(), accounts, new PhoneSpeech.Tone(1_000));
        carrier.start();
        pbx.start();
        phones.start();
        phones.awaitRegistered(Duration.ofSeconds(30));
        ami = new Ami(pbx.manager());
    }

    Carrier carrier() {
        return carrier;
    }

    LocalPbx pbx() {
        return pbx;
    }

    SimulatedPhones phones() {
        return phones;
    }

    Ami ami() {
        return ami;
    }

    /** Ends all calls and forgets all events. */
    void clear() throws IOException {
        pbx.cli("channel request hangup all");
        await().until(() -> pbx.cli("core show channels count").contains("0 active channels"));
        signIn();
    }

    void signIn() throws IOException {
        ami.close();
        ami = new Ami(pbx.manager());
    }

    /** Calls a debtor who will behave so; the id of the attempt. */
    String dial(DebtorBehaviour behaviour) throws IOException {
        carrier.behave(Map.of(DEBTOR, behaviour));
        return dial(DEBTOR);
    }

    String dial(PhoneNumber number) throws IOException {
        return dial(number, "CALLFLOOR_LANGUAGE=zh");
    }

    String dial(PhoneNumber number, String variables) throws IOException {
        String attempt = UUID.randomUUID().toString();
        ami.dial("PJSIP/" + number.e164() + "@carrier", attempt, "callfloor-debtor", variables, LONGEST_RING);
        return attempt;
    }

    /** What is played under this name. */
    Path sound(String name) {
        return machine.tools().sounds().resolve(name + ".wav");
    }

    Ami.Message answered(String attempt) {
        return ami.awaited(event -> event.isEvent("Newstate", attempt) && event.is("ChannelStateDesc", "Up"));
    }

    Ami.Message ended(String attempt) {
        return ami.awaited(event -> event.isEvent("Hangup", attempt));
    }

    /** Rings an agent's phone; the event by which the leg says that it waits. */
    Ami.Message agentIsIdle(String extension) throws IOException {
        String leg = UUID.randomUUID().toString();
        ami.dial("PJSIP/" + extension, leg, "callfloor-agent", "CALLFLOOR_AGENT=agent-" + extension,
                PATIENCE_WITH_A_PHONE);
        return ami.awaited(event -> event.is("UserEvent", "CallfloorAgentIdle") && event.is("Uniqueid", leg));
    }

    void bridge(Ami.Message debtor, Ami.Message agent) throws IOException {
        ami.ask("Bridge",
                Map.of("Channel1", debtor.text("Channel"), "Channel2", agent.text("Channel"), "Tone", "Channel2"));
    }

    Path recording(String attempt) {
        return pbx.recordings().resolve(attempt + ".raw");
    }

    @Override
    public void close() throws IOException {
        ami.close();
        phones.close();
        pbx.close();
        carrier.close();
        machine.close();
    }
}
