package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.RulePack;
import com.callfloor.dialer.words.Words;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Reads a rule pack from {@code config/rules}. A pack that is not understood to its last word is refused. */
public final class RulePackFile {
    private final YamlFile yaml = YamlFile.withOptionalKeys();
    private final Path packs;
    private final RuleText.Calendars calendars;

    /** {@code packs} and {@code calendars} are folders. */
    public RulePackFile(Path packs, Path calendars) {
        this.packs = packs;
        CalendarFile file = new CalendarFile();
        this.calendars = id -> file.read(calendars, id);
    }

    /** Reads {@code name.yaml}. */
    public RulePack read(String name) throws ConfigProblem {
        return parse(name, text(name), path(name).toString());
    }

    /** The pack as it stands in its file: what is kept so that an older version can be asked again. */
    public String text(String name) throws ConfigProblem {
        Path file = path(name);
        if (!Files.isRegularFile(file)) {
            throw new ConfigProblem("a rule pack '" + name + "' is named, but there is no " + file);
        }
        return ConfigFolder.text(file);
    }

    private Path path(String name) {
        return packs.resolve(name + ".yaml");
    }

    /** Reads a pack from its text; {@code where} names it in errors. */
    public RulePack parse(String name, String text, String where) throws ConfigProblem {
        PackText pack = yaml.parse(where, text, PackText.class);
        if (!pack.pack().equals(name)) {
            throw new ConfigProblem(where + ": the pack calls itself '" + pack.pack() + "'; it must be '" + name + "'");
        }
        List<CallingRule> rules = new ArrayList<>();
        List<Duty> duties = new ArrayList<>();
        for (RuleText rule : pack.rules()) {
            try {
                if (rule.speaksInDecisions()) {
                    rules.add(rule.toRule(calendars));
                } else {
                    duties.add(rule.toDuty());
                }
            } catch (IllegalArgumentException | DateTimeException | ConfigProblem e) {
                throw new ConfigProblem(where + line(text, rule.id()) + ", rule " + rule.id() + ": " + e.getMessage(),
                        e);
            }
        }
        try {
            return new RulePack(name, pack.version(), Words.orSame(pack.title(), pack.titleZh()), rules, duties);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(where + ": " + e.getMessage(), e);
        }
    }

    private static String line(String text, String id) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("- id: " + id)) {
                return ", line " + (i + 1);
            }
        }
        return "";
    }

    private record PackText(@JsonProperty(required = true) String pack, @JsonProperty(required = true) String version,
            @JsonProperty(required = true) String title, @Nullable String titleZh,
            @JsonProperty(required = true) List<RuleText> rules) {}
}
