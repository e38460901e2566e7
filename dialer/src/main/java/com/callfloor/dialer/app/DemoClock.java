package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NoSuchElementException;
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
     * @throws ConfigProblem if {@code --at} would let simulated time go back, or let it reach real people
     */
    static DemoClock of(FloorConfig config, UpOptions options, Clock real, HolidayCalendar holidays, Memory memory)
            throws ConfigProblem, IOException {
        boolean onlySimulatedDebtors = config.pbx().isLocal() && options.trunk().isEmpty()
                && config.database().isEmbedded();
        if (options.at().isPresent()) {
            if (!onlySimulatedDebtors) {
                throw new ConfigProblem("--at is for the local demo floor only: with another trunk, PBX or database a "
                        + "call might reach a real person at a wrong hour. Leave --at out");
            }
            Instant start = options.at().get();
            memory.begin(start, real.instant());
            return new DemoClock(OffsetClock.startingAt(real, start), true,
                    Optional.of("the floor's clock is simulated: it began at " + start));
        }
        boolean sampleOnly = onlySimulatedDebtors && options.cases().isEmpty();
        ZonedDateTime now = real.instant().atZone(SAMPLE_ZONE);
        if (sampleOnly && !mayBeCalled(now, holidays)) {
            Clock simulated = goingOn(real, holidays, memory);
            return new DemoClock(simulated, true,
                    Optional.of("it is " + now.toLocalDateTime().withNano(0) + " in " + SAMPLE_ZONE
                            + ", when nobody may be called; the sample's debtors are simulated, and so is the clock: it "
                            + "began at " + simulated.instant().atZone(SAMPLE_ZONE).toLocalDateTime().withNano(0)
                            + " there"));
        }
        return new DemoClock(real, false, Optional.empty());
    }

    /** As far ahead as at the last start, if that is still within the hours; else on the next morning after it. */
    private static Clock goingOn(Clock real, HolidayCalendar holidays, Memory memory)
            throws ConfigProblem, IOException {
        Remembered remembered = memory.read();
        Duration ahead = remembered.ahead();
        ZonedDateTime last = real.instant().plus(ahead).atZone(SAMPLE_ZONE);
        if (!mayBeCalled(last, holidays)) {
            ZonedDateTime start = last.toLocalDate().atTime(DEMO_STARTS).atZone(SAMPLE_ZONE);
            while (start.isBefore(last) || holidays.kindOf(start.toLocalDate()) == DayKind.HOLIDAY) {
                start = start.plusDays(1);
            }
            ahead = Duration.between(real.instant(), start.toInstant());
            memory.write(new Remembered(ahead, remembered.at()));
        }
        return new OffsetClock(real, ahead);
    }

    private static boolean mayBeCalled(ZonedDateTime now, HolidayCalendar holidays) {
        return !now.toLocalTime().isBefore(OPEN_FROM) && !now.toLocalTime().isAfter(OPEN_TO)
                && holidays.kindOf(now.toLocalDate()) != DayKind.HOLIDAY;
    }

    /**
     * Where simulated time is kept from one start to the next, so that it never goes back: the books of the earlier ones
     * go on.
     *
     * @param fresh whether there are no books yet: then no time is remembered either
     */
    record Memory(Path file, boolean fresh) {
        private Remembered read() throws ConfigProblem, IOException {
            if (fresh || !Files.exists(file)) {
                return new Remembered(Duration.ZERO, Optional.empty());
            }
            List<String> lines = Files.readAllLines(file);
            try {
                return new Remembered(Duration.parse(lines.getFirst()),
                        lines.stream().skip(1).map(Instant::parse).findFirst());
            } catch (DateTimeException | NoSuchElementException e) {
                throw new ConfigProblem(file + " does not say how far the demo's simulated clock is; start anew with: "
                        + "bin/floor reset");
            }
        }

        private void write(Remembered remembered) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, remembered.ahead() + "\n" + remembered.at().map(at -> at + "\n").orElse(""));
        }

        /** Notes a start by {@code --at}, unless it lies before an earlier one. */
        private void begin(Instant start, Instant now) throws ConfigProblem, IOException {
            Remembered remembered = read();
            Optional<Instant> earlier = remembered.at().filter(start::isBefore);
            if (earlier.isPresent()) {
                throw new ConfigProblem("--at " + start + " lies before " + earlier.get()
                        + ", where an earlier start of "
                        + "this demo floor began: its books would hold calls of the future. Take " + earlier.get()
                        + " or later, or throw the books away with: bin/floor reset");
            }
            Duration ahead = Duration.between(now, start);
            write(new Remembered(ahead.compareTo(remembered.ahead()) > 0 ? ahead : remembered.ahead(),
                    Optional.of(start)));
        }
    }

    /**
     * What a start leaves to the next one.
     *
     * @param ahead how far simulated time is ahead of real time; zero or more
     * @param at where the latest {@code --at} let it begin
     */
    private record Remembered(Duration ahead, Optional<Instant> at) {}
}
