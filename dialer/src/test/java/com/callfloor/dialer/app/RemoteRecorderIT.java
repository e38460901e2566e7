package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The dialer sees no spool: a recorder beside the PBX hands the recordings in over HTTP. */
class RemoteRecorderIT {

    @Test
    void theRecordingIsHandedInAndPlayable() throws Exception {
        var debtors = Debtors.numberedFrom(800)
                .with("far-away", new Talks(Duration.ofMillis(300), Duration.ofSeconds(3)));
        try (var floor = WholeFloor.withRemoteRecorder(FloorPlan.of("remote-recorder", 1, debtors))) {
            floor.agent(1).disposingEverything("call_back").ready();
            JsonNode call = floor.call("far-away", "closed");
            assertThat(floor.recording("far-away", "expected").path("audio").isNull()).isTrue();

            Process recorder = LoneRecorder.start(floor.parts, floor.dialer.address);
            try {
                JsonNode recording = floor.recording("far-away", "stored");

                Duration talked = Duration.between(Instant.parse(call.path("answered_at").asText()),
                        Instant.parse(call.path("ended_at").asText()));
                assertThat(floor.sound(recording).length()).isCloseTo(talked, Duration.ofSeconds(1));
                // A busy machine may drop some audio; the check says so, and must find nothing else.
                assertThat(recording.path("flaws")).allMatch(flaw -> flaw.asText().equals("too_short"));
                Path raw = floor.parts.pbx.recordings().resolve(call.path("id").asText() + ".raw");
                await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(raw));
            } finally {
                recorder.destroyForcibly();
            }
        }
    }
}
