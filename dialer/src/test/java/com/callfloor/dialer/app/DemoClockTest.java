package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.callfloor.dialer.config.CalendarFile;
import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoClockTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Instant TUESDAY_TEN = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant TUESDAY_NIGHT = Instant.parse("2026-11-24T14:00:00Z");
    private static final Instant WEDNESDAY_TEN = Instant.parse("2026-11-25T02:00:00Z");

    private final MovableClock real = new MovableClock(TUESDAY_NIGHT);

    @TempDir
    Path var;

    @Test
    void atTheHoursInWhichTheSampleMayBeCalledTheClockIsTheRealOne() throws Exception {
        real.pass(Duration.between(TUESDAY_NIGHT, TUESDAY_TEN));

        assertThat(started(false).simulated()).isFalse();
    }

    @Test
    void atNightTheSampleFindsTheNextMorningAndGoesOnFromThere() throws Exception {
        assertThat(started(true).clock().instant()).isEqualTo(WEDNESDAY_TEN);
        real.pass(Duration.ofMinutes(5));

        assertThat(started(false).clock().instant()).isEqualTo(WEDNESDAY_TEN.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aStartBeforeAnEarlierOneIsRefusedWithBothInstantsAndTheWayOut() throws Exception {
        started(true, "--at", "2026-12-02T02:00:00Z");
        started(false, "--at", "2026-12-03T02:00:00Z");

        assertThatThrownBy(() -> started(false, "--at", "2026-12-03T01:59:59Z")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("--at 2026-12-03T01:59:59Z lies before 2026-12-03T02:00:00Z")
                .hasMessageContaining("bin/floor reset");
        assertThat(started(false, "--at", "2026-12-03T02:00:00Z").clock().instant())
                .isEqualTo(Instant.parse("2026-12-03T02:00:00Z"));
    }

    @Test
    void freshBooksMayBeginAtAnyTime() throws Exception {
        started(true, "--at", "2026-12-02T02:00:00Z");

        assertThat(started(true, "--at", "2026-03-02T02:00:00Z").clock().instant())
                .isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void theNightsClockDoesNotGoBackBehindAnInstantThatWasAskedFor() throws Exception {
        started(true, "--at", "2026-12-02T02:00:00Z");
        real.pass(Duration.ofMinutes(5));

        assertThat(started(false).clock().instant()).isEqualTo(Instant.parse("2026-12-02T02:05:00Z"));
        assertThatThrownBy(() -> started(false, "--at", "2026-12-01T02:00:00Z")).isInstanceOf(ConfigProblem.class);
    }

    @Test
    void anInstantOfThePastDoesNotHoldTheNightsClockBack() throws Exception {
        started(true, "--at", "2026-03-02T02:00:00Z");

        assertThat(started(false).clock().instant()).isEqualTo(WEDNESDAY_TEN);
    }

    @Test
    void aMemoryThatCannotBeReadIsNamed() throws Exception {
        Files.writeString(var.resolve("demo-clock"), "yesterday");

        assertThatThrownBy(() -> started(false)).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("demo-clock")
                .hasMessageContaining("bin/floor reset");
    }

    private DemoClock started(boolean fresh, String... words) throws Exception {
        UpOptions options = CommandLine.populateCommand(new UpOptions(), words);
        return DemoClock.of(new ConfigFile().read(CONFIG.resolve("floor.yaml"), Map.of()), options, real,
                new CalendarFile().read(CONFIG.resolve("calendars"), "cn"),
                new DemoClock.Memory(var.resolve("demo-clock"), fresh));
    }
}
