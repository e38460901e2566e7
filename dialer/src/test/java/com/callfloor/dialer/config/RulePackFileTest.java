package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulePackFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "rules");
    private static final Path CALENDARS = Path.of("..", "config", "calendars");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"facts", "floor", "cn", "us", "us-ma", "us-wa", "us-nyc", "uk", "au", "in", "jp", "br-sp",
            "br-rj", "ru"})
    void everyShippedPackIsUnderstoodAndSaysWhereItsRulesComeFromInTwoLanguages(String name) throws Exception {
        RulePack pack = new RulePackFile(SHIPPED, CALENDARS).read(name);

        assertThat(pack.name()).isEqualTo(name);
        assertThat(pack.cards()).isNotEmpty().allSatisfy(card -> {
            assertThat(card.source()).isNotBlank();
            assertThat(card.saysChinese()).containsPattern("\\p{IsHan}");
            assertThat(card.says()).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void theFloorsOwnPackHoldsTheCadenceTargets() throws Exception {
        RulePack pack = new RulePackFile(SHIPPED, CALENDARS).read("floor");

        assertThat(pack.duties()).anySatisfy(duty -> {
            assertThat(duty).isInstanceOf(Duty.Cadence.class);
            assertThat(((Duty.Cadence) duty).contactable()).isEqualTo(3);
            assertThat(((Duty.Cadence) duty).uncontactable()).isEqualTo(4);
        });
        assertThat(pack.rules()).extracting(CallingRule::id).contains("FLOOR-HOURS", "SEED-HOL", "SEED-3P");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit: 3, period                 | limit: 3, per: week, period       | unknown key 'per'
            to: "21:00"                      | to: "07:00"                       | not before
            to: "21:00"                      | to: "9 pm"                        | 9 pm
            scope: number                    | scope: flat                       | 'flat' is not one of person, debt
            event: dispatched                | event: thought of                 | 'thought of' is not one of dispatched
            calendar day                     | fortnight                         | 'fortnight' is not one of 'calendar day'
            limit: 3                         | limit: 0                          | limit must be 1 or more
            status: verified                 | status: sure                      | 'sure' is not one of verified
            source: "SEED-HOL"               | source: ""                        | must not be empty
            id: FLOOR-SPACING                | id: FLOOR-HOURS                   | two rules have the id FLOOR-HOURS
            holidays: closed                 | holidays: ignored                 | go together
            calendar: cn                     | calendar: moon                    | there is no calendar 'moon'
            limit: 3,                        | limit: 3, limit: 9,              | limit stands here twice; remove one
            third_party: {failures: 3,       | practice: true@    third_party: {failures: 3, | exactly one of
            """)
    void aPackThatIsNotUnderstoodToItsLastWordIsRefusedWithThePlaceAndTheReason(String original, String changed,
            String reason) throws Exception {
        broken(original, changed.replace("@", "\n"));

        assertThatThrownBy(() -> new RulePackFile(folder, CALENDARS).read("floor")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("floor.yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void theLineOfARefusedRuleIsNamed() throws Exception {
        broken("limit: 3", "limit: 0");

        assertThatThrownBy(() -> new RulePackFile(folder, CALENDARS).read("floor")).isInstanceOf(ConfigProblem.class)
                .hasMessageMatching("(?s).*floor.yaml, line \\d+, rule FLOOR-DEBTOR-DAY: .*");
    }

    @Test
    void aRuleThatHasAKeyTwiceIsRefusedWithTheLine() throws Exception {
        broken("    status: verified", "    status: verified\n    status: unverified");

        assertThatThrownBy(() -> new RulePackFile(folder, CALENDARS).read("floor")).isInstanceOf(ConfigProblem.class)
                .hasMessageMatching("(?s).*floor.yaml, line \\d+: rules\\[0\\]: status stands here twice; remove .*");
    }

    @Test
    void aPackThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new RulePackFile(folder, CALENDARS).read("cn")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("cn.yaml");
    }

    private void broken(String original, String changed) throws Exception {
        String text = Files.readString(SHIPPED.resolve("floor.yaml"));
        assertThat(text).contains(original);
        Files.writeString(folder.resolve("floor.yaml"),
                text.replaceFirst(Pattern.quote(original), Matcher.quoteReplacement(changed)));
    }
}
