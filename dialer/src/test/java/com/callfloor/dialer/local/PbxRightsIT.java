package com.callfloor.dialer.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

        Ami.Message spying = floor.ami()
                .awaited(event -> event.is("Event", "ChanSpyStart")
                        || (event.is("Event", "OriginateResponse") && event.is("Response", "Failure")));
        assertThat(spying.text("Event")).as(spying.toString()).isEqualTo("ChanSpyStart");
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

    @ParameterizedTest
    @ValueSource(strings = {"+8613900000000", "13900000000", "1001", "s"})
    void nobodyReachesAnOutsideLineOrAnAgentByCallingIn(String number) throws IOException {
        int before = floor.carrier().calls().size();

        assertThat(Stranger.invites(number, floor.pbx().phonesRegisterAt())).isEqualTo("SIP/2.0 403 Forbidden");

        assertThat(floor.carrier().calls()).hasSize(before);
        assertThat(floor.pbx().cli("core show channels count")).contains("0 active channels");
    }

    @Test
    void aBrowserMaySpeakSipOverWebSocket() {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("sip")
                .buildAsync(floor.pbx().browserPhonesConnectTo(), new WebSocket.Listener() {
                })
                .join();

        assertThat(socket.getSubprotocol()).isEqualTo("sip");
        assertThat(floor.pbx().cli("pjsip show endpoint " + TestFloor.BROWSER)).containsPattern("webrtc +: yes")
                .containsPattern("dtls_auto_generate_cert +: Yes")
                .containsPattern("ice_support +: true");
        socket.abort();
    }

    @Test
    void afterAPowerCutThePbxIsBackOnTheSamePortsAndItsPhonesCanBeRung() throws IOException {
        ManagerAccess before = floor.pbx().manager();
        floor.agentIsIdle("1001");
        // Asterisk writes what it keeps once a second; a phone that registered since would have to do so again.
        Path kept = floor.pbx().recordings().resolve("../../db/astdb.sqlite3");
        await().until(() -> Files.readString(kept, StandardCharsets.ISO_8859_1).contains("/registrar/contact/1001"));

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
