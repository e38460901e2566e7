package com.callfloor.dialer.calls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CauseTableTest {
    private static final Path DOCUMENTED = Path.of("..", "config", "causes.md");

    @Test
    void theDocumentedTableIsTheOneInCode() throws Exception {
        List<List<String>> documented = Files.readAllLines(DOCUMENTED)
                .stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
                .toList();

        assertThat(documented.subList(0, documented.size() - 1)).extracting(cells -> cells.get(0),
                cells -> cells.get(3), cells -> cells.get(4), cells -> cells.get(5), cells -> cells.get(6))
                .containsExactlyElementsOf(CauseTable.rows()
                        .stream()
                        .map(row -> tuple(Integer.toString(row.cause()),
                                row.nothing().code(), row.earlyMedia().code(), row.rang().code(),
                                row.trunksFault() ? "yes" : ""))
                        .toList());
        CauseTable.Row other = CauseTable.row(HangupCause.NORMAL);
        assertThat(documented.getLast().subList(3, 7)).containsExactly(other.nothing().code(),
                other.earlyMedia().code(), other.rang().code(), "");
    }

    @ParameterizedTest
    @CsvSource({"17, NOTHING, BUSY", "17, RINGING, BUSY", "19, RINGING, NO_ANSWER", "1, NOTHING, INVALID",
            "1, EARLY_MEDIA, INVALID", "1, RINGING, NO_ANSWER", "22, NOTHING, INVALID", "34, NOTHING, CONGESTION",
            "34, EARLY_MEDIA, NO_ANSWER", "21, NOTHING, REJECTED", "16, NOTHING, FAILED", "16, EARLY_MEDIA, NO_ANSWER",
            "0, NOTHING, FAILED", "0, RINGING, NO_ANSWER", "127, NOTHING, FAILED"})
    void aCauseAndWhatWasHeardSayHowItEnded(int cause, Heard heard, Outcome outcome) {
        assertThat(new HangupCause(cause).outcomeUnanswered(heard)).isEqualTo(outcome);
    }

    /** The frequency rules do not count busy and invalid numbers that never rang: nothing else may hide among them. */
    @Test
    void whateverTheCauseAPhoneThatRangIsNeverClosedAsOneThatTheNetworkKeptFromRinging() {
        assertThat(IntStream.rangeClosed(0, 127).mapToObj(HangupCause::new))
                .allSatisfy(cause -> assertThat(cause.outcomeUnanswered(Heard.RINGING)).isIn(Outcome.NO_ANSWER,
                        Outcome.BUSY, Outcome.REJECTED));
        assertThat(IntStream.rangeClosed(0, 127).mapToObj(HangupCause::new))
                .allSatisfy(cause -> assertThat(cause.outcomeUnanswered(Heard.EARLY_MEDIA))
                        .isNotIn(Outcome.CONGESTION, Outcome.FAILED));
    }

    @Test
    void theTrunkIsNeverToBlameForWhatTheCalledSideSays() {
        for (int cause : new int[]{1, 16, 17, 18, 19, 21, 22, 28, 0}) {
            assertThat(new HangupCause(cause).trunksFault()).as("cause %s", cause).isFalse();
        }
        for (int cause : new int[]{27, 34, 38, 41, 42, 44, 47, 58}) {
            assertThat(new HangupCause(cause).trunksFault()).as("cause %s", cause).isTrue();
        }
    }
}
