package com.callfloor.dialer.web;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

import com.callfloor.dialer.recordings.RecordingCatalogue.PauseView;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordingsTest {
    private static final String AUDIO = "/api/recordings/" + Samples.attempt(2) + "/audio";
    private static final String TAG = "\"" + "cd".repeat(32) + "\"";
    private static final String WAV_TAG = "\"" + "cd".repeat(32) + "-wav\"";

    private WebFixture web;
    private Client listener;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        listener = web.as(Role.QA);
        web.archive.cases.add(Samples.caseView(5));
        web.recordings.recordings.add(Samples.recording(2, "stored"));
        web.recordings.recordings.add(Samples.recording(1, "expected"));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aRecordingIsToldWithoutThePlaceWhereItLies() {
        Answer answer = listener.get("/api/recordings?case=CF-5");

        JsonObject stored = answer.items().getJsonObject(0);
        assertThat(stored.getLong("length_ms")).isEqualTo(61_250);
        assertThat(stored.getString("audio")).isEqualTo(AUDIO);
        assertThat(answer.items().getJsonObject(1).getValue("audio")).isNull();
        assertThat(answer.text()).doesNotContain("secret-place");
        web.recordings.pauses.add(new PauseView(Samples.NOW, Samples.NOW.plusSeconds(20), "Li", "agent"));
        JsonObject one = listener.get("/api/recordings/" + Samples.attempt(2)).json();
        assertThat(one.getJsonArray("pauses").getJsonObject(0).getString("ended")).isEqualTo("agent");
        one.remove("pauses");
        assertThat(one).isEqualTo(stored);
    }

    @Test
    void theWholeSoundComesByteForByte() {
        Answer answer = listener.get(AUDIO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("audio/ogg");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).isEqualTo(TAG);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.response().body()).isEqualTo(web.recordings.sound);
    }

    @Test
    void whoWantsSamplesGetsThemAsWav() {
        Answer answer = listener.get(AUDIO + "?format=wav");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(answer.header("ETag")).isEqualTo(WAV_TAG);
        assertThat(listener.get(AUDIO + "?format=mp3").status()).isEqualTo(400);
    }

    @Test
    void theWaveformComesAsItIsKept() {
        JsonObject waveform = listener.get("/api/recordings/" + Samples.attempt(2) + "/waveform").json();

        assertThat(waveform.getLong("longest_silence_ms")).isEqualTo(60_250);
        assertThat(waveform.getJsonArray("marks")).hasSize(2);
        assertThat(listener.get("/api/recordings/" + Samples.attempt(1) + "/waveform").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 0", "bytes=0-99, 0, 99", "bytes=100-, 100, 300000", "bytes=-100, 299901, 300000",
            "bytes=300000-, 300000, 300000", "bytes=250000-999999999, 250000, 300000", "bytes=-999999999, 0, 300000",
            "BYTES = 5 - 70000 , 5, 70000", "bytes=0-300000, 0, 300000"})
    void aRangeComesWithItsPlaceInTheWhole(String range, int first, int last) {
        Answer answer = listener.with("Range", range).get(AUDIO);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/300001");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(last - first + 1));
        assertThat(answer.response().body())
                .isEqualTo(Arrays.copyOfRange(web.recordings.sound, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=300001-", "bytes=400000-500000", "bytes=-0"})
    void aRangeBehindTheEndIsToldWithTheSize(String range) {
        Answer answer = listener.with("Range", range).get(AUDIO);

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */300001");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-4", "bytes=-", "bytes=a-b", "seconds=1-2", "bytes=0-1,5-6",
            "bytes=9999999999999999999999-", "0-5"})
    void aRangeThatIsMalformedOrManifoldIsAnsweredWithTheWhole(String range) {
        Answer answer = listener.with("Range", range).get(AUDIO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).hasSize(300_001);
    }

    @Test
    void aRangeOfAnotherVersionIsAnsweredWithTheWhole() {
        Client range = listener.with("Range", "bytes=0-9");

        assertThat(range.with("If-Range", TAG).get(AUDIO).status()).isEqualTo(206);
        assertThat(range.with("If-Range", "\"other\"").get(AUDIO).status()).isEqualTo(200);
        assertThat(range.with("If-Range", "W/" + TAG).get(AUDIO).status()).isEqualTo(200);
        assertThat(range.with("If-Range", "Mon, 02 Mar 2026 02:00:00 GMT").get(AUDIO).status()).isEqualTo(200);
    }

    @Test
    void whoHasItAlreadyIsSparedIt() {
        Answer answer = listener.with("If-None-Match", "\"other\", " + TAG).get(AUDIO);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.response().body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(TAG);
        assertThat(listener.with("If-None-Match", "\"other\"").get(AUDIO).status()).isEqualTo(200);
    }

    @Test
    void headTellsWhatGetWouldAndSendsNothing() {
        Answer whole = listener.send("HEAD", AUDIO, new byte[0]);
        Answer part = listener.with("Range", "bytes=10-19").send("HEAD", AUDIO, new byte[0]);

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Length")).isEqualTo("300001");
        assertThat(whole.response().body()).isEmpty();
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Length")).isEqualTo("10");
    }

    @Test
    void aRecordingThatIsNotStoredCannotBeHeard() {
        assertThat(listener.get("/api/recordings/" + Samples.attempt(1) + "/audio").status()).isEqualTo(404);
        assertThat(listener.get("/api/recordings/" + Samples.attempt(9) + "/audio").status()).isEqualTo(404);
    }

    @Test
    void aSoundThatEndsTooSoonIsCutAndNeverPassedOffAsWhole() {
        web.recordings.torn = 100_000;

        assertThatThrownBy(() -> listener.get(AUDIO)).isInstanceOf(UncheckedIOException.class);
        assertThat(listener.with("Range", "bytes=0-99").get(AUDIO).status()).as("the server goes on").isEqualTo(206);
    }
}
