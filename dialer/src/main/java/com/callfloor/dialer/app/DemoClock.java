package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.rules.calendar.DayKind;
import com.callfloor.dialer.rules.calendar.HolidayCalendar;

/**
 * Which clock a floor runs by. Simulated time exists for the demo only: as soon as a call could reach a real person, by
 * another PBX or another trunk, only the real clock counts.
 */
record DemoClock(Clock clock, boolean simulated, Optional<String> notice) {
    private static final ZoneId SAMPLE_ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPEN_FROM = LocalTime.of(8, 5);
    private static final LocalTime OPEN_TO = LocalTime.of(20, 30);
    private static final LocalTime DEMO_STARTS = LocalTime.of(10, 0);

    /**
     * Chooses the clock.
     *
     * @param holidays those that the sample's debtors have
     * @param remembered where the sample's simulated time is kept, so that it never goes back from one start to the next:
     *     the books of the earlier ones go on
     */
    static DemoClock of(FloorConfig config, UpOptions options, Clock real, HolidayCalendar holidays, Path remembered)
            throws ConfigProblem, IOException {
        boolean onlySimulatedDebtors = config.pbx().isLocal() && options.trunk().isEmpty()
                && config.database().isEmbedded();
        if (options.at().isPresent()) {
            if (!onlySimulatedDebtors) {
                throw new ConfigProblem("--at is for the local demo floor only: with another trunk, PBX or database a "
                        + "call might reach a real person at a wrong hour. Leave --at out");
            }
            Instant start = options.at().get();
            return new DemoClock(OffsetClock.startingAt(real, start), true,
                    Optional.of("the floor's clock is simulated: it began at " + start));
        }
        boolean sampleOnly = onlySimulatedDebtors && options.cases().isEmpty();
        ZonedDateTime now = real.instant().atZone(SAMPLE_ZONE);
        if (sampleOnly && !mayBeCalled(now, holidays)) {
            Clock simulated = goingOn(real, holidays, remembered);
            return new DemoClock(simulated, true,
                    Optional.of("it is " + now.toLocalDateTime().withNano(0) + " in " + SAMPLE_ZONE
                            + ", when nobody may be called; the sample's debtors are simulated, and so is the clock: it "
                            + "began at " + simulated.instant().atZone(SAMPLE_ZONE).toLocalDateTime().withNano(0)
                            + " there"));
        }
        return new DemoClock(real, false, Optional.empty());
    }

    /** As far ahead as at the last start, if that is still within the hours; else on the next morning after it. */
    private static Clock goingOn(Clock real, HolidayCalendar holidays, Path remembered) throws IOException {
        Duration ahead = Files.exists(remembered)
                ? Duration.parse(Files.readString(remembered).strip())
                : Duration.ZERO;
        ZonedDateTime last = real.instant().plus(ahead).atZone(SAMPLE_ZONE);
        if (!mayBeCalled(last, holidays)) {
            ZonedDateTime start = last.toLocalDate().atTime(DEMO_STARTS).atZone(SAMPLE_ZONE);
            while (start.isBefore(last) || holidays.kindOf(start.toLocalDate()) == DayKind.HOLIDAY) {
                start = start.plusDays(1);
            }
            ahead = Duration.between(real.instant(), start.toInstant());
            Files.createDirectories(remembered.toAbsolutePath().getParent());
            Files.writeString(remembered, ahead.toString());
        }
        return new OffsetClock(real, ahead);
    }

    private static boolean mayBeCalled(ZonedDateTime now, HolidayCalendar holidays) {
        return !now.toLocalTime().isBefore(OPEN_FROM) && !now.toLocalTime().isAfter(OPEN_TO)
                && holidays.kindOf(now.toLocalDate()) != DayKind.HOLIDAY;
    }
}
