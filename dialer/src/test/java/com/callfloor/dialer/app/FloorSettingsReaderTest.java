package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.floor.FloorSettings;
import com.callfloor.dialer.floor.PreviewPlan;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideDestination.Permission;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FloorSettingsReaderTest {
    private static final Path SHIPPED = Path.of("..", "config", "floor.yaml");

    private static final String OUTSIDE = "[{name: harbour-legal, label: {en: Legal, zh: 法务部}, number: '+862160000002',"
            + " trunk: carrier, lenders: [Harbour Bank], permission: supervisors}]";

    @TempDir
    Path folder;

    @Test
    void whereNoTrunkIsListedThereIsTheSingleOneOfThePbx() throws Exception {
        FloorSettings settings = read(SHIPPED,
                Map.of("FLOOR_PBX_TRUNK", "mine", "FLOOR_PBX_CALLER_ID", "+862160000001"));

        assertThat(settings.trunks())
                .containsExactly(Trunk.unlimited("mine", new PhoneNumber("+862160000001")));
        assertThat(read(SHIPPED, Map.of()).trunks()).containsExactly(Trunk.unlimited("carrier", null));
    }

    @Test
    void aTrunkThatCannotBeMeantIsNamedByItsPlace() throws Exception {
        Path file = trunks("""
                - {name: a, channels: 1, calls_per_second: 1, caller_ids: []}
                - {name: b, channels: 0, calls_per_second: 1, caller_ids: []}""");
        assertThatThrownBy(() -> read(file, Map.of())).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("trunks[1]")
                .hasMessageContaining("channels must be 1 to");
        assertThatThrownBy(() -> read(file, Map.of("FLOOR_TRUNKS_1_CHANNELS", "1", "FLOOR_TRUNKS_1_NAME", "a")))
                .hasMessageContaining("trunks[1]: another one has the name a");
    }

    @Test
    void whoIsOutsideIsReadAsItIsWritten() throws Exception {
        assertThat(read(SHIPPED, Map.of()).outside()).isEmpty();

        assertThat(read(SHIPPED, Map.of("FLOOR_TRANSFERS_OUTSIDE", OUTSIDE)).outside()).containsExactly(
                new OutsideDestination("harbour-legal", new Words("Legal", "法务部"), new PhoneNumber("+862160000002"),
                        "carrier", Set.of("Harbour Bank"), Permission.SUPERVISORS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            harbour-legal  | Legal Dept   | name must be 1 to 40 lower-case letters, digits and hyphens
            en: Legal      | en: ''       | label needs an en and a zh
            +862160000002  | 021-60000002 | number: not an E.164 number
            trunk: carrier | trunk: other | there is no trunk 'other'; there is carrier, or leave it empty
            [Harbour Bank] | []           | lenders must name at least one lender
            supervisors    | everybody    | permission is 'everybody'; it can be agents or supervisors
            """)
    void whoIsOutsideAndCannotBeMeantIsNamedByTheirPlace(String right, String wrong, String why) {
        assertThat(OUTSIDE).contains(right);
        assertThatThrownBy(
                () -> read(SHIPPED, Map.of("FLOOR_TRANSFERS_OUTSIDE", OUTSIDE.replace(right, wrong))))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("transfers.outside[0]: ")
                .hasMessageContaining(why);
    }

    @Test
    void twoOutsideHaveTwoNames() {
        String twice = "[" + OUTSIDE.substring(1, OUTSIDE.length() - 1) + "," + OUTSIDE.substring(1);

        assertThatThrownBy(() -> read(SHIPPED, Map.of("FLOOR_TRANSFERS_OUTSIDE", twice)))
                .hasMessageContaining("transfers.outside[1]: another one has the name harbour-legal");
    }

    @Test
    void agentsAreNailedUpUnlessTheConfigurationHasThemRungPerCall() throws Exception {
        assertThat(read(SHIPPED, Map.of()).phones())
                .isEqualTo(new AgentPhones(Headsets.NAILED_UP, Duration.ofSeconds(20), Duration.ofMinutes(2),
                        Duration.ofMinutes(3), Duration.ofSeconds(20)));

        assertThat(read(SHIPPED,
                Map.of("FLOOR_AGENTS_HEADSETS", "rung_per_call", "FLOOR_AGENTS_LONGEST_RING", "12s")).phones())
                .isEqualTo(new AgentPhones(Headsets.RUNG_PER_CALL, Duration.ofSeconds(12), Duration.ofMinutes(2),
                        Duration.ofMinutes(3), Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"FLOOR_AGENTS_HEADSETS | always | nailed_up or rung_per_call",
            "FLOOR_AGENTS_LONGEST_RING | 4s | longest_ring is 4.0s; a phone of an agent rings from 5s to 30s",
            "FLOOR_AGENTS_LONGEST_HOLD | 5s | longest_hold is 5s; it can be from 10s to 10m",
            "FLOOR_AGENTS_LONGEST_RECORDING_PAUSE | 1h | longest_recording_pause is 3600s; it can be from 10s to 10m",
            "FLOOR_AGENTS_LONGEST_RING | 31s | from 5s to 30s"})
    void phonesOfAgentsThatCannotBeMeantAreRefused(String variable, String value, String said) {
        assertThatThrownBy(() -> read(SHIPPED, Map.of(variable, value))).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("config/floor.yaml: agents.")
                .hasMessageContaining(said);
    }

    @Test
    void theForecastIsOffUntilSomebodyTurnsItOn() throws Exception {
        assertThat(read(SHIPPED, Map.of()).forecast()).isFalse();
        assertThat(read(SHIPPED, Map.of("FLOOR_DIALING_FORECAST", "on")).forecast()).isTrue();
        assertThatThrownBy(() -> read(SHIPPED, Map.of("FLOOR_DIALING_FORECAST", "maybe")))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("forecast is 'maybe'; it can be on or off");
    }

    /** No phone may ring for less than 15 s, whatever the configuration says. */
    @ParameterizedTest
    @CsvSource({"14999ms", "1s"})
    void aShorterRingThanTheRulesDemandIsRefused(String ring) {
        assertThatThrownBy(() -> read(SHIPPED, Map.of("FLOOR_DIALING_LONGEST_RING", ring)))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("longest_ring")
                .hasMessageContaining("15s");
    }

    @Test
    void theLongestRingIsTheConfigured() throws Exception {
        assertThat(read(SHIPPED, Map.of("FLOOR_DIALING_LONGEST_RING", "15s")).longestRing())
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(read(SHIPPED, Map.of("FLOOR_DIALING_LONGEST_RING", "45s")).longestRing())
                .isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aCaseMayBeLookedAtForHalfAnHourAtMost() throws Exception {
        assertThat(read(SHIPPED, Map.of()).previews())
                .isEqualTo(new PreviewPlan(Duration.ofSeconds(20), Duration.ofHours(4)));
        assertThatThrownBy(() -> read(SHIPPED, Map.of("FLOOR_DIALING_PREVIEW_TIME", "31m")))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("preview_time must be 0s (never by itself) to 30m");
    }

    private Path trunks(String entries) throws Exception {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains("trunks: []");
        return Files.writeString(folder.resolve("floor.yaml"), text.replace("trunks: []", "trunks:\n" + entries));
    }

    private static FloorSettings read(Path file, Map<String, String> environment) throws ConfigProblem {
        return FloorSettingsReader.read(new ConfigFile().read(file, environment));
    }
}
