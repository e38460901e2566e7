package com.callfloor.dialer.config;

import java.nio.file.Path;

import com.callfloor.dialer.messages.MessageTemplate;
import com.callfloor.dialer.messages.TemplateLibrary;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.Language;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Templates as their files write them. */
class MessageFileTest {
    private static final String TEXT = """
            ---
            message: hello
            version: "1"
            channel: sms
            language: en
            requires: [who_writes, for_whom, opt_out]
            ---
            {caller_name}
            for {lender}. {opt_out}
            """;
    private final MessageFile file = new MessageFile();

    @Test
    void theShippedOnesAreThereForBothChannelsInBothLanguages() throws Exception {
        TemplateLibrary shipped = file.readAll(Path.of("..", "config", "messages"));

        for (String name : new String[]{MessageTemplate.PROMISE_REMINDER, MessageTemplate.PAYMENT_DUE}) {
            for (Channel channel : new Channel[]{Channel.SMS, Channel.EMAIL}) {
                for (Language language : Language.values()) {
                    assertThat(shipped.find(name, channel, language)).as("%s %s %s", name, channel, language)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void linesOfAFileAreOneParagraphOfATextMessage() throws Exception {
        assertThat(file.parse("x", "hello.sms.en.md", TEXT).text()).isEqualTo("{caller_name} for {lender}. {opt_out}");
    }

    @Test
    void whatIsWrongIsNamedWithTheFile() {
        refused("hello.sms.zh-CN.md", TEXT, "its file must be hello.sms.en.md");
        refused("hello.sms.en.md", TEXT.replace("who_writes, ", ""), "must declare who_writes, for_whom, opt_out");
        refused("hello.sms.en.md", TEXT.replace("opt_out]", "opt_uot]"), "did you mean 'opt_out'?");
        refused("hello.sms.en.md", TEXT.replace("channel: sms", "channel: call"), "is not sms or email");
        refused("hello.sms.en.md", TEXT.replace("{lender}", "you"), "lacks for whom");
        refused("hello.sms.en.md", TEXT.replace("version", "versoin"), "versoin");
    }

    private void refused(String name, String text, String why) {
        assertThatThrownBy(() -> file.parse("folder/" + name, name, text)).isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("folder/" + name)
                .hasMessageContaining(why);
    }
}
