package com.callfloor.recorder.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpoolTest {
    private static final UUID ATTEMPT = UUID.fromString("0b6f9c1e-4f7e-4a3a-9c55-0d2f6a1be001");

    private final Path folder;

    SpoolTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsTheRawFileOfAnAttempt() throws IOException {
        Files.write(folder.resolve(ATTEMPT + ".raw"), new byte[12]);

        assertThat(new Spool(folder).find(ATTEMPT)).map(RawFile::bytes).contains(12L);
        assertThat(new Spool(folder).find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatIsNoRecording_isListedApart() throws IOException {
        Files.write(folder.resolve(ATTEMPT + ".raw"), new byte[4]);
        Files.write(folder.resolve("1-1-1-1-1.raw"), new byte[4]);
        Files.write(folder.resolve(ATTEMPT.toString().toUpperCase(Locale.ROOT) + ".raw"), new byte[4]);
        Files.write(folder.resolve(UUID.randomUUID() + ".wav"), new byte[4]);
        Files.write(folder.resolve("x'; rm -rf.raw"), new byte[4]);
        Files.createDirectory(folder.resolve(UUID.randomUUID() + ".raw"));

        SpoolListing listing = new Spool(folder).list();

        assertThat(listing.raws()).extracting(RawFile::attemptId).containsExactly(ATTEMPT);
        assertThat(listing.strangers()).hasSize(5);
    }

    @Test
    void aLink_isNotFollowed() throws IOException {
        Path secret = Files.write(folder.resolve("secret"), new byte[4]);
        Files.createSymbolicLink(folder.resolve(ATTEMPT + ".raw"), secret);

        assertThat(new Spool(folder).find(ATTEMPT)).isEmpty();
        assertThat(new Spool(folder).list().strangers()).contains(ATTEMPT + ".raw");
    }

    @Test
    void aSpoolThatIsNotThere_isAnErrorAndNotAnEmptySpool() {
        Spool unmounted = new Spool(folder.resolve("unmounted"));

        assertThatThrownBy(() -> unmounted.find(ATTEMPT)).isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("is it mounted");
        assertThatThrownBy(unmounted::list).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(unmounted::freeBytes).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void aFileThatGrew_isNotUnchanged() throws IOException {
        Path path = Files.write(folder.resolve(ATTEMPT + ".raw"), new byte[4]);
        Spool spool = new Spool(folder);
        Optional<RawFile> before = spool.find(ATTEMPT);
        assertThat(spool.unchanged(before.orElseThrow())).isTrue();

        Files.write(path, new byte[8]);

        assertThat(spool.unchanged(before.orElseThrow())).isFalse();
    }

    @Test
    void tellsHowMuchRoomIsLeft() throws IOException {
        assertThat(new Spool(folder).freeBytes()).isPositive();
    }
}
