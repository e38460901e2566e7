package com.callfloor.dialer.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.ScriptFile;
import com.callfloor.dialer.config.StrategyFile;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.scripts.Treatments;
import com.callfloor.dialer.strategy.Experiments;

/** The strategies and scripts that come with the floor, and one script more. */
final class Shipped {
    /** The late script by another name. */
    static final String SOFT = "late_soft";

    private Shipped() {}

    static Treatments treatments(Experiments experiments, Supplier<LocalDate> today) {
        Path config = Path.of("..", "config");
        try {
            ScriptLibrary shipped = new ScriptFile().readAll(config.resolve("scripts"));
            List<Script> scripts = new ArrayList<>(shipped.scripts());
            for (Script script : shipped.scripts()) {
                if (script.name().equals("late")) {
                    scripts.add(new Script(SOFT, "soft-1", script.language(), script.recipient(), script.stage(),
                            script.says(), script.parts()));
                }
            }
            var library = new ScriptLibrary(scripts);
            return new Treatments(
                    new StrategyFile(Set.of("default"), library).readAll(config.resolve("strategies"), experiments),
                    library, new CallerNames("the service centre", "服务中心", "021 6000 0000", Language.ZH_CN), today);
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
