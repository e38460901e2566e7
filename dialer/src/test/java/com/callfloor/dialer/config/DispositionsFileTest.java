package com.callfloor.dialer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.dispositions.OwnDisposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DispositionsFileTest {
    private static final String ENTRY = "- {code: %s, behaves_as: %s, name_zh: 到网点还款, name_en: %s}";

    private final DispositionsFile file = new DispositionsFile();
    private @TempDir Path folder;

    @Test
    void theShippedFileIsReadable() throws ConfigProblem {
        assertThat(file.read(Path.of("..", "config", "dispositions.yaml"))).isEmpty();
    }

    @Test
    void theFloorsOwnDispositionsAreReadInTheirOrder() throws Exception {
        Path written = write(ENTRY.formatted("pays_at_branch", "promise_to_pay", "Pays at a branch"),
                ENTRY.formatted("moved", "third_party", "Moved away"));

        assertThat(file.read(written)).extracting(OwnDisposition::code).containsExactly("pays_at_branch", "moved");
        assertThat(file.read(written).getFirst().behavesAs()).isEqualTo(Disposition.PROMISE_TO_PAY);
    }

    @ParameterizedTest
    @CsvSource({"complaint,refuses,Angry,built-in", "Moved,refuses,Moved,lower case", "moved,vanished,Moved,vanished",
            "moved,refuses,' ',a name"})
    void whatCannotBeMeantIsNamed(String code, String behavesAs, String name, String words) throws IOException {
        Path written = write(ENTRY.formatted(code, behavesAs, "\"" + name + "\""));

        assertThatThrownBy(() -> file.read(written)).isInstanceOf(ConfigProblem.class).hasMessageContaining(words);
    }

    @Test
    void aCodeStandsOnce() throws IOException {
        Path written = write(ENTRY.formatted("moved", "refuses", "Moved"), ENTRY.formatted("moved", "refuses", "Gone"));

        assertThatThrownBy(() -> file.read(written)).isInstanceOf(ConfigProblem.class).hasMessageContaining("twice");
    }

    private Path write(String... entries) throws IOException {
        return Files.writeString(folder.resolve("dispositions.yaml"),
                "dispositions:\n  " + String.join("\n  ", entries) + "\n");
    }
}
