package com.callfloor.dialer.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.web.testing.Answer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class TranscriptsIT {
    private static final String THREAT = """
            {"language":"en","segments":[{"side":"agent","from_ms":0,"to_ms":3000,"text":"Hello, my name is Li"},
             {"side":"agent","from_ms":4000,"to_ms":8000,"text":"Pay now or you will go to jail"},
             {"side":"debtor","from_ms":3000,"to_ms":4000,"text":"yes?"}]}""";
    private final QualityFloor floor;
    private AttemptId call;

    TranscriptsIT(TestSchemas schemas, @TempDir Path folder) {
        floor = new QualityFloor(schemas, folder);
    }

    @BeforeEach
    void somebodyWasTalkedTo() throws LedgerUnavailable {
        call = floor.calls.talked(floor.agent, Duration.ofMinutes(2));
    }

    @AfterEach
    void stop() {
        floor.close();
    }

    private Answer handIn(String body) {
        return floor.web.program(Role.INTEGRATION)
                .with("Content-Type", "application/json")
                .send("PUT", "/api/recordings/" + call + "/transcript", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTranscriptFromElsewhereIsKeptByTimeAndItsPhrasesFound() {
        Answer kept = handIn(THREAT);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json().getJsonArray("segments").getJsonObject(1).getString("side")).isEqualTo("debtor");
        assertThat(kept.json().getString("source")).isEqualTo("integration");
        var hits = floor.web.as(Role.QA).get("/api/recordings/" + call + "/phrases").json().getJsonArray("hits");
        assertThat(hits.stream()
                .map(hit -> ((JsonObject) hit).getString("kind") + " "
                        + ((JsonObject) hit).getString("rule")))
                .containsExactly("said identification", "forbidden threat_custody", "missing recording_notice");
    }

    @Test
    void aLaterTranscriptTakesThePlaceOfTheFirst() {
        handIn(THREAT);
        handIn("{\"language\":\"en\",\"segments\":[]}");

        assertThat(floor.web.as(Role.QA).get("/api/recordings/" + call + "/transcript").json().getJsonArray("segments"))
                .isEmpty();
        assertThat(floor.web.as(Role.QA).get("/api/quality/search?phrase=forbidden").items()).isEmpty();
    }

    @Test
    void phrasesAreSearchedForAndMakeACallLikelierToBeDrawn() {
        handIn(THREAT);

        assertThat(floor.web.as(Role.QA).get("/api/quality/search?phrase=threat_custody").items()).hasSize(1);
        assertThat(floor.web.as(Role.QA).get("/api/quality/search?phrase=forbidden").items()).hasSize(1);
        assertThat(floor.web.as(Role.QA).get("/api/quality/search?phrase=identification").items()).isEmpty();
        assertThat(new SqlSampleBook(floor.books.database)
                .conversations(Books.MONDAY_NOON.minusSeconds(9), Books.MONDAY_NOON.plusSeconds(99)))
                .singleElement()
                .satisfies(figures -> {
                    assertThat(figures.forbiddenPhrase()).isTrue();
                    assertThat(figures.missingPhrase()).isTrue();
                });
    }

    @Test
    void withoutAnEngineOneIsToldHowToGetATranscript() {
        assertThat(floor.web.as(Role.QA)
                .send("POST", "/api/recordings/" + call + "/transcription", new byte[0])
                .detail()).contains("speech.url");
    }

    @Test
    void whatIsWrongWithATranscriptIsNamed() {
        assertThat(handIn("""
                {"language":"en","segments":[{"side":"both","from_ms":0,"to_ms":1,"text":"x"},
                 {"side":"agent","from_ms":5,"to_ms":1,"text":"x"}]}""").fields())
                .containsExactlyInAnyOrder("segments[0].side", "segments[1].to_ms");
    }
}
