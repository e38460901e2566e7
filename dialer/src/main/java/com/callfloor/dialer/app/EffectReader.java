package com.callfloor.dialer.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.ArmSection;
import com.callfloor.dialer.config.FloorConfig.ExperimentSection;
import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.strategy.Stage;

/** What calling costs, and what is compared, from the configuration. */
final class EffectReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,49}");

    private EffectReader() {}

    static Costs costs(FloorConfig config) throws ConfigProblem {
        var costs = config.effect().costs();
        String code = costs.currency().isEmpty() ? config.floor().currency() : costs.currency();
        try {
            return new Costs(currency(code), costs.agentHour(), costs.lineMinute(), costs.smsSegment(),
                    costs.email());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml: effect.costs: " + e.getMessage());
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is no ISO 4217 code such as CNY", e);
        }
    }

    static Experiments experiments(FloorConfig config) throws ConfigProblem {
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < config.experiments().size(); i++) {
            String where = "config/floor.yaml: experiments[" + i + "]: ";
            ExperimentSection section = config.experiments().get(i);
            try {
                experiments.add(new Experiment(name(section.name()), Set.copyOf(section.lenders()),
                        day("start", section.start()), day("end", section.end()), section.seed(), arms(section)));
            } catch (IllegalArgumentException e) {
                throw new ConfigProblem(where + e.getMessage());
            }
        }
        try {
            return new Experiments(experiments);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml: experiments: " + e.getMessage());
        }
    }

    private static List<Arm> arms(ExperimentSection section) {
        List<Arm> arms = new ArrayList<>();
        for (ArmSection arm : section.arms()) {
            Map<Stage, String> scripts = new EnumMap<>(Stage.class);
            arm.scripts().forEach((code, script) -> scripts.put(stage(arm, code), script));
            arms.add(new Arm(name(arm.name()), arm.weight(), arm.strategy().isEmpty() ? null : arm.strategy(),
                    scripts));
        }
        return arms;
    }

    private static Stage stage(ArmSection arm, String code) {
        return Stage.ofCode(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("the arm '" + arm.name() + "' has a script for the stage '"
                                + code + "'; stages are "
                                + Stream.of(Stage.values()).map(Stage::code).collect(Collectors.joining(", "))));
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("the name '" + text
                    + "' must be small letters, digits, '-' and '_', 50 at most");
        }
        return text;
    }

    private static LocalDate day(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + " is '" + text + "'; it must be a day such as 2026-12-01", e);
        }
    }
}
