package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactScriptTest {
    /** What the agent says stands before the list of answers; a variable of the debt must stand nowhere. */
    @ParameterizedTest
    @CsvSource({"contact.en.md, debt|owe|amount|lender|overdue|loan|pay", "contact.zh-CN.md, 债|欠|金额|委托|逾期|贷|还款"})
    void theScriptForAListedContactDisclosesNothing(String file, String forbidden) throws Exception {
        String text = Files.readString(Path.of("..", "config", "scripts", file));
        String opening = text.substring(text.lastIndexOf("---"),
                text.indexOf("- **"));

        assertThat(opening.replace("{debtor_name}", "")).doesNotContainPattern("(?i)" + forbidden);
        assertThat(text).doesNotContain("{amount", "{lender", "{product", "{overdue", "{due");
    }

    @ParameterizedTest
    @CsvSource({"machine.en.md, pbx/en/machine-message, debt|owe|amount|lender|overdue|loan|pay|collect|debtor",
            "machine.zh-CN.md, pbx/zh/machine-message, 债|欠|金额|委托|逾期|贷|还款|催"})
    void whatIsLeftOnAMachineIsTheScriptAndDisclosesNothing(String file, String sound, String forbidden)
            throws Exception {
        String text = Files.readString(Path.of("..", "config", "scripts", file));
        String said = text.substring(text.lastIndexOf("---") + 3).strip();
        String row = Files.readAllLines(Path.of("..", "config", "asterisk", "sounds", "phrases.tsv"))
                .stream()
                .filter(line -> line.startsWith(sound + "\t"))
                .findFirst()
                .orElseThrow();

        assertThat(said).doesNotContainPattern("(?i)" + forbidden).doesNotContain("{debtor_name}");
        assertThat(row.substring(row.lastIndexOf('\t') + 1))
                .isEqualTo(said.replace("caller_name", "name").replace("callback_number", "callback"));
    }
}
