package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.dialer.quality.sampling.SamplingPlan;

/** Reads {@code config/quality.yaml}. A file that is not understood to its last word is refused. */
public final class QualityFile {
    private static final Duration LONGEST_APPEALS = Duration.ofDays(90);

    private final YamlFile yaml = YamlFile.withOptionalKeys();

    /**
     * What it says.
     *
     * @param appealsWithin for how long an agent may appeal
     * @param planText what the plan says, in one line: one version is one text
     */
    public record Read(Duration appealsWithin, SamplingPlan plan, String planText) {}

    public Read read(Path file) throws ConfigProblem {
        return parse(file.toString(), ConfigFolder.text(file));
    }

    /** Reads it from its text; {@code where} names it in errors. */
    public Read parse(String where, String text) throws ConfigProblem {
        QualityText read = yaml.parse(where, text, QualityText.class);
        if (read == null) {
            throw new ConfigProblem(where + " is empty; it must say appeals_within and sampling");
        }
        try {
            Duration within = read.appealsWithin();
            if (within.isNegative() || within.compareTo(LONGEST_APPEALS) > 0) {
                throw new Flaw("appeals_within", "^appeals_within:", "is 0s to " + LONGEST_APPEALS.toDays() + "d");
            }
            // What the plan says, and neither comments nor the rest of the file: these may change without a new version.
            SamplingPlan plan = read.sampling().toPlan();
            return new Read(within, plan, plan.toString());
        } catch (Flaw e) {
            throw e.in(where, text);
        }
    }
}
