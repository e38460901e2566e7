package com.callfloor.recorder.vault;

import java.time.Instant;
import java.util.UUID;

import com.callfloor.recorder.audio.RecordingFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultKeyTest {
    @Test
    void aRecordingLiesUnderTheUtcDateOfItsAnswer() {
        UUID attempt = UUID.randomUUID();

        VaultKey key = VaultKey.ofRecording(attempt, Instant.parse("2026-11-23T23:59:59.999999Z"),
                RecordingFormat.OPUS);

        assertThat(key.value()).isEqualTo("2026/11/23/" + attempt + ".ogg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/etc/passwd", "..", "../x", "a/../b", "a/..", "./a", "a//b", "a/", ".hidden",
            "a.",
            "a\\b", "a b", "a\nb", "a\u0000b", "2026/张三.ogg", "+8613800138000.ogg"})
    void whatCouldLeaveAFolderOrNameAPerson_isNoKey(String value) {
        assertThatThrownBy(() -> new VaultKey(value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a vault key");
    }

    @Test
    void aKeyLongerThanTwoHundredCharacters_isRefused() {
        assertThatThrownBy(() -> new VaultKey("a".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new VaultKey("a".repeat(200)).value()).hasSize(200);
    }
}
