package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.scripts.Blanks;
import com.callfloor.dialer.scripts.Recipient;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.scripts.Variable;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.strategy.Stage;
import com.callfloor.dialer.strategy.StagePlan;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.words.Words;

/** Reads strategies from {@code config/strategies}. One that is not understood to its last word is refused. */
public final class StrategyFile {
    private static final String EXTENSION = ".yaml";

    private final YamlFile yaml = YamlFile.withOptionalKeys();
    private final Set<String> campaigns;
    private final ScriptLibrary scripts;

    /** {@code campaigns} and {@code scripts}: what there is, and so may be named. */
    public StrategyFile(Set<String> campaigns, ScriptLibrary scripts) {
        this.campaigns = Set.copyOf(campaigns);
        this.scripts = scripts;
    }

    /** Reads every strategy of a folder, for a floor without experiments. */
    public StrategyBook readAll(Path folder) throws ConfigProblem {
        return readAll(folder, Experiments.NONE);
    }

    /** Reads every strategy of a folder. */
    public StrategyBook readAll(Path folder, Experiments experiments) throws ConfigProblem {
        List<Strategy> strategies = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, EXTENSION)) {
            strategies.add(read(file));
        }
        try {
            StrategyBook book = StrategyBook.of(strategies, experiments);
            for (Experiment experiment : experiments.all()) {
                for (Arm arm : experiment.arms()) {
                    check(book, experiment, arm);
                }
            }
            return book;
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(folder + ": " + e.getMessage(), e);
        }
    }

    /** Each of an arm's scripts must do for every strategy that its people may be under. */
    private void check(StrategyBook book, Experiment experiment, Arm arm) throws ConfigProblem {
        for (Strategy strategy : book.under(experiment, arm).toList()) {
            for (Map.Entry<Stage, String> script : arm.scripts().entrySet()) {
                StagePlan plan = strategy.plans().get(script.getKey());
                try {
                    if (plan != null) {
                        check(plan.withScript(script.getValue()));
                    }
                } catch (Flaw e) {
                    throw new ConfigProblem("config/floor.yaml: experiments: " + experiment.name() + ", arm "
                            + arm.name() + ", under the strategy " + strategy.name() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private Strategy read(Path file) throws ConfigProblem {
        Strategy strategy = parse(file.toString(), ConfigFolder.text(file));
        if (!String.valueOf(file.getFileName()).equals(strategy.name() + EXTENSION)) {
            throw new ConfigProblem(file + ": the strategy calls itself '" + strategy.name() + "'; its file must be "
                    + strategy.name() + EXTENSION);
        }
        return strategy;
    }

    /** Reads a strategy from its text; {@code where} names it in errors. */
    public Strategy parse(String where, String text) throws ConfigProblem {
        return parse(Words.same(where), text);
    }

    /** The same, for a page. */
    public Strategy parse(Words where, String text) throws ConfigProblem {
        StrategyText read = yaml.parse(where, text, StrategyText.class);
        if (read == null) {
            throw new ConfigProblem(Words.of("%s is empty; config/strategies/README.md says what a strategy is",
                    "%s为空；写法见 config/strategies/README.md", where));
        }
        try {
            Strategy strategy = read.toStrategy();
            for (StagePlan plan : strategy.plans().values()) {
                check(plan);
            }
            return strategy;
        } catch (Flaw e) {
            throw e.in(where, text);
        }
    }

    private void check(StagePlan plan) throws Flaw {
        String path = "stages." + plan.stage().code();
        if (!plan.campaign().isEmpty() && !campaigns.contains(plan.campaign())) {
            throw flaw(plan, "campaign", Words.of("there is no campaign '%s'; known: %s%s", "没有活动“%s”；可用：%s%s",
                    plan.campaign(), String.join(", ", campaigns.stream().sorted().toList()),
                    Nearest.hintWords(plan.campaign(), campaigns)));
        }
        List<Script> named = scripts.scripts().stream().filter(script -> script.name().equals(plan.script())).toList();
        if (named.isEmpty()) {
            List<String> known = scripts.scripts().stream().map(Script::name).distinct().toList();
            throw flaw(plan, "script",
                    Words.of("there is no script '%s'; known: %s%s", "没有话术“%s”；可用：%s%s", plan.script(),
                            String.join(", ", known), Nearest.hintWords(plan.script(), known)));
        }
        for (Script script : named) {
            if (script.recipient() != Recipient.DEBTOR || !script.fits(plan.stage())) {
                throw flaw(plan, "script",
                        Words.of("the script '%s' is not for debtors in this stage", "话术“%s”不适用于此阶段的债务人",
                                plan.script()));
            }
            if (plan.offers().extensionDays() == 0 && asks(script, Variable.EXTENSION_DAYS)) {
                throw flaw(plan, "script", Words.of(
                        "the script '%s' speaks of {extension_days}, and %s.offers.extension_days is 0; name another script or allow some days",
                        "话术“%s”提到 {extension_days}，而 %s.offers.extension_days 为 0；请换话术，或允许延期", plan.script(), path));
            }
            if (plan.offers().instalments() == 1 && asks(script, Variable.INSTALMENTS)) {
                throw flaw(plan, "script", Words.of(
                        "the script '%s' speaks of {instalments}, and %s.offers.instalments is 1, which is none; name another script or allow some",
                        "话术“%s”提到 {instalments}，而 %s.offers.instalments 为 1，即不可分期；请换话术，或允许分期", plan.script(), path));
            }
        }
    }

    private static boolean asks(Script script, Variable variable) {
        return script.parts().values().stream().anyMatch(text -> Blanks.in(text).contains(variable.code()));
    }

    private static Flaw flaw(StagePlan plan, String key, Words message) {
        return new Flaw("stages." + plan.stage().code() + "." + key, "^ +" + plan.stage().code() + ":",
                message);
    }
}
