package com.callfloor.recorder.vault;

import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileVaultTest extends VaultContract {
    private final Path root;
    private final FileVault vault;

    FileVaultTest(@TempDir Path folder) throws IOException {
        root = folder.resolve("vault");
        vault = new FileVault(root);
    }

    @Override
    protected Vault vault() {
        return vault;
    }

    @Test
    void aStreamThatBreaksLeavesNoRubbish() throws IOException {
        vault.put(KEY, bytes("first"));

        assertThatThrownBy(() -> vault.put(KEY, new SequenceInputStream(bytes("seco"), new BrokenStream())))
                .hasMessage("line cut");

        assertThat(files()).containsExactly(root.resolve(KEY.value()));
    }

    @Test
    void recordingsAreForTheirOwnerOnly() throws IOException {
        vault.put(KEY, bytes("hello"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(KEY.value()))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsNoRecordingIsShownAsAStranger() throws IOException {
        vault.put(KEY, bytes("hello"));
        Files.writeString(root.resolve("2026/.hidden"), "?");
        List<String> shown = new ArrayList<>();

        vault.list(new Vault.Listing() {
            @Override
            public void object(VaultKey key) {
                shown.add(key.value());
            }

            @Override
            public void stranger(String name) {
                shown.add("? " + name);
            }
        });

        assertThat(shown).containsExactlyInAnyOrder(KEY.value(), "? 2026/.hidden");
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
}
