package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.awaitility.Awaitility.await;

/** The link against a manager port that misbehaves at will. */
abstract class FakeAmiFixture {
    static final Duration PING = Duration.ofMillis(200);
    static final Duration REPLY = Duration.ofSeconds(1);
    static final AttemptId ATTEMPT = AttemptId.next(Instant.EPOCH, new Random(1));
    static final LegId LEG = new LegId(new AgentId(7), 1);

    final Told told = new Told();
    FakeAmi ami;
    AsteriskPbx pbx;

    @BeforeEach
    void aManagerPort() throws IOException {
        ami = new FakeAmi();
        pbx = pbx(Duration.ofSeconds(1));
    }

    @AfterEach
    void closed() throws IOException {
        pbx.close();
        ami.close();
    }

    void givenUp() {
        pbx.open(told);
        await().until(() -> told.kinds().contains("Snapshot"));
    }

    AsteriskPbx pbx(Duration perish) {
        PbxTimings timings = new PbxTimings(Duration.ofSeconds(2), Duration.ofSeconds(5), PING, REPLY,
                Duration.ofSeconds(30), perish, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMillis(20),
                Duration.ofMillis(200));
        PbxSettings settings = new PbxSettings("127.0.0.1", ami.port(), "callfloor", FakeAmi.SECRET, false,
                PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT, timings);
        return new AsteriskPbx(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), InstantSource.system());
    }

    static DialRequest request() {
        return new DialRequest(ATTEMPT, new PhoneNumber("+8613800000001"), "carrier",
                new PhoneNumber("+862160000000"), Duration.ofSeconds(20),
                MessageLanguage.EN, AnsweringMachines.HANG_UP, Duration.ofSeconds(23), true);
    }

    static List<String> listed(String id, String state, String bridge) {
        return List.of("Channel: PJSIP/x-" + id, "ChannelState: " + state, "Uniqueid: " + id, "BridgeId: " + bridge);
    }

    static List<String> happened(String event, String id, String more) {
        return List.of("Event: " + event, "Channel: PJSIP/x-" + id, "Uniqueid: " + id, more);
    }
}
