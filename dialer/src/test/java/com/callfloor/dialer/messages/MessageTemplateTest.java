package com.callfloor.dialer.messages;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a template may say, and must. */
class MessageTemplateTest {
    private static final String GOOD = "{caller_name} for {lender}. {opt_out}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "for {lender}. {opt_out}                                         | who writes",
            "{caller_name} here. {opt_out}                                   | for whom",
            "{caller_name} for {lender}                                      | how to opt out",
            "{caller_name} for {lender}: pay or the police comes. {opt_out}  | 'police' threatens",
            "{caller_name} for {lender}: we will waive it. {opt_out}         | promises a waiver",
            "{caller_name} for {lender}: your debt. {opt_out}                | 'debt' tells of the debt on a locked screen",
            "{caller_name} for {lender}: your {product}. {opt_out}           | {product} may say loan",
            "{caller_name} for {lender}: {amount}. {opt_out}                 | unknown variable {amount}",
            "{caller_name} for {lender}: {promised_date}. {opt_out}          | known of promises only"})
    void aTextMessageThatLacksOrSaysWhatItMayNotIsRefusedWithTheReason(String text, String why) {
        assertThatThrownBy(() -> sms(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "About {amount_due}          | {amount_due} in the subject",
            "From {lender}               | {lender} in the subject",
            "Your overdue account        | 'overdue' in the subject"})
    void aSubjectTellsNobodyOfTheDebtSinceItMayBeReadAtWork(String subject, String why) {
        assertThatThrownBy(() -> new MessageTemplate("t", "1", Channel.EMAIL, Language.EN, Optional.of(subject), GOOD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatIsAllowedInAMailsTextIsNotInATextMessage() {
        String text = GOOD + " Your debt, and your {product}.";

        assertThat(new MessageTemplate("t", "1", Channel.EMAIL, Language.EN, Optional.of("Hello"), text).text())
                .isEqualTo(text);
        assertThatThrownBy(() -> sms(text)).hasMessageContaining("locked screen");
    }

    @Test
    void chineseThreatsAreKnownToo() {
        assertThatThrownBy(() -> new MessageTemplate("t", "1", Channel.SMS, Language.ZH_CN, Optional.empty(),
                GOOD + "否则后果自负")).hasMessageContaining("'后果自负' threatens");
    }

    @Test
    void aValueOfALendersFileCannotSmuggleInWhatNoMessageSaysNorAnotherLine() {
        MessageTemplate template = sms(GOOD);

        assertThatThrownBy(() -> template.fill(values("Pay or go to jail"))).hasMessageContaining("'jail' threatens");
        assertThatThrownBy(() -> template.fill(values("Swift Debt Recovery"))).hasMessageContaining("locked screen");
        assertThatThrownBy(() -> template.fill(values("Bank ".repeat(120)))).hasMessageContaining("at most 500");
        assertThat(template.fill(values("Harbour\nBank {opt_out}")).text())
                .isEqualTo("the service centre for Harbour Bank {opt_out}. Answer STOP");
    }

    @Test
    void answersThatAskForNoMoreAreKnownInBothLanguages() {
        assertThat(OptOutWords.in(" Stop. ")).isTrue();
        assertThat(OptOutWords.in("退订")).isTrue();
        assertThat(OptOutWords.in("STOP\n\nOn Friday Swift wrote:\n> Answer STOP to get no more of these")).isTrue();
        assertThat(OptOutWords.in("Stop texting me!")).isTrue();
        assertThat(OptOutWords.in("不要再发了")).isTrue();
        assertThat(OptOutWords.in("please stop by tomorrow")).isFalse();
        assertThat(OptOutWords.in("好的")).isFalse();
    }

    private static MessageTemplate sms(String text) {
        return new MessageTemplate("t", "1", Channel.SMS, Language.EN, Optional.empty(), text.strip());
    }

    private static Map<MessageVariable, String> values(String lender) {
        Map<MessageVariable, String> values = new EnumMap<>(MessageVariable.class);
        values.put(MessageVariable.CALLER_NAME, "the service centre");
        values.put(MessageVariable.LENDER, lender);
        values.put(MessageVariable.OPT_OUT, "Answer STOP");
        return values;
    }
}
