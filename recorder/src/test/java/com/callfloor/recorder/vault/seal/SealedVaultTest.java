package com.callfloor.recorder.vault.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;

import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.ChangedObjectException;
import com.callfloor.recorder.vault.FileVault;
import com.callfloor.recorder.vault.LostKeyException;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class SealedVaultTest extends VaultContract {
    private static final Instant MADE = Instant.parse("2026-11-23T04:00:00Z");
    private static final String SECRET = "what the debtor said";

    private final Path root;
    private final Path keyFile;
    private final FileVault files;
    private final SealedVault vault;

    SealedVaultTest(@TempDir Path folder) throws IOException {
        root = folder.resolve("vault");
        keyFile = folder.resolve("secrets/recording-keys.json");
        files = new FileVault(root);
        vault = new SealedVault(files, RecordingKeys.make(keyFile, MADE));
    }

    @Override
    protected Vault vault() {
        return vault;
    }

    private Path object() {
        return root.resolve(KEY.value());
    }

    @Test
    void nothingOfTheContentLiesInTheStore() throws IOException {
        vault.put(KEY, bytes(SECRET.repeat(9_000)));

        assertThat(Files.readString(object(), ISO_8859_1)).startsWith("CFSEAL").doesNotContain("debtor");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile))).isEqualTo("rw-------");
    }

    @Test
    void oneChangedByteAnywhereIsNoticed() throws IOException {
        vault.put(KEY, bytes(SECRET));
        byte[] stored = Files.readAllBytes(object());

        for (int place = 0; place < stored.length; place++) {
            byte[] changed = stored.clone();
            changed[place] ^= 1;
            Files.write(object(), changed);
            assertThat(reading()).as("byte %d", place).isNotEqualTo(SECRET);
        }
        Files.write(object(), stored);
        assertThat(reading()).isEqualTo(SECRET);
    }

    /** The content, or the name of what was thrown. */
    private String reading() {
        try (InputStream in = vault.open(KEY)) {
            return read(in);
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Test
    void oneChangedByteIsNoticedByTheRangeThatHoldsIt() throws IOException {
        vault.put(KEY, bytes(SECRET.repeat(20_000)));
        byte[] stored = Files.readAllBytes(object());
        stored[300_000] ^= 1;
        Files.write(object(), stored);

        assertThat(read(vault.open(KEY, new ByteRange(0, 20)))).isEqualTo(SECRET);
        assertThatThrownBy(() -> read(vault.open(KEY, new ByteRange(299_000, 2_000))))
                .isInstanceOf(ChangedObjectException.class);
    }

    @Test
    void anObjectThatWasCutShortIsNoticed() throws IOException {
        vault.put(KEY, bytes(SECRET.repeat(20_000)));
        byte[] stored = Files.readAllBytes(object());
        Files.write(object(), Arrays.copyOf(stored, 65_536 + 79));

        assertThatThrownBy(() -> read(vault.open(KEY))).isInstanceOf(ChangedObjectException.class);
    }

    @Test
    void anObjectInAnothersPlaceDoesNotOpen() throws IOException {
        vault.put(KEY, bytes(SECRET));
        vault.put(OTHER, bytes("another call"));
        Files.copy(root.resolve(OTHER.value()), object(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> vault.open(KEY)).isInstanceOf(ChangedObjectException.class);
        assertThatThrownBy(() -> vault.open(KEY, new ByteRange(0, 3))).isInstanceOf(ChangedObjectException.class);
    }

    @Test
    void whatWasStoredUnencryptedStillPlays() throws IOException {
        files.put(KEY, bytes("RIFF, as recordings were once kept"));

        assertThat(read(vault.open(KEY))).isEqualTo("RIFF, as recordings were once kept");
        assertThat(read(vault.open(KEY, new ByteRange(6, 2)))).isEqualTo("as");
        assertThat(vault.size(KEY)).hasValue(34);
        assertThat(vault.keyOf(KEY)).isEmpty();
    }

    @Test
    void aNewKeySealsWhatIsStoredFromThenOn_andTheOldOnesOpenWhatWasStoredBefore() throws IOException {
        vault.put(KEY, bytes(SECRET));
        byte[] before = Files.readAllBytes(object());

        // As the verb does it, beside a running floor.
        SealKey added = RecordingKeys.open(keyFile).rotate(MADE.plusSeconds(60));
        vault.put(OTHER, bytes("another call"));

        assertThat(vault.keyOf(OTHER)).hasValue(added.id());
        assertThat(vault.keyOf(KEY).orElseThrow()).isNotEqualTo(added.id());
        assertThat(Files.readAllBytes(object())).isEqualTo(before);
        var restarted = new SealedVault(files, RecordingKeys.open(keyFile));
        assertThat(read(restarted.open(KEY))).isEqualTo(SECRET);
        assertThat(read(restarted.open(OTHER))).isEqualTo("another call");
        assertThat(RecordingKeys.open(keyFile).list()).extracting(SealKey::madeAt, SealKey::primary)
                .containsExactly(tuple(MADE, false),
                        tuple(MADE.plusSeconds(60), true));
    }

    @Test
    void withoutItsKeyAnObjectDoesNotOpen_andSaysWhichKeyIsMissing() throws IOException {
        vault.put(KEY, bytes(SECRET));
        Files.delete(keyFile);
        var stranger = new SealedVault(files, RecordingKeys.make(keyFile, MADE));

        assertThatThrownBy(() -> stranger.open(KEY)).isInstanceOf(LostKeyException.class)
                .hasMessageContaining("key " + Integer.toUnsignedLong(vault.keyOf(KEY).orElseThrow()));
        assertThatThrownBy(() -> stranger.open(KEY, new ByteRange(0, 3))).isInstanceOf(LostKeyException.class);
    }

    @Test
    void whileSomebodyAddsAKeyNobodyElseDoes_soNoneIsLost() throws IOException {
        RecordingKeys one = RecordingKeys.open(keyFile);
        RecordingKeys other = RecordingKeys.open(keyFile);
        try (FileChannel channel = KeyFile.lock(keyFile); FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> one.rotate(MADE)).isInstanceOf(IOException.class)
                    .hasMessageContaining("just now");
        }

        one.rotate(MADE);
        other.rotate(MADE);

        assertThat(RecordingKeys.open(keyFile).list()).hasSize(3);
    }

    @Test
    void nothingIsStoredWhileTheKeysAreGone() throws IOException {
        Files.delete(keyFile);

        assertThatThrownBy(() -> vault.put(KEY, bytes(SECRET))).hasMessageContaining("are gone; put your copy");
        assertThatThrownBy(vault::probe).hasMessageContaining("are gone");
        assertThat(files.exists(KEY)).isFalse();
    }

    @Test
    void aKeyFileThatWasDamagedIsRefusedWithoutShowingIt() throws IOException {
        String text = Files.readString(keyFile);
        Files.writeString(keyFile, text.substring(0, text.length() / 2));

        assertThatThrownBy(() -> RecordingKeys.open(keyFile)).hasMessageContaining("put your copy of it back")
                .hasNoCause();
    }
}
