package com.callfloor.dialer.effect;

import java.time.LocalDate;
import java.util.SortedMap;

/** Where the figures come from. Blocks on the database. */
public interface EffectReport {
    /**
     * The figures of each group in which anything happened; the group is empty where there is none, as for attempts that
     * reached no agent.
     *
     * @param from the first day of the floor
     * @param to   the last day, itself included
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    SortedMap<String, Effect> of(LocalDate from, LocalDate to, Grouping by);
}
