package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.scripts.Part;
import com.callfloor.dialer.scripts.Recipient;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.scripts.Statement;
import com.callfloor.dialer.strategy.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScriptFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "scripts");

    @TempDir
    Path folder;

    @Test
    void forEachStageAndLanguageThereIsAShippedScriptForDebtorsWithEveryBranch() throws Exception {
        ScriptLibrary library = new ScriptFile().readAll(SHIPPED);

        for (Stage stage : Stage.values()) {
            for (Language language : Language.values()) {
                Script script = library.named(stage.code(), language).orElseThrow();
                assertThat(script.recipient()).isEqualTo(Recipient.DEBTOR);
                assertThat(script.fits(stage)).isTrue();
                assertThat(script.says()).containsExactlyInAnyOrder(Statement.values());
                assertThat(script.parts().keySet()).containsAll(Arrays.stream(Part.values())
                        .filter(Part::isBranch)
                        .toList());
                assertThat(library.forContact(stage, language)).isPresent();
            }
        }
    }

    @Test
    void theShippedScriptsOfALanguageAreWrittenInIt() throws Exception {
        for (Script script : new ScriptFile().readAll(SHIPPED).scripts()) {
            List<String> said = script.parts().values().stream().map(text -> text.replaceAll("\\{\\w+}", "")).toList();
            if (script.language() == Language.ZH_CN) {
                assertThat(said).allSatisfy(text -> assertThat(text).containsPattern("\\p{IsHan}"));
            } else {
                assertThat(said).allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsHan}"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stage: early               | stage: erly                        | 'erly' is not one of reminder, early, middle, late, pre_legal; did you mean 'early'?
            stage: early               | stag: early                         | line 6: unknown key 'stag'
            recipient: debtor          | recipient: neighbour                | recipient 'neighbour' is not one of debtor
            language: en               | language: fr                        | language 'fr' is not one of zh-CN, en
            version: "2026-11-25"      | version: ""                         | version is empty
            script: early              | script: first                       | its file must be first.en.md
            who_calls, for_whom,       | who_calls, for_woman,               | did you mean 'for_whom'?
            , recording_notice         | - | must declare recording_notice
            This call is recorded.     | Good day.                           | script early lacks the recording notice
            I am calling from          | I am {agent_nam} of                 | line 9: unknown variable {agent_nam}
            `## hardship`              | ## hardships                        | unknown part 'hardships'; known: opening
            `## hardship`              | ## willing                          | the part 'willing' stands here twice
            about a personal matter.   | about {amount_due}.                 | {amount_due} tells of the debt, and the part 'confirm' may be heard by somebody else
            about a personal matter.   | about a loan.                       | 'loan' tells of the debt
            I note it as you say it.   | Pay or you go to jail.              | 'jail' threatens
            I note it as you say it.   | We can waive half of it.            | 'can waive' promises a waiver
            """)
    void aScriptThatBreaksARuleIsRefusedWithThePlaceAndTheReason(String original, String changed, String reason)
            throws Exception {
        String text = Files.readString(SHIPPED.resolve("early.en.md"));
        assertThat(text).contains(original);
        Path file = Files.writeString(folder.resolve("early.en.md"),
                text.replace(original, changed.equals("-") ? "" : changed));

        assertThatThrownBy(() -> new ScriptFile().read(file)).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("early.en.md")
                .hasMessageContaining(reason.strip());
    }

    @Test
    void aBranchThatIsMissingIsNamedWithItsHeading() throws Exception {
        String text = Files.readString(SHIPPED.resolve("early.en.md"));
        Path file = Files.writeString(folder.resolve("early.en.md"),
                text.substring(0, text.indexOf("## vulnerable")));

        assertThatThrownBy(() -> new ScriptFile().read(file))
                .hasMessageContaining(
                        "script early lacks the part 'vulnerable'; begin it with the heading ## vulnerable");
    }

    @Test
    void aScriptForAContactMayNotNameTheLenderAnywhere() throws Exception {
        String text = Files.readString(SHIPPED.resolve("contact.en.md"));
        Path file = Files.writeString(folder.resolve("contact.en.md"),
                text.replace("It is a personal matter", "It is about {lender}, a personal matter"));

        assertThatThrownBy(() -> new ScriptFile().read(file)).hasMessageContaining("{lender} tells of the debt");
    }

    @Test
    void aFileWithoutKeysSaysWhereTheyAreShown() throws Exception {
        Path file = Files.writeString(folder.resolve("early.en.md"), "Hello.");

        assertThatThrownBy(() -> new ScriptFile().read(file)).hasMessageContaining("line 1")
                .hasMessageContaining("config/scripts/README.md");
    }
}
