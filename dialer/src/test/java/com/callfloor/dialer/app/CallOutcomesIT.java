package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.callfloor.dialer.local.DebtorBehaviour.Announced;
import com.callfloor.dialer.local.DebtorBehaviour.Busy;
import com.callfloor.dialer.local.DebtorBehaviour.Congested;
import com.callfloor.dialer.local.DebtorBehaviour.HangsUp;
import com.callfloor.dialer.local.DebtorBehaviour.NoAnswer;
import com.callfloor.dialer.local.DebtorBehaviour.NotInService;
import com.callfloor.dialer.local.DebtorBehaviour.Refused;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.local.DebtorBehaviour.Voicemail;
import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One agent, one number for everything that can become of a call. */
@TestInstance(Lifecycle.PER_CLASS)
class CallOutcomesIT {
    private static final Duration RING = Duration.ofMillis(400);
    private static final Duration TALK = Duration.ofSeconds(3);
    private static final List<String> INSTANTS = List.of("reserved_at", "dialed_at", "rang_at", "answered_at",
            "connected_at", "ended_at");

    private final Debtors debtors = Debtors.numberedFrom(0)
            .with("nobody-home", new NoAnswer())
            .with("engaged", new Busy(Duration.ZERO))
            .with("pressed-away", new Busy(RING))
            .with("no-such-number", new NotInService())
            .with("network-full", new Congested())
            .with("turned-away", new Refused(Duration.ZERO, 21))
            .with("number-changed", new Refused(Duration.ZERO, 22))
            .with("out-of-order", new Refused(Duration.ZERO, 27))
            .with("announced-off", new Announced(19))
            .with("announced-gone", new Announced(1))
            .with("announced-full", new Announced(34))
            .with("a-machine", new Voicemail(RING, TALK))
            .with("gone-at-once", new HangsUp(RING))
            .with("talks", new Talks(RING, TALK));
    private WholeFloor floor;
    private AgentConsole agent;

    @BeforeAll
    void everyCaseIsCalledOnce() throws Exception {
        floor = WholeFloor.open(FloorPlan.of("outcomes", 1, debtors));
        agent = floor.agent(1).disposingEverything("call_back").ready();
        for (String caseRef : debtors.caseRefs()) {
            floor.call(caseRef, "closed");
        }
    }

    @AfterAll
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource({"nobody-home, no_answer, true", "engaged, busy, false", "pressed-away, busy, true",
            "no-such-number, invalid, false", "network-full, congestion, false", "turned-away, rejected, false",
            "number-changed, invalid, false", "out-of-order, failed, false", "announced-off, no_answer, true",
            "announced-gone, invalid, true", "announced-full, no_answer, true", "a-machine, connected, true",
            "talks, connected, true"})
    void eachAttemptEndsInTheBooks(String caseRef, String outcome, boolean rang) {
        JsonNode call = floor.call(caseRef, "closed");

        assertThat(call.path("outcome").asText()).isEqualTo(outcome);
        assertThat(call.path("rang").asBoolean()).isEqualTo(rang);
        assertThat(call.path("decision").toString()).contains("FLOOR-HOURS");
    }

    @ParameterizedTest
    @CsvSource({"engaged, 17", "pressed-away, 17", "no-such-number, 1", "network-full, 34", "turned-away, 21",
            "number-changed, 22", "out-of-order, 27", "announced-off, 19", "announced-gone, 1", "announced-full, 34",
            "a-machine, 16",
            "talks, 16"})
    void eachAttemptHasTheNetworksCause(String caseRef, int cause) {
        assertThat(floor.call(caseRef, "closed").path("cause").asInt()).isEqualTo(cause);
    }

    /** Whether a phone rang behind an announcement is not known: it counts as one that did, and the books tell it apart. */
    @ParameterizedTest
    @CsvSource({"announced-off, true", "announced-full, true", "nobody-home, false", "engaged, false"})
    void earlyMediaWithoutRingingIsKeptApart(String caseRef, boolean earlyMedia) {
        JsonNode call = floor.call(caseRef, "closed");

        assertThat(call.path("early_media").asBoolean()).isEqualTo(earlyMedia);
        assertThat(call.path("rang_at").isNull()).isEqualTo(earlyMedia || !call.path("rang").asBoolean());
    }

    @Test
    void everyInstantComesAfterTheOneBefore() {
        for (String caseRef : debtors.caseRefs()) {
            JsonNode call = floor.call(caseRef, "closed");
            List<Instant> instants = INSTANTS.stream()
                    .filter(call::hasNonNull)
                    .map(name -> Instant.parse(call.path(name).asText()))
                    .toList();

            assertThat(instants).as(call.toString()).isSorted().hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aPhoneThatNobodyAnswersRingsForFifteenSeconds() {
        JsonNode call = floor.call("nobody-home", "closed");

        Duration rang = Duration.between(Instant.parse(call.path("rang_at").asText()),
                Instant.parse(call.path("ended_at").asText()));
        assertThat(rang).isBetween(Duration.ofMillis(14_500), Duration.ofSeconds(18));
    }

    @Test
    void whoHangsUpAtOnceWasAnsweredAndIsRecorded() throws Exception {
        JsonNode call = floor.call("gone-at-once", "closed");

        assertThat(call.path("outcome").asText()).isIn("connected", "abandoned");
        assertThat(call.path("answered_at").asText()).isNotEmpty();
        assertThat(floor.recording("gone-at-once", "stored").path("length_ms").asLong()).isLessThan(1_500);
    }

    @Test
    void nobodyIsCalledTwice() {
        assertThat(floor.parts.carrier.calls()).extracting(call -> call.number())
                .containsExactlyInAnyOrderElementsOf(debtors.behaviours().keySet());
    }

    @Test
    void theAgentSeesTheCaseBeforeTheConversation() {
        JsonNode pop = agent.awaitPop("talks");

        assertThat(pop.path("case").path("debtor_name").asText()).isEqualTo("张伟");
        assertThat(pop.path("case").path("amount_due").path("minor").asLong()).isEqualTo(123_456);
        assertThat(pop.path("case").path("amount_due").path("currency").asText()).isEqualTo("CNY");
        assertThat(pop.path("number").asText()).isEqualTo(debtors.number("talks").masked());
        assertThat(pop.path("history").isArray()).isTrue();
    }

    @Test
    void theConversationHasItsAgentAndDisposition() {
        JsonNode call = floor.call("talks", "closed");

        assertThat(call.path("agent_name").asText()).isEqualTo("Agent 1");
        assertThat(call.path("disposition").asText()).isEqualTo("call_back");
    }

    @Test
    void itsRecordingIsVerifiedAndHasTheLengthOfTheCall() throws Exception {
        JsonNode call = floor.call("talks", "closed");
        JsonNode recording = floor.recording("talks", "stored");

        Duration talked = Duration.between(Instant.parse(call.path("answered_at").asText()),
                Instant.parse(call.path("ended_at").asText()));
        // A busy machine may drop some audio; the check says so, and must find nothing else.
        assertThat(recording.path("flaws")).allMatch(flaw -> flaw.asText().equals("too_short"));
        assertThat(Duration.ofMillis(recording.path("length_ms").asLong())).isCloseTo(talked, Duration.ofMillis(1_000));
        assertThat(floor.dialer.recordingTotals().verified()).isPositive();
    }

    @Test
    void theRecordingPlaysWholeAndInParts() throws Exception {
        String audio = floor.recording("talks", "stored").path("audio").asText();

        var whole = floor.api.bytes(audio);
        var part = floor.api.bytes(audio, "Range", "bytes=1000-1999");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type")).contains("audio/ogg");
        assertThat(StereoSound.ofOgg(whole.body()).length()).isGreaterThan(Duration.ofSeconds(2));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 1000-1999/" + whole.body().length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1_000, 2_000));
    }

    @Test
    void theRecordingComesDecodedTooAndIsKnownToTheSample() throws Exception {
        JsonNode recording = floor.recording("talks", "stored");
        String audio = recording.path("audio").asText();
        StereoSound kept = StereoSound.ofOgg(floor.api.bytes(audio).body());

        var wav = floor.api.bytes(audio + "?format=wav");
        var part = floor.api.bytes(audio + "?format=wav", "Range", "bytes=20000-20999");

        assertThat(wav.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(StereoSound.ofWav(wav.body()).left()).isEqualTo(kept.left());
        assertThat(StereoSound.ofWav(wav.body()).right()).isEqualTo(kept.right());
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(wav.body(), 20_000, 21_000));
        assertThat(recording.path("bytes").asLong()).isLessThan(wav.body().length * 12 / 100);
        JsonNode drawn = floor.api.get(recording.path("waveform").asText());
        assertThat(drawn.path("length_ms").asLong()).isEqualTo(recording.path("length_ms").asLong());
        assertThat(drawn.path("marks").isEmpty()).isFalse();
    }

    @Test
    void noAnswerOfTheApiAndNoFileNameHoldsANumber() throws Exception {
        List<String> said = new ArrayList<>(fileNames(floor.parts.home.var()));
        said.add(agent.awaitPop("talks").toString());
        said.add(String.valueOf(floor.call("talks", "closed")));
        for (String path : List.of("/api/cases", "/api/calls", "/api/recordings", "/api/floor", "/api/agents")) {
            said.add(floor.api.get(path).toString());
        }
        for (JsonNode one : floor.api.get("/api/cases").path("items")) {
            said.add(floor.api.get("/api/cases/" + one.path("id").asText()).toString());
            said.add(floor.api.get("/api/cases/" + one.path("id").asText() + "/timeline").toString());
        }

        for (String caseRef : debtors.caseRefs()) {
            String subscriber = debtors.number(caseRef).e164().substring(3);
            assertThat(said).as(caseRef).noneMatch(text -> text.contains(subscriber));
        }
    }

    /** The vault's object keys are its files' names. */
    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).toList();
        }
    }
}
