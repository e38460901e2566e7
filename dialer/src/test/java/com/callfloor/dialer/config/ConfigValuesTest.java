package com.callfloor.dialer.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.setup.ConfiguredValue;
import com.callfloor.dialer.setup.ConfiguredValue.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigValuesTest {
    private static final Path SHIPPED = Path.of("..", "config", "floor.yaml");
    private static final String SECRET = "nobody-is-shown-this";

    @Test
    void everyValueHasItsPathAndWhatTheFileSaysOfIt() throws Exception {
        Map<String, ConfiguredValue> values = values(Map.of());

        assertThat(at(values, "floor.country")).isEqualTo(new ConfiguredValue("floor.country", Kind.VALUE, "CN",
                "ISO 3166-1: what a number without a country code is read as", false));
        assertThat(at(values, "dialing.abandon_windows").value()).isEqualTo("1d, 30d");
        assertThat(at(values, "dialing.due_again_after").kind()).isEqualTo(Kind.SECTION);
        assertThat(at(values, "dialing.due_again_after.busy").value()).isEqualTo("20m");
        assertThat(at(values, "recorder.retention[1].keep").value()).isEqualTo("P3Y");
        assertThat(at(values, "recorder.retention[0].name").explanation())
                .isEqualTo("recordings of credit-card collection: two years");
        assertThat(at(values, "dialing.mode").explanation())
                .startsWith("manual: agents choose whom to call.  preview: each free agent");
        assertThat(at(values, "trunks").explanation()).contains("- name: your-carrier          # PJSIP endpoint");
        assertThat(at(values, "demo.carrier.ring").value()).isEqualTo("500ms..3s");
        assertThat(values.values()).noneMatch(ConfiguredValue::overridden);
    }

    @Test
    void nearlyEveryPlainValueOfTheShippedFileIsExplained() throws Exception {
        List<String> unexplained = values(Map.of()).values()
                .stream()
                .filter(value -> value.kind() == Kind.VALUE && value.explanation().isEmpty())
                .map(ConfiguredValue::path)
                .filter(path -> !path.startsWith("demo.carrier") && !path.contains("retention[")
                        && !path.contains("longest_break") && !path.contains("by_region"))
                .toList();

        assertThat(unexplained).hasSizeLessThan(60);
    }

    @Test
    void whatTheEnvironmentOverridesIsToldApart() throws Exception {
        Map<String, ConfiguredValue> values = values(Map.of("FLOOR_WEB_PORT", "9000", "FLOOR_CAMPAIGNS",
                "[{id: default, name: All, mode: \"\", lenders: [], products: [], satisfaction: false}]"));

        assertThat(at(values, "web.port").overridden()).isTrue();
        assertThat(at(values, "web.port").value()).isEqualTo("9000");
        assertThat(at(values, "campaigns[0].id").overridden()).isTrue();
        assertThat(at(values, "web.host").overridden()).isFalse();
    }

    @Test
    void noSecretIsShownWhereverItStands(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("floor.yaml");
        Files.writeString(file,
                Files.readString(SHIPPED)
                        .replace("  gateways: []",
                                """
                                          gateways:
                                            - name: sms
                                              channels: [sms]
                                              url: "https://me:%1$s@sms.example/send?key=%1$s"
                                              method: POST
                                              headers: {X-Key: "%1$s"}
                                              content: json
                                              body: '{"key": "%1$s"}'
                                              token: "%1$s"
                                              token_file: ""
                                              connect_timeout: 3s
                                              timeout: 10s
                                              idempotent: true
                                              accepted: {field: "", values: []}
                                              message_id: id
                                              reports: {secret: "%1$s", secret_file: "", header: "", proof: token, list: "", reference: "", id: "",
                                                  status: "", delivered: [], failed: [], from: "", text: ""}
                                        """
                                        .formatted(SECRET)
                                        .stripTrailing()));
        var config = new ConfigFile().read(file, Map.of("FLOOR_DATABASE_PASSWORD", SECRET, "FLOOR_PBX_SECRET", SECRET,
                "FLOOR_RECORDER_S3_SECRET_KEY", SECRET, "FLOOR_RECORDER_S3_ACCESS_KEY", SECRET, "FLOOR_SPEECH_SECRET",
                SECRET, "FLOOR_WEB_TLS_PASSWORD", SECRET, "FLOOR_WEB_SIGN_IN_OIDC_CLIENT_SECRET", SECRET,
                "FLOOR_DATABASE_URL", "jdbc:mysql://db.example/floor?password=" + SECRET, "FLOOR_WEBHOOKS",
                "[{name: crm, url: 'https://crm.example/x', events: [], lenders: [], secret: " + SECRET
                        + ", secret_file: ''}]"));

        List<ConfiguredValue> values = ConfigValues.of(file, config);

        assertThat(values.toString()).doesNotContain(SECRET);
        assertThat(values).filteredOn(value -> value.kind() == Kind.SECRET_SET).hasSize(14);
        assertThat(values).filteredOn(value -> value.path().equals("database.url"))
                .extracting(ConfiguredValue::value)
                .containsExactly("jdbc:mysql://db.example/floor?…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://me:se/cret@db/floor", "jdbc:mysql://me:s@cret@db/floor",
            "jdbc:mysql://(host=db,user=me,password=cret)/floor",
            "jdbc:mysql://address=(host=db)(Password=cret)/floor"})
    void noPasswordInAnAddressIsShownHoweverItIsWritten(String address) throws Exception {
        Map<String, ConfiguredValue> values = values(Map.of("FLOOR_DATABASE_URL", address));

        assertThat(at(values, "database.url").value()).doesNotContain("cret").contains("db", "floor");
    }

    @Test
    void whateverIsCalledASecretIsMarkedAsOne() {
        List<String> unmarked = Stream.of(FloorConfig.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .filter(component -> component.getName().matches("(?i).*(secret|password|token|accesskey|headers)"))
                .filter(component -> !component.isAnnotationPresent(Secret.class))
                .map(RecordComponent::toString)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static ConfiguredValue at(Map<String, ConfiguredValue> values, String path) {
        return Objects.requireNonNull(values.get(path), path);
    }

    private static Map<String, ConfiguredValue> values(Map<String, String> environment) throws ConfigProblem {
        return ConfigValues.of(SHIPPED, new ConfigFile().read(SHIPPED, environment))
                .stream()
                .collect(Collectors.toMap(ConfiguredValue::path, Function.identity()));
    }
}
