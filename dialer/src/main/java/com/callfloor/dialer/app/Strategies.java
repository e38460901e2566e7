package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.FloorSection;
import com.callfloor.dialer.config.ScriptFile;
import com.callfloor.dialer.config.StrategyFile;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.strategy.StrategyCases;
import com.callfloor.dialer.strategy.StrategyReading.UnusableStrategy;
import com.callfloor.dialer.web.StrategyBooks;
import com.callfloor.dialer.words.Words;

/** The strategies and scripts that the floor runs under. */
final class Strategies {
    private static final Words PREVIEWED = new Words("the strategy", "策略");

    private Strategies() {}

    static StrategyBooks load(DialerParts parts, Set<String> campaigns, StrategyCases cases) throws ConfigProblem {
        ScriptLibrary scripts = new ScriptFile().readAll(parts.home().scripts());
        StrategyFile file = new StrategyFile(campaigns, scripts);
        return new StrategyBooks(
                file.readAll(parts.home().strategies(), EffectReader.experiments(parts.config())),
                text -> read(file, text), cases, scripts,
                caller(parts.config().floor()), () -> today(parts.clock()));
    }

    private static Strategy read(StrategyFile file, String text) throws UnusableStrategy {
        try {
            return file.parse(PREVIEWED, text);
        } catch (ConfigProblem e) {
            throw new UnusableStrategy(e.words());
        }
    }

    /** The Chinese name that the PBX speaks is in pinyin, which nobody reads out. */
    private static CallerNames caller(FloorSection floor) {
        return new CallerNames(floor.spokenNameEn(), floor.name(), floor.callbackNumber(),
                Language.nearest(floor.language()));
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
