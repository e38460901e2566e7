package com.callfloor.dialer.web.testing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.ScriptFile;
import com.callfloor.dialer.config.StrategyFile;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.strategy.Stage;
import com.callfloor.dialer.strategy.StrategyCases;
import com.callfloor.dialer.strategy.StrategyReading.UnusableStrategy;
import com.callfloor.dialer.web.StrategyBooks;
import com.callfloor.dialer.words.Words;

/** The shipped strategies and scripts over cases in memory. */
public final class FakeStrategies implements StrategyCases {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    /** One that runs on {@link #TODAY}; {@link StrategyBooks} knows none. */
    public static final Experiments EXPERIMENTS = new Experiments(List.of(new Experiment("softer", Set.of("Harbour"),
            TODAY, TODAY.plusDays(30), "seed", List.of(new Arm("usual", 1, null, Map.of()),
                    new Arm("soft", 1, null, Map.of(Stage.EARLY, "early"))))));
    public final List<CaseFacts> cases = new CopyOnWriteArrayList<>();

    StrategyBooks books() {
        Path config = Path.of("..", "config");
        try {
            ScriptLibrary scripts = new ScriptFile().readAll(config.resolve("scripts"));
            StrategyFile file = new StrategyFile(Set.of("default"), scripts);
            return new StrategyBooks(file.readAll(config.resolve("strategies")), text -> {
                try {
                    return file.parse(new Words("the strategy", "策略"), text);
                } catch (ConfigProblem e) {
                    throw new UnusableStrategy(e.words());
                }
            }, this, scripts, new CallerNames("the service centre", "晨星客户服务中心", "021 6000 0000", Language.ZH_CN),
                    () -> TODAY);
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<CaseFacts> facts(CaseId id, LocalDate today) {
        return cases.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public void open(LocalDate today, Consumer<CaseFacts> each) {
        cases.forEach(each);
    }
}
