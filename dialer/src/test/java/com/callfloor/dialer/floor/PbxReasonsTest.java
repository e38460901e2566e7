package com.callfloor.dialer.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PbxReasonsTest {
    private static final Path PBX = Path.of("src/main/java/com/callfloor/dialer/pbx");
    /** Where pbx/ gives a reason in a sentence of its own that people are told. */
    private static final Pattern REASON = Pattern
            .compile(
                    "(?:refuse\\(attempt, leg, |failed\\.accept\\(|fail\\(attempt, |DOWN = |give\\(waiting, )\"([^\"]+)\"\\)*;");

    @Test
    void whatThePbxRoomSaysItselfIsSaidInBothLanguages() throws Exception {
        List<String> reasons = reasons();

        assertThat(reasons).hasSizeGreaterThan(5)
                .allSatisfy(reason -> assertThat(PbxReasons.of(reason).zh()).as(reason).isNotEqualTo(reason));
    }

    @Test
    void aFigureStandsInBothLanguages() {
        assertThat(PbxReasons.of("the two did not meet within 1500 ms")).isEqualTo(
                new Words("the two did not meet within 1500 ms", "双方未能在 1500 毫秒内接通"));
    }

    @Test
    void whatAsteriskAnswersStaysInItsOwnWords() {
        assertThat(PbxReasons.of("Channel not existent")).isEqualTo(Words.same("Channel not existent"));
    }

    private static List<String> reasons() throws IOException {
        try (Stream<Path> files = Files.list(PBX)) {
            return files.flatMap(PbxReasonsTest::text)
                    .flatMap(line -> REASON.matcher(line).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> text(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
