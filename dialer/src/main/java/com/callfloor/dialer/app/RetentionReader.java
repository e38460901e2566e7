package com.callfloor.dialer.app;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.RetentionSection;
import com.callfloor.dialer.recordings.RetentionPlan;
import com.callfloor.dialer.recordings.RetentionRule;
import com.callfloor.dialer.recordings.RetentionRule.From;

/** For how long recordings are kept, from the configuration. */
final class RetentionReader {
    private RetentionReader() {}

    static RetentionPlan read(FloorConfig config) throws ConfigProblem {
        List<RetentionRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RetentionSection section : config.recorder().retention()) {
            String where = "config/floor.yaml: recorder.retention[" + rules.size() + "]: ";
            try {
                rules.add(rule(section));
            } catch (IllegalArgumentException e) {
                throw new ConfigProblem(where + e.getMessage());
            }
            if (!names.add(section.name())) {
                throw new ConfigProblem(where + "another one has the name " + section.name());
            }
        }
        return new RetentionPlan(rules);
    }

    private static RetentionRule rule(RetentionSection section) {
        if (!section.name().matches("[a-z0-9][a-z0-9_-]{0,49}")) {
            throw new IllegalArgumentException(
                    "'" + section.name() + "' is no name: small letters, digits, '-' and '_'");
        }
        for (String region : section.regions()) {
            if (!region.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
                throw new IllegalArgumentException("'" + region + "' is no region; write CN or CN-SH");
            }
        }
        return new RetentionRule(section.name(), Set.copyOf(section.lenders()), Set.copyOf(section.products()),
                Set.copyOf(section.regions()), Set.copyOf(section.packs()), period(section.keep()),
                switch (section.from()) {
                    case "call" -> From.CALL;
                    case "last_activity" -> From.LAST_ACTIVITY;
                    default -> throw new IllegalArgumentException(
                            "from is '" + section.from() + "'; write call or last_activity");
                });
    }

    private static Period period(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("keep is '" + text + "'; write P2Y, P18M or P90D", e);
        }
    }
}
