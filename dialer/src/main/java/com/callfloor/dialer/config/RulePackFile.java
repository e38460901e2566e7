package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.rules.CallingRule;
import com.callfloor.dialer.rules.RulePack;

/** Reads a rule pack from {@code config/rules}. A pack that is not understood to its last word is refused. */
public final class RulePackFile {
    private final YamlFile yaml = new YamlFile();

    /** Reads {@code folder/name.yaml}. */
    public RulePack read(Path folder, String name) throws ConfigProblem {
        Path file = folder.resolve(name + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new ConfigProblem("rules.packs names '" + name + "', but there is no " + file);
        }
        PackText pack = yaml.read(file, PackText.class);
        if (!pack.pack().equals(name)) {
            throw new ConfigProblem(file + ": the pack calls itself '" + pack.pack() + "'; it must be '" + name + "'");
        }
        List<CallingRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (RuleText rule : pack.rules()) {
            if (!ids.add(rule.id())) {
                throw new ConfigProblem(file + ": two rules have the id " + rule.id());
            }
            try {
                rules.add(rule.toRule());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new ConfigProblem(file + ", rule " + rule.id() + ": " + e.getMessage(), e);
            }
        }
        return new RulePack(name, pack.version(), rules);
    }

    private record PackText(String pack, String version, List<RuleText> rules) {}
}
