package com.callfloor.recorder.vault.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.intake.IntakeResult;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.vault.ChangedObjectException;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultContract;
import com.callfloor.recorder.vault.VaultKey;
import com.callfloor.recorder.vault.seal.RecordingKeys;
import com.callfloor.recorder.vault.seal.SealedVault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The vault over an object store that runs as a process of its own. */
class S3VaultIT extends VaultContract {
    private static final Instant MADE = Instant.parse("2026-11-23T04:00:00Z");
    private static @Nullable S3Server started;

    private final S3Server server;
    private final S3Vault vault;

    S3VaultIT() {
        if (started == null) {
            throw new IllegalStateException("the store is started before all tests");
        }
        server = started;
        vault = new S3Vault(server.settings());
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        started = new S3Server(folder);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (started != null) {
            started.kill();
        }
    }

    @BeforeEach
    void empty() throws IOException {
        vault.delete(KEY);
        vault.delete(OTHER);
    }

    @Override
    protected Vault vault() {
        return vault;
    }

    /** The same promises, encrypted. */
    @Nested
    class Sealed extends VaultContract {
        private final SealedVault sealed;

        Sealed(@TempDir Path folder) throws IOException {
            sealed = new SealedVault(vault, RecordingKeys.make(folder.resolve("keys.json"), MADE));
        }

        @Override
        protected Vault vault() {
            return sealed;
        }
    }

    @Test
    void aLongRecordingIsKeptWhole() throws IOException {
        byte[] content = new byte[40 * 1024 * 1024];
        new Random(3).nextBytes(content);

        vault.put(KEY, new ByteArrayInputStream(content));

        try (InputStream whole = vault.open(KEY)) {
            assertThat(whole.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void oneFlippedByteInTheStoreIsNoticed(@TempDir Path folder) throws IOException {
        var sealed = new SealedVault(vault, RecordingKeys.make(folder.resolve("keys.json"), MADE));
        sealed.put(KEY, bytes("what was said ".repeat(20_000)));
        byte[] stored;
        try (InputStream in = vault.open(KEY)) {
            stored = in.readAllBytes();
        }
        stored[200_000] ^= 1;
        vault.put(KEY, new ByteArrayInputStream(stored));

        assertThatThrownBy(() -> read(sealed.open(KEY))).isInstanceOf(ChangedObjectException.class);
    }

    @Test
    void aStoreThatIsDownIsSaidToBeInBoundedTime_andServesAgainWhenItIsBack() throws Exception {
        vault.put(KEY, bytes("before"));
        server.kill();
        long began = System.nanoTime();
        try {
            assertThatThrownBy(vault::probe).isInstanceOf(IOException.class).hasMessageContaining("does not answer");
            assertThatThrownBy(() -> vault.put(OTHER, bytes("meanwhile"))).isInstanceOf(IOException.class)
                    .hasMessageContaining("does not take " + OTHER);
            assertThatThrownBy(() -> vault.open(KEY)).isInstanceOf(IOException.class)
                    .hasMessageContaining("does not give " + KEY);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        } finally {
            server.start();
        }

        assertThatCode(vault::probe).doesNotThrowAnyException();
        assertThat(read(vault.open(KEY))).isEqualTo("before");
        vault.put(OTHER, bytes("meanwhile"));
        assertThat(read(vault.open(OTHER))).isEqualTo("meanwhile");
    }

    @Test
    void aRecordingWaitsInTheSpoolWhileTheStoreIsDown_andIsTakenInAfterwards(@TempDir Path folder) throws Exception {
        var sealed = new SealedVault(vault, RecordingKeys.make(folder.resolve("keys.json"), MADE));
        var desk = new Desk(folder);
        ExpectedRecording call = Calls.connected(Duration.ofSeconds(3));
        desk.register.expect(call);
        Path raw = Calls.writeTones(desk.spoolFolder, call);
        Intake intake = desk.intake(DebtorSide.LEFT, sealed, desk.register,
                new MovableClock(Calls.ANSWERED.plusSeconds(60)));
        server.kill();
        try {
            assertThat(intake.take(call)).isInstanceOf(IntakeResult.Failed.class);
            assertThat(raw).exists();
        } finally {
            server.start();
        }

        assertThat(intake.take(call)).isInstanceOf(IntakeResult.Stored.class);

        assertThat(raw).doesNotExist();
        vault.delete(VaultKey.ofRecording(call.attemptId(), call.answeredAt(), RecordingFormat.WAV));
    }

    @Test
    void aBucketThatIsNotThereIsSaid() {
        var nowhere = new S3Vault(server.settings("no-such-bucket"));

        assertThatThrownBy(nowhere::probe).hasMessageContaining("bucket no-such-bucket").hasMessageContaining("exist");
        assertThatThrownBy(() -> nowhere.put(KEY, bytes("?"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> nowhere.size(new VaultKey("a"))).isInstanceOf(IOException.class);
    }
}
