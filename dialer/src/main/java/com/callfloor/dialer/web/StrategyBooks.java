package com.callfloor.dialer.web;

import java.time.LocalDate;
import java.util.function.Supplier;

import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.strategy.StrategyCases;
import com.callfloor.dialer.strategy.StrategyReading;

/**
 * How cases are treated and what is said.
 *
 * @param reading of a strategy that is only previewed
 * @param today the floor's day
 */
public record StrategyBooks(StrategyBook strategies, StrategyReading reading, StrategyCases cases,
        ScriptLibrary scripts, CallerNames caller, Supplier<LocalDate> today) {}
