package com.callfloor.dialer.setup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.callfloor.dialer.rules.calendar.CalendarSheet;
import com.callfloor.dialer.rules.calendar.CalendarWarnings;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.words.Words;

/**
 * The holiday calendars of the configuration and who reads them.
 *
 * @param packs every pack that is loaded
 */
public record Calendars(List<CalendarSheet> sheets, Supplier<Collection<PackTerm>> packs) {
    public Calendars {
        sheets = List.copyOf(sheets);
    }

    /** The packs of which a rule reads this calendar, by name. */
    public Set<String> readers(CalendarSheet sheet) {
        Set<String> readers = new TreeSet<>();
        for (PackTerm term : packs.get()) {
            for (CallingRule rule : term.pack().rules()) {
                if (rule instanceof CallingRule.Window window
                        && window.dates().filter(calendar -> calendar.id().equals(sheet.id())).isPresent()) {
                    readers.add(term.pack().name());
                }
            }
        }
        return readers;
    }

    /** What people must hear of it, if anybody reads it. {@code today}: where the floor is. */
    public List<Words> warnings(CalendarSheet sheet, LocalDate today) {
        return readers(sheet).isEmpty() ? List.of() : CalendarWarnings.of(List.of(sheet.calendar()), today);
    }
}
