package com.callfloor.dialer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.callfloor.dialer.config.FloorConfig.CallerIdSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "floor.yaml");

    @TempDir
    Path folder;

    @Test
    void theShippedFileIsUnderstood() throws Exception {
        FloorConfig config = new ConfigFile().read(SHIPPED, Map.of());

        assertThat(config.database().isEmbedded()).isTrue();
        assertThat(config.pbx().isLocal()).isTrue();
        assertThat(config.dialing().longestRing()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.dialing().dueAgainAfter()).containsEntry("no_answer", Duration.ofHours(3));
        assertThat(config.demo().carrier().ring())
                .isEqualTo(new DurationRange(Duration.ofMillis(500), Duration.ofSeconds(3)));
    }

    @Test
    void theEnvironmentOverridesTheFile() throws Exception {
        FloorConfig config = new ConfigFile().read(SHIPPED,
                Map.of("FLOOR_WEB_PORT", "9000", "FLOOR_DATABASE_PASSWORD", "s3cret", "FLOOR_DIALING_LONGEST_RING",
                        "40s", "FLOOR_DIALING_DUE_AGAIN_AFTER_NO_ANSWER", "1h", "FLOOR_CHROMIUM", "/usr/bin/chromium"));

        assertThat(config.web().port()).isEqualTo(9000);
        assertThat(config.database().password()).isEqualTo("s3cret");
        assertThat(config.dialing().longestRing()).isEqualTo(Duration.ofSeconds(40));
        assertThat(config.dialing().dueAgainAfter()).containsEntry("no_answer", Duration.ofHours(1));
    }

    @Test
    void anEntryOfAListIsOverriddenByItsPlace() throws Exception {
        Path file = shippedWith("trunks: []", """
                trunks:
                  - name: first
                    channels: 30
                    calls_per_second: 2.5
                    caller_ids:
                      - {number: "+862160000001", regions: [CN-SH]}
                      - {number: "+864000000001", regions: ["*"]}""");

        FloorConfig config = new ConfigFile().read(file, Map.of("FLOOR_TRUNKS_0_CHANNELS", "60",
                "FLOOR_TRUNKS_0_CALLER_IDS_1_NUMBER", "+864000000002", "FLOOR_TRUNKS_1_NAME", "there is none"));

        assertThat(config.trunks()).singleElement().satisfies(trunk -> {
            assertThat(trunk.channels()).isEqualTo(60);
            assertThat(trunk.callsPerSecond()).isEqualTo(2.5);
            assertThat(trunk.callerIds()).extracting(CallerIdSection::number)
                    .containsExactly("+862160000001", "+864000000002");
        });
    }

    @Test
    void aListIsOverriddenWholeByOneInYaml() throws Exception {
        FloorConfig config = new ConfigFile().read(SHIPPED,
                Map.of("FLOOR_TRUNKS", "[{name: a, channels: 3, calls_per_second: 1, caller_ids: []}]",
                        "FLOOR_TRUNKS_0_CHANNELS", "5"));

        assertThat(config.trunks()).extracting(FloorConfig.TrunkSection::channels).containsExactly(5);
        assertThatThrownBy(() -> new ConfigFile().read(SHIPPED, Map.of("FLOOR_TRUNKS", "[{")))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("FLOOR_TRUNKS");
    }

    @Test
    void secretsAreNotPartOfWhatIsPrinted() throws Exception {
        FloorConfig config = new ConfigFile().read(SHIPPED,
                Map.of("FLOOR_DATABASE_PASSWORD", "s3cret", "FLOOR_PBX_SECRET", "h1dden"));

        assertThat(config.toString()).doesNotContain("s3cret").doesNotContain("h1dden");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() throws Exception {
        Path file = shippedWith("  port: 8080", "  port: 8080\n  prot: 8080");

        assertThatThrownBy(() -> new ConfigFile().read(file, Map.of())).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("floor.yaml, line ")
                .hasMessageContaining("unknown key 'prot'")
                .hasMessageContaining("port");
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWithItsLine() throws Exception {
        Path file = shippedWith("  port: 8080", "  port: 8080\n  port: 9090");
        int second = Files.readAllLines(file).indexOf("  port: 9090") + 1;

        assertThatThrownBy(() -> new ConfigFile().read(file, Map.of())).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("floor.yaml, line " + second + ": ")
                .hasMessageEndingWith("web: port stands here twice; remove one of the two");
    }

    @Test
    void aSectionThatStandsTwiceIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("floor.yaml"), Files.readString(SHIPPED) + "web: {}\n");

        assertThatThrownBy(() -> new ConfigFile().read(file, Map.of())).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(": web stands here twice; remove one of the two");
    }

    @Test
    void aWrongDurationSaysHowToWriteOne() throws Exception {
        Path file = shippedWith("longest_ring: 20s", "longest_ring: 20 secs");

        assertThatThrownBy(() -> new ConfigFile().read(file, Map.of())).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("dialing.longest_ring")
                .hasMessageContaining("20 secs")
                .hasMessageContaining("30s");
    }

    @Test
    void aMissingKeyIsNamed() throws Exception {
        Path file = shippedWith("  country: CN ", "  # country: CN ");

        assertThatThrownBy(() -> new ConfigFile().read(file, Map.of())).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("floor.country: this key is missing");
    }

    @Test
    void aWrongOverrideNamesTheEnvironment() {
        assertThatThrownBy(() -> new ConfigFile().read(SHIPPED, Map.of("FLOOR_WEB_PORT", "eighty")))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("FLOOR_*")
                .hasMessageContaining("web.port");
    }

    private Path shippedWith(String original, String changed) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(original);
        return Files.writeString(folder.resolve("floor.yaml"), text.replace(original, changed));
    }
}
