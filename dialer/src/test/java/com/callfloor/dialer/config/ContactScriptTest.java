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
}
