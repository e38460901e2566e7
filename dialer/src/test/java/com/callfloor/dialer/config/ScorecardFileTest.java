package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each mistake is made in the shipped card for debtors. */
class ScorecardFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "scorecards", "debtor.yaml");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            pass_mark: 80 | pass_mark: 101 | pass_mark is 0 to 100
            pass_mark: 80 | pas_mark: 80 | did you mean 'pass_mark'
            id: courteous, weight: 10 | id: courteous, weight: 0 | items.courteous: weight is 1 to 100
            id: courteous, weight: 10 | id: listens, weight: 10 | 'listens' is there twice
            id: courteous, weight: 10, scale: points | id: courteous, weight: 10, scale: point | did you mean 'points'
            id: listens, weight: 10, scale: points, most: 5 | id: listens, weight: 10, scale: points | most must say
            id: identifies, weight: 10, scale: yes_no | id: identifies, weight: 10, scale: yes_no, most: 5 | most goes with
            prohibition: insult | prohibition: threat | lacks an item for insult
            prohibition: insult | prohibition: insults | did you mean 'insult'
            recipient: debtor | recipient: answering machine | is not one of debtor, listed contact
            """)
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String told) throws Exception {
        String text = Files.readString(SHIPPED).replaceFirst(right, wrong);

        assertThatThrownBy(() -> new ScorecardFile().parse("debtor.yaml", text)).isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("debtor.yaml, line ")
                .hasMessageContaining(told);
    }

    @Test
    void aCardIsCalledAsItsFile(@TempDir Path folder) throws Exception {
        Files.copy(SHIPPED, folder.resolve("other.yaml"));

        assertThatThrownBy(() -> new ScorecardFile().readAll(folder))
                .hasMessageContaining("its file must be debtor.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            complaint: 8 | complaints: 8 | did you mean 'complaint'
            complaint: 8 | complaint: 101 | weights.complaint is 0 to 100
            calls_per_agent: 3 | calls_per_agent: 0 | calls_per_agent is 1 to 50
            appeals_within: 7d | appeals_within: 91d | is 0s to 90d
            """)
    void aMistakeInThePlanIsNamedToo(String right, String wrong, String told) throws Exception {
        String text = Files.readString(Path.of("..", "config", "quality.yaml")).replaceFirst(right, wrong);

        assertThatThrownBy(() -> new QualityFile().parse("quality.yaml", text)).isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("quality.yaml, line ")
                .hasMessageContaining(told);
    }
}
