package com.callfloor.dialer.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who may do what to the PBX, and that its phones come back after it went away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PbxRightsIT {
    private TestFloor floor;

    @BeforeAll
    void up() throws IOException {
        floor = new TestFloor("rights");
    }

    @AfterEach
    void clear() throws IOException {
        floor.clear();
    }

    @AfterAll
    void down() throws IOException {
        floor.close();
        assertThat(floor.pbx().isRunning()).isFalse();
    }

    @Test
    void aSupervisorsPhoneMayListenIn() throws IOException {
        Ami.Message agent = floor.agentIsIdle("1001");

        originate("ChanSpy", agent.text("Channel") + ",q");

        Ami.Message spying = floor.ami().awaited(event -> event.is("Event", "ChanSpyStart"));
        assertThat(spying.text("SpyeeChannel")).isEqualTo(agent.text("Channel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CoreShowChannels", "DeviceStateList", "Ping"})
    void theDialerMayAskForTheState(String action) throws IOException {
        assertThat(floor.ami().ask(action, Map.of()).text("Response")).isEqualTo("Success");
    }

    @Test
    void theDialerMayRunNoCommandAndRewriteNothing() throws IOException {
        assertThat(floor.ami().ask("Command", Map.of("Command", "core show uptime")).text("Message"))
                .isEqualTo("Permission denied");
        assertThat(floor.ami().ask("GetConfig", Map.of("Filename", "manager.conf")).text("Message"))
                .isEqualTo("Permission denied");
        assertThat(originate("System", "id").text("Response")).isEqualTo("Error");
    }

    @Test
    void nobodyReachesAnOutsideLineByCallingIn() throws IOException {
        int before = floor.carrier().calls().size();
        String target = "sip:+8613900000000@" + floor.pbx().phonesRegisterAt();

        floor.carrier().cli("channel originate PJSIP/floor/%s application Wait 1".formatted(target));
        floor.phones().cli("channel originate PJSIP/pbx/%s application Wait 1".formatted(target));

        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> floor.pbx().cli("core show channels count").contains("0 active channels"));
        assertThat(floor.carrier().calls()).hasSize(before);
    }

    @Test
    void afterAPowerCutThePbxIsBackOnTheSamePortsAndItsPhonesCanBeRung() throws IOException {
        ManagerAccess before = floor.pbx().manager();
        floor.agentIsIdle("1001");

        floor.pbx().kill();
        floor.pbx().start();
        floor.signIn();

        assertThat(floor.pbx().manager()).isEqualTo(before);
        assertThat(floor.agentIsIdle("1001").text("Agent")).isEqualTo("agent-1001");
    }

    private Ami.Message originate(String application, String data) throws IOException {
        return floor.ami()
                .ask("Originate", Map.of("Channel", "PJSIP/1002", "Application", application, "Data", data,
                        "Async", "true"));
    }
}
