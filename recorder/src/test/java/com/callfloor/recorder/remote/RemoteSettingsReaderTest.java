package com.callfloor.recorder.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.recorder.audio.DebtorSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RemoteSettingsReaderTest {
    private final Path folder;
    private final Path file;

    RemoteSettingsReaderTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path token = Files.writeString(folder.resolve("token"), "s3cret-token\n");
        file = Files.writeString(folder.resolve("floor.yaml"), """
                pbx:
                  host: 10.0.0.5
                remote_recorder:
                  dialer_url: https://dialer.example:8443
                  token_file: %s
                  spool: %s
                  debtor_side: right
                """.formatted(token, folder));
    }

    @Test
    void readsItsSectionOfTheFloorsFile_andLeavesTheRest() throws ConfigException {
        RemoteSettings settings = RemoteSettingsReader.read(Optional.of(file), Map.of());

        assertThat(settings.dialer()).hasToString("https://dialer.example:8443");
        assertThat(settings.token()).isEqualTo("s3cret-token");
        assertThat(settings.spool()).isEqualTo(folder);
        assertThat(settings.debtorSide()).isEqualTo(DebtorSide.RIGHT);
        assertThat(settings.poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.missingAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void theEnvironmentGoesAboveTheFile() throws ConfigException {
        RemoteSettings settings = RemoteSettingsReader.read(Optional.of(file),
                Map.of("FLOOR_REMOTE_RECORDER_POLL_SECONDS", "1", "FLOOR_REMOTE_RECORDER_DEBTOR_SIDE", "left"));

        assertThat(settings.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.debtorSide()).isEqualTo(DebtorSide.LEFT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DIALER_URL            | dialer.example        | give one such as https://",
            "DIALER_URL            | ftp://dialer.example  | give one such as https://",
            "DIALER_URL            | http://dialer.example | unencrypted to dialer.example",
            "DIALER_URL            | ht tp                 | which is no address",
            "TOKEN                 | two words             | holds blanks",
            "TOKEN_FILE            | /no/such/file         | which cannot be read",
            "SPOOL                 | /no/such/folder       | no folder that this user can write in",
            "DEBTOR_SIDE           | middle                | give left or right",
            "POLL_SECONDS          | often                 | give a whole number",
            "PARALLELISM           | 0                     | give a number from 1 to 64"})
    void aWrongValue_isNamed_withWhatToDo(String key, String value, String advice) {
        Map<String, String> env = new HashMap<>(Map.of("FLOOR_REMOTE_RECORDER_" + key, value));

        assertThatThrownBy(() -> RemoteSettingsReader.read(Optional.of(file), env)).isInstanceOf(ConfigException.class)
                .hasMessageContaining(advice)
                .hasMessageContaining("FLOOR_REMOTE_RECORDER_" + key);
    }

    @Test
    void anUnknownKey_isNamed_withTheKnownOnes() throws IOException {
        Files.writeString(file, "remote_recorder:\n  spol: /x\n");

        assertThatThrownBy(() -> RemoteSettingsReader.read(Optional.of(file), Map.of()))
                .hasMessageContaining("remote_recorder.spol is not known")
                .hasMessageContaining("spool");
    }

    @Test
    void nothingAtAll_saysWhatIsMissing() {
        assertThatThrownBy(() -> RemoteSettingsReader.read(Optional.empty(), Map.of()))
                .hasMessage("remote_recorder.dialer_url is missing (set it in the file or as "
                        + "FLOOR_REMOTE_RECORDER_DIALER_URL)");
    }

    @Test
    void aFileThatIsNotThereOrNoYaml_isNamed() throws IOException {
        Path none = folder.resolve("none.yaml");
        assertThatThrownBy(() -> RemoteSettingsReader.read(Optional.of(none), Map.of()))
                .hasMessageContaining("none.yaml cannot be read");

        Files.writeString(file, "a: [");
        assertThatThrownBy(() -> RemoteSettingsReader.read(Optional.of(file), Map.of()))
                .hasMessageContaining("is not valid YAML");
    }
}
