package com.callfloor.dialer.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.local.DebtorBehaviour.Tone;
import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingFlaw.Kind;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A whole floor whose recordings lie, encrypted, in an object store that is tampered with and goes away. */
class ObjectStoreFloorIT {
    private static final Duration RING = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(4);
    /** Half a second of two sides, in bytes. */
    private static final long SOME_SOUND = 16_000;

    @Test
    void recordingsAreKeptProvenAndCaughtUpWithWhenTheStoreComesBack(@TempDir Path folder) throws Exception {
        var debtors = Debtors.numberedFrom(900)
                .with("kept", new Talks(RING, Duration.ofSeconds(2)))
                .with("meanwhile", new Tone(RING, DebtorBehaviour.UNTIL_HUNG_UP, 440))
                .with("afterwards", new Talks(RING, Duration.ofSeconds(1)));
        try (var store = new ObjectStore(folder);
                var floor = WholeFloor.open(new FloorPlan("object-store", 1, debtors, store.settings()))) {
            AgentConsole agent = floor.agent(1).ready();
            JsonNode kept = floor.recording("kept", "stored");

            assertThatItSeeks(floor, kept.path("audio").asText());
            assertThatItIsEncryptedAndTamperingIsFound(floor, kept.path("id").asText());

            agent.dispose(kept.path("id").asText(), "call_back");
            String meanwhile = floor.call("meanwhile", "connected").path("id").asText();
            Path raw = floor.parts.pbx.recordings().resolve(meanwhile + ".raw");
            await("something to keep").atMost(PATIENCE).until(() -> raw.toFile().length() > SOME_SOUND);
            store.kill();
            agent.hangUp(meanwhile);

            await("nothing is dialed").atMost(PATIENCE)
                    .until(() -> floor.api.get("/api/floor")
                            .path("why")
                            .toString()
                            .contains("recordings cannot be kept"));
            agent.dispose(meanwhile, "call_back");
            agent.awaitState("ready");
            agent.disposingEverything("call_back");
            await().during(QUIET).atMost(QUIET.multipliedBy(2)).until(() -> floor.parts.carrierCalls() == 2);
            assertThat(floor.recording("meanwhile", "expected").path("audio").isNull()).isTrue();
            assertThat(raw).exists();

            store.startAgain();

            assertThat(floor.recording("meanwhile", "stored").path("flaws")).isEmpty();
            assertThat(floor.recording("afterwards", "stored").path("length_ms").asLong()).isPositive();
            // The raw file goes once the books know of the stored one.
            await().untilAsserted(() -> assertThat(floor.parts.pbx.recordings()).isEmptyDirectory());
            assertThat(flaws(floor)).isEmpty();
        }
    }

    private static void assertThatItSeeks(WholeFloor floor, String audio) throws Exception {
        byte[] whole = floor.api.bytes(audio).body();
        var part = floor.api.bytes(audio, "Range", "bytes=1000-1999");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 1_000, 2_000));
        assertThat(new String(whole, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("OggS");
    }

    private static void assertThatItIsEncryptedAndTamperingIsFound(WholeFloor floor, String attempt) throws Exception {
        assertThat(flaws(floor)).isEmpty();
        Vault bare = Vaults.store(floor.parts.home, floor.parts.config);
        List<VaultKey> keys = new ArrayList<>();
        bare.list(new Vault.Listing() {
            @Override
            public void object(VaultKey key) {
                keys.add(key);
            }

            @Override
            public void stranger(String name) {
                throw new AssertionError(name);
            }
        });
        assertThat(keys).singleElement().satisfies(key -> assertThat(key.value()).contains(attempt));
        byte[] sealed = read(bare, keys.getFirst());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("OggS");

        byte[] changed = sealed.clone();
        changed[changed.length / 2] ^= 1;
        bare.put(keys.getFirst(), new ByteArrayInputStream(changed));
        assertThat(flaws(floor)).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.OBJECT_CHANGED);
            assertThat(flaw.attempt()).isEqualTo(UUID.fromString(attempt).toString());
        });

        bare.put(keys.getFirst(), new ByteArrayInputStream(sealed));
        assertThat(flaws(floor)).isEmpty();
    }

    private static byte[] read(Vault vault, VaultKey key) throws IOException {
        try (InputStream in = vault.open(key)) {
            return in.readAllBytes();
        }
    }

    private static List<RecordingFlaw> flaws(WholeFloor floor) {
        List<RecordingFlaw> flaws = new ArrayList<>();
        new RecordingsVerification(floor.books.recordingProof, floor.dialer.recording.vault, flaws::add)
                .run(floor.parts.clock.instant());
        return flaws;
    }
}
