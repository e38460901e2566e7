package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import com.callfloor.dialer.recordings.RecorderInbox.Receipt;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffRegister.Token;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecorderDoorTest {
    private static final String RECORDING = "/api/recorder/recordings/" + Samples.attempt(4);
    private static final byte[] WAV = "RIFF and so on".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = "sha-256=:" + Base64.getEncoder().encodeToString(new byte[32]) + ":";

    @TempDir
    private Path folder;
    private WebFixture web;
    private Client recorder;

    @BeforeEach
    void start() {
        web = new WebFixture(folder);
        recorder = web.program(Role.INTEGRATION);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void theRecorderReadsWhatTheInboxSays() {
        assertThat(recorder.get("/api/recorder/awaiting").text()).startsWith("[{\"attempt_id\"");
        assertThat(recorder.get(RECORDING).json().getString("state")).isEqualTo("unknown");
        assertThat(recorder.get(RECORDING).header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aTokenThatOnlyReadsExpectsNoRecording() {
        web.staff.makeToken(new Token("reader", "reader", true, web.clock.instant(), null), Tokens.hash("reads"));
        Client reader = web.anonymous().with("Authorization", "Bearer reads");

        assertThat(reader.get("/api/recorder/awaiting").status()).isEqualTo(200);
        assertThat(reader.get(RECORDING).status()).isEqualTo(403);
    }

    @Test
    void aRecordingIsHandedInWithItsDigestAndConfirmed() {
        Answer answer = wav().with("Content-Digest", "md5=:AAAA:, " + DIGEST).send("PUT", RECORDING, WAV);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("sha256")).isEqualTo("ef");
        assertThat(web.inbox.came)
                .containsExactly("accept " + Samples.attempt(4) + " " + WAV.length + " " + "00".repeat(32));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-256=:short:", "sha-512=:AAAA:",
            "sha-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aRecordingWithoutItsDigestIsRefused(String digest) {
        Answer answer = (digest.isEmpty() ? wav() : wav().with("Content-Digest", digest)).send("PUT", RECORDING, WAV);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("Content-Digest");
        assertThat(web.inbox.came).isEmpty();
    }

    @Test
    void whatTheInboxRefusesIsToldAsWhatItIs() {
        assertThat(handIn(new Receipt.NotExpected()).status()).isEqualTo(404);
        assertThat(handIn(new Receipt.Conflict("another one is kept")).detail()).isEqualTo("another one is kept");
        assertThat(handIn(new Receipt.Conflict("another one is kept")).status()).isEqualTo(409);
        assertThat(handIn(new Receipt.Refused("the digest is wrong")).status()).isEqualTo(422);
    }

    @Test
    void aMissingRecordingIsReportedWithTheReason() {
        web.inbox.receipt = new Receipt.Noted();

        assertThat(recorder.post(RECORDING + "/missing", "{\"why\":\"no file in the spool\"}").status())
                .isEqualTo(200);
        assertThat(web.inbox.came).containsExactly("missing " + Samples.attempt(4) + " no file in the spool");
        assertThat(recorder.post(RECORDING + "/missing", "{}").status()).isEqualTo(422);
    }

    @Test
    void somethingElseThanAudioIsRefused() {
        assertThat(recorder.with("Content-Type", "text/csv")
                .with("Content-Digest", DIGEST)
                .send("PUT", RECORDING, WAV)
                .status()).isEqualTo(415);
    }

    private Answer handIn(Receipt receipt) {
        web.inbox.receipt = receipt;
        return wav().with("Content-Digest", DIGEST).send("PUT", RECORDING, WAV);
    }

    private Client wav() {
        return recorder.with("Content-Type", "audio/wav");
    }
}
