package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhooksReaderTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Path SHIPPED = Path.of("..", "config", "floor.yaml");

    @TempDir
    Path folder;

    private Receivers read(String webhooks, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(folder.resolve("floor.yaml"),
                Files.readString(SHIPPED).replace("\nwebhooks: []\n", "\nwebhooks:\n" + webhooks + "\n"));
        return WebhooksReader.read(new Home(folder), new ConfigFile().read(file, environment));
    }

    private static String receiver(String name, String events, String secret, String file) {
        return "  - {name: %s, url: \"https://crm.example/\", events: [%s], lenders: [], secret: \"%s\", secret_file: \"%s\"}"
                .formatted(name, events, secret, file);
    }

    @Test
    void asShippedNobodyIsTold() throws Exception {
        assertThat(WebhooksReader.read(new Home(folder), new ConfigFile().read(SHIPPED, Map.of())).all()).isEmpty();
    }

    @Test
    void aSecretComesFromTheEnvironmentOrFromAFile() throws Exception {
        Files.writeString(folder.resolve("crm.secret"), SECRET + "\n" + SECRET + "\n");
        Receiver named = read(receiver("crm", "call.ended", "", ""), Map.of("FLOOR_WEBHOOKS_0_SECRET", SECRET)).all()
                .getFirst();
        Receiver filed = read(receiver("crm", "call.ended", "", "crm.secret"), Map.of()).all().getFirst();

        assertThat(named.events()).isEqualTo(Set.of(EventKind.CALL_ENDED));
        assertThat(named.secrets()).hasSize(1);
        assertThat(filed.secrets()).hasSize(2);
    }

    @Test
    void whatCannotBeMeantIsNamedByItsPlaceAndNoSecretIsRepeated() {
        assertThatThrownBy(() -> read(receiver("crm", "call.ended", "", ""), Map.of()))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("webhooks[0]")
                .hasMessageContaining("FLOOR_WEBHOOKS_0_SECRET");
        assertThatThrownBy(() -> read(receiver("crm", "call.over", SECRET, ""), Map.of()))
                .hasMessageContaining("no event 'call.over'; there are: call.ended")
                .message()
                .doesNotContain(SECRET);
        assertThatThrownBy(() -> read(receiver("crm", "call.ended", "hush-hush", ""), Map.of()))
                .hasMessageContaining("openssl rand")
                .message()
                .doesNotContain("hush");
        assertThatThrownBy(() -> read(receiver("crm", "call.ended", "", "none"), Map.of()))
                .hasMessageContaining("secret_file none cannot be read");
        assertThatThrownBy(() -> read(receiver("crm", "call.ended", SECRET, "") + "\n"
                + receiver("crm", "call.ended", SECRET, ""), Map.of()))
                .hasMessageContaining("webhooks[1]: another one has the name crm");
    }
}
