package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.web.testing.FakeMessages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Gateways as the configuration lists them. */
class MessagesSettingsTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void asShippedThereIsNoGatewayAndNothingIsCarried() throws Exception {
        try (Messages messages = load(Map.of())) {
            assertThat(messages.desk.carries(Channel.SMS)).isFalse();
            assertThat(messages.desk.carries(Channel.EMAIL)).isFalse();
        }
    }

    @Test
    void theExampleThatIsDocumentedIsOneThatWorks() throws Exception {
        try (Messages messages = load(Map.of("FLOOR_MESSAGES_GATEWAYS", example()))) {
            assertThat(messages.desk.carries(Channel.SMS)).isTrue();
            assertThat(messages.desk.carries(Channel.EMAIL)).isFalse();
        }
    }

    @Test
    void whatCannotBeMeantIsNamedWithItsPlace() throws Exception {
        String good = example();

        refused(good.replace("https://api", "http://api"), "messages.gateways[0]: url must be https");
        refused(good.replace("channels: [sms]", "channels: [email]"), "remind_by: no gateway carries sms");
        refused(good.replace(" timeout: 15s", " timeout: 2m"), "latest_arrival");
        refused(good.replace("{text}", "{txt}"), "unknown placeholder {txt}");
        refused(good.replace("token_file: \"\"", "token_file: no/such/file"), "there is no file no/such/file");
        refused(good.replace("proof: hmac_sha256", "proof: md5"),
                "reports.proof: 'md5' is not one of secret, hmac_sha256");
        refused(good + good, "two gateways are called sms-house");
        refused(good.replace("idempotent", "idempotnt"), "gateways[0].idempotent: this key is missing");
    }

    private static void refused(String gateways, String why) {
        assertThatThrownBy(() -> load(Map.of("FLOOR_MESSAGES_GATEWAYS", gateways))).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(why);
    }

    private static String example() throws Exception {
        String page = Files.readString(ROOT.resolve("config").resolve("messages.md"));
        int begin = page.indexOf("gateways:", page.indexOf("```yaml")) + "gateways:".length();
        return page.substring(begin, page.indexOf("```", begin))
                .lines()
                .map(line -> line.startsWith("  ") ? line.substring(2) : line)
                .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static Messages load(Map<String, String> environment) throws ConfigProblem {
        var home = new Home(ROOT);
        return Messages.load(home, new ConfigFile().read(home.configFile(), new HashMap<>(environment)),
                Clock.systemUTC(), new FakeMessages(),
                new CallerNames("the service centre", "晨星客户服务中心", "021 6000 0000", Language.ZH_CN));
    }
}
