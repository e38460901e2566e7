package com.callfloor.dialer.app;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.replay.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayFileTest {
    private static final String CASE = """
            {"type":"case","case":"c1","debtor":"d1","debt":"l1","region":"US-MA","zones":["America/New_York"],\
            "numbers":[{"n":"+16175550101","line":"mobile"}],"actor":"agency"}
            """;

    @Test
    void aConversationBarsTheDebtForSevenDaysAndTheAnswerSaysFromWhenOnItIsFree() throws Exception {
        String answers = replay(CASE + attempt("2026-03-02T14:00:00Z", "conversation")
                + query("q1", "2026-03-03T15:00:00Z") + query("q2", "2026-03-09T14:00:00Z"));

        assertThat(answers).isEqualTo("""
                {"id":"q1","verdict":"not_before","not_before":"2026-03-09T14:00:00Z","rules":["US-F-COOL"]}
                {"id":"q2","verdict":"allow","rules":[]}
                """);
    }

    @Test
    void whatIsToldAfterAQueryDoesNotCountForIt() throws Exception {
        assertThat(replay(CASE + query("q1", "2026-03-03T15:00:00Z") + attempt("2026-03-02T14:00:00Z", "conversation")))
                .contains("\"allow\"");
    }

    @Test
    void theOpeningInstantOfAnOpenIntervalIsOutsideAndTheNextSecondIsNotBefore() throws Exception {
        assertThat(replay(CASE + query("q1", "2026-03-02T13:00:00Z")))
                .contains("\"not_before\":\"2026-03-02T13:00:01Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"10:00-11:00\"", "[\"10:00\",\"11:00\"]", "{\"from\":\"10:00\",\"to\":\"11:00\"}",
            "{\"from\":\"10:00\",\"to\":\"11:00\",\"days\":[\"tue\"]}"})
    void inconvenientHoursAreReadHoweverTheyAreWritten(String window) throws Exception {
        String fact = "{\"type\":\"fact\",\"at\":\"2026-03-03T14:00:00Z\",\"case\":\"c1\",\"fact\":\"inconvenient\","
                + "\"window\":" + window + "}\n";

        assertThat(replay(CASE + fact + query("q1", "2026-03-03T15:30:00Z")))
                .contains("\"not_before\":\"2026-03-03T16:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"query","id":"q","at":"2026-03-03T15:00:00Z","case":"c9","number":"+1"} | line 2: case 'c9' was not told of
            {"type":"fact","at":"2026-03-03T15:00:00Z","case":"c1","fact":"rude"}           | line 2: fact 'rude' is not known
            {"type":"query","id":"q","at":"noon","case":"c1","number":"+1"}                 | line 2: Text 'noon'
            {"type":"wish"}                                                                 | line 2: type 'wish'
            {"type":"query","id":"q"                                                        | line 2 is not a JSON object
            """)
    void aLineThatIsNotUnderstoodIsNamed(String line, String message) {
        assertThatThrownBy(() -> replay(CASE + line + "\n")).isInstanceOf(VerbProblem.class)
                .hasMessageStartingWith(message);
    }

    private static String attempt(String at, String result) {
        return "{\"type\":\"attempt\",\"at\":\"" + at + "\",\"case\":\"c1\",\"number\":\"+16175550101\","
                + "\"direction\":\"out\",\"result\":\"" + result + "\",\"rang\":true}\n";
    }

    private static String query(String id, String at) {
        return "{\"type\":\"query\",\"id\":\"" + id + "\",\"at\":\"" + at
                + "\",\"case\":\"c1\",\"number\":\"+16175550101\"}\n";
    }

    private static String replay(String stream) throws Exception {
        var file = new RulePackFile(Path.of("..", "config", "rules"), Path.of("..", "config", "calendars"));
        var rules = new CallingRules(
                List.of(PackTerm.current(file.read("us")), PackTerm.current(file.read("facts"))));
        var out = new StringWriter();
        new ReplayFile(new Replay(rules, Duration.ofSeconds(20)))
                .answer(new BufferedReader(new StringReader(stream)), out);
        return out.toString();
    }
}
