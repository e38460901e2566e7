package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

import com.callfloor.dialer.words.Words;
import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RecorderDeskTest {
    private static final Duration TWO_LOOKS = Duration.ofSeconds(15);

    private volatile Optional<String> trouble = Optional.empty();

    @Test
    void aStoreThatDoesNotAnswerStopsTheDialing_alsoWithARemoteRecorder_untilItAnswersAgain() {
        trouble = Optional.of("the recordings' bucket does not answer");
        try (var desk = new RecorderDesk(Optional.empty(), new ProbedVault())) {
            assertThat(desk.cannotRecord())
                    .hasValue(new Words("recordings cannot be kept: the recordings' bucket does not answer",
                            "录音无法保存：the recordings' bucket does not answer"));

            trouble = Optional.empty();
            await().atMost(TWO_LOOKS).until(() -> desk.cannotRecord().isEmpty());

            trouble = Optional.of("the vault's disk is nearly full");
            await().atMost(TWO_LOOKS).until(() -> desk.cannotRecord().isPresent());
        }
    }

    private final class ProbedVault implements Vault {
        @Override
        public void probe() throws IOException {
            Optional<String> now = trouble;
            if (now.isPresent()) {
                throw new IOException(now.get());
            }
        }

        @Override
        public void put(VaultKey key, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(VaultKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(VaultKey key, ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong size(VaultKey key) {
            return OptionalLong.empty();
        }

        @Override
        public boolean delete(VaultKey key) {
            return false;
        }

        @Override
        public void list(Listing listing) {}
    }
}
