package com.callfloor.dialer.web;

import java.time.LocalDate;
import java.util.function.Supplier;

import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.effect.EffectReport;
import com.callfloor.dialer.effect.ExperimentReport;
import com.callfloor.dialer.strategy.Experiments;

/**
 * What calling brings.
 *
 * @param compared where the figures of experiments come from
 * @param today    the floor's day
 */
public record EffectBooks(EffectReport report, ExperimentReport compared, Experiments experiments, Costs costs,
        Supplier<LocalDate> today) {}
