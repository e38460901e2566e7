package com.callfloor.recorder.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileVaultTest {
    private static final VaultKey KEY = new VaultKey("2026/11/23/a.wav");

    private final Path root;
    private final FileVault vault;

    FileVaultTest(@TempDir Path folder) throws IOException {
        root = folder.resolve("vault");
        vault = new FileVault(root);
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        vault.put(KEY, bytes("hello"));

        assertThat(read(vault.open(KEY))).isEqualTo("hello");
        assertThat(vault.size(KEY)).hasValue(5);
        assertThat(vault.exists(KEY)).isTrue();
    }

    @Test
    void aStreamThatBreaks_leavesTheKeyAsItWas_andNoRubbish() throws IOException {
        vault.put(KEY, bytes("first"));

        assertThatThrownBy(() -> vault.put(KEY, new SequenceInputStream(bytes("seco"), new BrokenStream())))
                .hasMessage("line cut");

        assertThat(read(vault.open(KEY))).isEqualTo("first");
        assertThat(files()).containsExactly(root.resolve(KEY.value()));
    }

    @Test
    void aSecondPut_replacesTheFirst() throws IOException {
        vault.put(KEY, bytes("first"));
        vault.put(KEY, bytes("second"));

        assertThat(read(vault.open(KEY))).isEqualTo("second");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, hel", "1, 3, ell", "3, 99, lo", "5, 1, ''", "99, 1, ''", "2, 0, ''"})
    void aRange_isThePartOfTheObjectThatLiesInIt(long offset, long length, String part) throws IOException {
        vault.put(KEY, bytes("hello"));

        assertThat(read(vault.open(KEY, new ByteRange(offset, length)))).isEqualTo(part);
    }

    @Test
    void aMissingObject_isSaidToBeMissing() throws IOException {
        assertThatThrownBy(() -> vault.open(KEY)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> vault.open(KEY, new ByteRange(0, 1))).isInstanceOf(NoSuchFileException.class);
        assertThat(vault.exists(KEY)).isFalse();
        assertThat(vault.delete(KEY)).isFalse();
    }

    @Test
    void aDeletedObject_isGone() throws IOException {
        vault.put(KEY, bytes("hello"));

        assertThat(vault.delete(KEY)).isTrue();

        assertThat(vault.exists(KEY)).isFalse();
    }

    @Test
    void recordingsAreForTheirOwnerOnly() throws IOException {
        vault.put(KEY, bytes("hello"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(KEY.value()))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatACrashLeftHalfWritten_isClearedAwayWhenItIsOld() throws IOException {
        Path old = Files.createFile(root.resolve(".incoming/1.part"));
        Path fresh = Files.createFile(root.resolve(".incoming/2.part"));
        Instant yesterday = Instant.parse("2026-11-22T00:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(yesterday.minusSeconds(1)));
        Files.setLastModifiedTime(fresh, FileTime.from(yesterday.plusSeconds(1)));

        assertThat(vault.clearLeftovers(yesterday)).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("line cut");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
