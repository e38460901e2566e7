package com.callfloor.dialer.contacts;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.NumberRole;

/** What became of this floor's attempts, by role of the number and time of the debtor's day. Immutable. */
public final class FloorCounts {
    public static final FloorCounts NOTHING_YET = new FloorCounts(Map.of());

    private final Map<Cell, Tally> tallies;

    private FloorCounts(Map<Cell, Tally> tallies) {
        this.tallies = tallies;
    }

    /**
     * The attempts of one day that had these things in common.
     *
     * @param slot empty if the debtor's time was not known
     * @param attempts that reached for a phone: not those that failed on our side
     * @param answers by persons, an agent there or not; 0 to {@code attempts}
     */
    public record DayCount(LocalDate day, NumberRole role, Optional<CallSlot> slot, long attempts, long answers) {}

    /** {@code band} or {@code weekend} empty: all of them together. */
    private record Cell(NumberRole role, Optional<HourBand> band, Optional<Boolean> weekend) {}

    /** {@code today}: how much each day still counts, see {@link Forgetting}. */
    public static FloorCounts of(List<DayCount> counts, LocalDate today) {
        Map<Cell, Tally> tallies = new HashMap<>();
        for (DayCount count : counts) {
            double weight = Forgetting.weight(Duration.ofDays(ChronoUnit.DAYS.between(count.day(), today)));
            Tally tally = new Tally(weight * count.answers(), weight * count.attempts());
            tallies.merge(new Cell(count.role(), Optional.empty(), Optional.empty()), tally, Tally::plus);
            count.slot().ifPresent(slot -> {
                tallies.merge(new Cell(count.role(), Optional.of(slot.band()), Optional.empty()), tally, Tally::plus);
                tallies.merge(new Cell(count.role(), Optional.of(slot.band()), Optional.of(slot.weekend())), tally,
                        Tally::plus);
            });
        }
        return new FloorCounts(Map.copyOf(tallies));
    }

    Tally of(NumberRole role) {
        return of(new Cell(role, Optional.empty(), Optional.empty()));
    }

    Tally of(NumberRole role, HourBand band) {
        return of(new Cell(role, Optional.of(band), Optional.empty()));
    }

    Tally of(NumberRole role, CallSlot slot) {
        return of(new Cell(role, Optional.of(slot.band()), Optional.of(slot.weekend())));
    }

    private Tally of(Cell cell) {
        return tallies.getOrDefault(cell, Tally.NONE);
    }
}
