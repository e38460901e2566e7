package com.callfloor.dialer.local;

import java.nio.file.Path;
import java.util.List;

/** A launcher to be killed: starts everything, prints the children's process ids, and waits for its end. */
final class LaunchedFloor {
    static final String CHILD = "child ";
    static final String READY = "ready";

    private LaunchedFloor() {}

    public static void main(String[] none) throws InterruptedException {
        Path checkout = TestMachine.checkout();
        LocalMachine machine = LocalMachine.of(checkout, checkout.resolve("dialer/target/floor/killed"));
        DatabaseServer database = EmbeddedDatabase.prepare(machine);
        Carrier carrier = new Carrier(machine, CarrierSettings.lively(1));
        List<PhoneAccount> accounts = SimulatedPhones.accounts(machine.secrets(), 2);
        LocalPbx pbx = new LocalPbx(machine, carrier.address(), accounts);
        SimulatedPhones phones = new SimulatedPhones(machine, pbx.phonesRegisterAt(), accounts,
                new PhoneSpeech.Tone(1_000));
        // Each from a thread of its own that ends: the children must not die with it.
        for (Runnable start : List.<Runnable>of(database::start, carrier::start, pbx::start, phones::start)) {
            Thread starter = Thread.ofPlatform().start(start);
            starter.join();
        }
        for (long pid : List.of(database.pid(), carrier.pid(), pbx.pid(), phones.pid())) {
            System.out.println(CHILD + pid);
        }
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
