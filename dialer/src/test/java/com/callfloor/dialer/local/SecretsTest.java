package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @Test
    void aSecretIsMadeOnceForEachInstallAndOnlyItsOwnerMayReadIt(@TempDir Path var) throws IOException {
        String made = new Secrets(var, new SecureRandom()).of("manager");

        Secrets later = new Secrets(var, new SecureRandom());
        assertThat(later.of("manager")).isEqualTo(made).matches("[0-9a-f]{32}");
        assertThat(later.of("database")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(var.resolve("secrets/manager"))))
                .isEqualTo("rw-------");
    }
}
