package com.callfloor.recorder.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every vault promises, whatever it keeps its objects in. */
public abstract class VaultContract {
    protected static final VaultKey KEY = new VaultKey("2026/11/23/a.wav");
    protected static final VaultKey OTHER = new VaultKey("2026/11/24/b.ogg");

    /** Empty at the beginning of each test. */
    protected abstract Vault vault();

    @Test
    protected void givesBackWhatWasPut() throws IOException {
        vault().put(KEY, bytes("hello"));

        assertThat(read(vault().open(KEY))).isEqualTo("hello");
        assertThat(vault().size(KEY)).hasValue(5);
        assertThat(vault().exists(KEY)).isTrue();
    }

    @Test
    protected void anEmptyObjectIsAnObject() throws IOException {
        vault().put(KEY, bytes(""));

        assertThat(read(vault().open(KEY))).isEmpty();
        assertThat(read(vault().open(KEY, new ByteRange(0, 9)))).isEmpty();
        assertThat(vault().size(KEY)).hasValue(0);
    }

    @Test
    protected void aStreamThatBreaksLeavesTheKeyAsItWas() throws IOException {
        vault().put(KEY, bytes("first"));

        assertThatThrownBy(() -> vault().put(KEY, new SequenceInputStream(bytes("seco"), new BrokenStream())))
                .hasMessage("line cut");
        assertThatThrownBy(() -> vault().put(OTHER, new BrokenStream())).hasMessage("line cut");

        assertThat(read(vault().open(KEY))).isEqualTo("first");
        assertThat(vault().exists(OTHER)).isFalse();
    }

    @Test
    protected void aSecondPutReplacesTheFirst() throws IOException {
        vault().put(KEY, bytes("first"));
        vault().put(KEY, bytes("second"));

        assertThat(read(vault().open(KEY))).isEqualTo("second");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, hel", "1, 3, ell", "3, 99, lo", "5, 1, ''", "99, 1, ''", "2, 0, ''"})
    protected void aRangeIsThePartOfTheObjectThatLiesInIt(long offset, long length, String part) throws IOException {
        vault().put(KEY, bytes("hello"));

        assertThat(read(vault().open(KEY, new ByteRange(offset, length)))).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "65000, 1000", "65536, 65536", "131000, 200000", "999900, 100", "999999, 50", "1, 999999"})
    protected void rangesOfALongObjectAreThoseOfItsContent(int offset, int length) throws IOException {
        byte[] content = new byte[1_000_000];
        new Random(7).nextBytes(content);
        vault().put(KEY, new ByteArrayInputStream(content));

        try (InputStream part = vault().open(KEY, new ByteRange(offset, length))) {
            assertThat(part.readAllBytes())
                    .isEqualTo(Arrays.copyOfRange(content, offset, Math.min(offset + length, content.length)));
        }
        assertThat(vault().size(KEY)).hasValue(content.length);
    }

    @ParameterizedTest
    @CsvSource({"65480", "65481", "65482", "65496", "65520", "65536", "131072"})
    protected void lengthsAroundASegmentAreTold(int length) throws IOException {
        vault().put(KEY, new ByteArrayInputStream(new byte[length]));

        assertThat(vault().size(KEY)).hasValue(length);
        try (InputStream whole = vault().open(KEY)) {
            assertThat(whole.readAllBytes()).hasSize(length);
        }
    }

    @Test
    protected void aMissingObjectIsSaidToBeMissing() throws IOException {
        assertThatThrownBy(() -> vault().open(KEY)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> vault().open(KEY, new ByteRange(0, 1))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> vault().open(KEY, new ByteRange(0, 0))).isInstanceOf(NoSuchFileException.class);
        assertThat(vault().size(KEY)).isEmpty();
        assertThat(vault().exists(KEY)).isFalse();
        assertThat(vault().delete(KEY)).isFalse();
    }

    @Test
    protected void aDeletedObjectIsGone() throws IOException {
        vault().put(KEY, bytes("hello"));

        assertThat(vault().delete(KEY)).isTrue();

        assertThat(vault().exists(KEY)).isFalse();
        assertThatThrownBy(() -> vault().open(KEY)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    protected void showsAllThatLiesInIt() throws IOException {
        vault().put(KEY, bytes("hello"));
        vault().put(OTHER, bytes("hello"));
        List<VaultKey> found = new ArrayList<>();

        vault().list(new Vault.Listing() {
            @Override
            public void object(VaultKey key) {
                found.add(key);
            }

            @Override
            public void stranger(String name) {
                throw new AssertionError("nobody put " + name);
            }
        });

        assertThat(found).containsExactlyInAnyOrder(KEY, OTHER);
        assertThatCode(vault()::probe).doesNotThrowAnyException();
    }

    protected static String read(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    protected static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    protected static final class BrokenStream extends InputStream {
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
