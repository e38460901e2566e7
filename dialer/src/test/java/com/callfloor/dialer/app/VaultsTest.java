package com.callfloor.dialer.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Keys for recordings are made once, and never where an older recording may need others. */
class VaultsTest {
    private static final VaultKey OLDER = new VaultKey("2026/11/23/older.wav");

    private final Home home;
    private final FloorConfig config;

    VaultsTest(@TempDir Path folder) throws ConfigProblem {
        home = new Home(folder);
        config = new ConfigFile().read(Path.of("../config/floor.yaml"), Map.of());
    }

    @Test
    void aFloorWithoutRecordingsGetsItsFirstKey() throws ConfigProblem {
        Vaults.of(home, config, new Newest(List.of()), Clock.systemUTC());

        assertThat(Vaults.keyFile(home, config)).exists();
    }

    @Test
    void whereOlderRecordingsAreNotEncrypted_aKeyIsMadeForNewOnes() throws ConfigProblem, IOException {
        Vaults.store(home, config).put(OLDER, new ByteArrayInputStream("RIFF".getBytes(StandardCharsets.US_ASCII)));

        Vaults.of(home, config, new Newest(List.of(OLDER.value())), Clock.systemUTC());

        assertThat(Vaults.keyFile(home, config)).exists();
    }

    @Test
    void whereKeysAndStoreAreBothAway_noKeysAreMade() {
        assertThatThrownBy(() -> Vaults.of(home, config, new Newest(List.of(OLDER.value())), Clock.systemUTC()))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("Mount the store");

        assertThat(Vaults.keyFile(home, config)).doesNotExist();
    }

    /** Knows of the newest recordings only. */
    private record Newest(List<String> keys) implements RecordingProof {
        @Override
        public void walk(Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects) {}

        @Override
        public long unchained(Instant now, Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects) {
            return 0;
        }

        @Override
        public List<RecordingFlaw> strays(List<String> among) {
            return List.of();
        }

        @Override
        public boolean isDeleted(String attempt) {
            return false;
        }

        @Override
        public Optional<String> attemptOf(String sha256) {
            return Optional.empty();
        }

        @Override
        public List<String> newest(int most) {
            return keys;
        }
    }
}
