package com.callfloor.dialer.pbx;

import java.time.Instant;
import java.time.InstantSource;

import com.callfloor.dialer.floor.PbxEvent;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrunkTellerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final String SOURCE = "test";

    private final Told told = new Told();
    private final TrunkTeller teller = new TrunkTeller(InstantSource.fixed(NOW), told);

    @Test
    void anAddressThatStopsToAnswerAndAnswersAgainIsTold() {
        teller.translate(contact("carrier", "Unreachable"));
        teller.translate(contact("carrier", "Updated"));
        teller.translate(contact("carrier", "Reachable"));

        assertThat(told.all()).containsExactly(
                new PbxEvent.TrunkReach(NOW, "carrier", "sip:10.0.0.9:5060", false),
                new PbxEvent.TrunkReach(NOW, "carrier", "sip:10.0.0.9:5060", true));
    }

    @Test
    void phonesComeAndGoAndAreNoTrunks() {
        teller.translate(contact("1001", "Unreachable"));
        teller.translate(device("PJSIP/1001", "UNAVAILABLE"));

        assertThat(told.all()).isEmpty();
    }

    @Test
    void ofTheListAfterAConnectOnlyWhatIsAwayIsTold() {
        teller.translate(device("PJSIP/carrier", "NOT_INUSE"));
        teller.translate(device("PJSIP/second", "UNAVAILABLE"));
        teller.translate(device("Custom:night", "UNAVAILABLE"));

        assertThat(told.all()).containsExactly(new PbxEvent.TrunkReach(NOW, "second", "", false));
    }

    @Test
    void aRegistrationIsToldWhenItIsAnsweredAndNotWhileItIsAsked() {
        teller.translate(registry("Request Sent"));
        teller.translate(registry("Rejected"));
        teller.translate(registry("Registered"));

        assertThat(told.all()).containsExactly(
                new PbxEvent.TrunkRegistration(NOW, "sip:carrier.example", false, "Rejected"),
                new PbxEvent.TrunkRegistration(NOW, "sip:carrier.example", true, "Registered"));
    }

    private static ManagerEvent contact(String endpoint, String status) {
        ContactStatusEvent event = new ContactStatusEvent(SOURCE);
        event.setEndpointName(endpoint);
        event.setUri("sip:10.0.0.9:5060");
        event.setContactStatus(status);
        return event;
    }

    private static ManagerEvent device(String device, String state) {
        DeviceStateChangeEvent event = new DeviceStateChangeEvent(SOURCE);
        event.setDevice(device);
        event.setState(state);
        return event;
    }

    private static ManagerEvent registry(String status) {
        RegistryEvent event = new RegistryEvent(SOURCE);
        event.setDomain("sip:carrier.example");
        event.setStatus(status);
        return event;
    }
}
