package com.callfloor.dialer.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.Headsets;
import com.callfloor.dialer.agents.Skills;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.AgentsSection;
import com.callfloor.dialer.config.FloorConfig.DialingSection;
import com.callfloor.dialer.config.FloorConfig.SkillsSection;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.FloorSettings;
import com.callfloor.dialer.floor.PreviewPlan;
import com.callfloor.dialer.floor.RetryPlan;
import com.callfloor.dialer.pacing.FixedRatio;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.Progressive;
import com.callfloor.dialer.pacing.predictive.AbandonmentCap;
import com.callfloor.dialer.pacing.predictive.Predictive;
import com.callfloor.dialer.promises.PromiseKeeping;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.recorder.audio.RecordingFormat;

/** Turns configuration into the floor's own settings; what cannot be meant is a {@link ConfigProblem}. */
final class FloorSettingsReader {
    /** No attempt ends so, but a case that an agent looked at and did not call is due again too. */
    private static final String SKIPPED = "skipped";

    private FloorSettingsReader() {}

    static FloorSettings read(FloorConfig config) throws ConfigProblem {
        var dialing = config.dialing();
        List<Trunk> trunks = TrunksReader.read(config);
        Spoken.check(config.floor());
        AgentPhones phones = phones(config.agents());
        double falsePositives = dialing.machineFalsePositives();
        if (!(falsePositives >= 0 && falsePositives < 1)) {
            throw new ConfigProblem("config/floor.yaml: dialing.machine_false_positives is " + falsePositives
                    + "; it is the share of people taken for machines, from 0 to below 1");
        }
        try {
            return new FloorSettings(trunks, dialing.longestRing(), dialing.setUp(), dialing.longestCall(),
                    language(config.floor().language()), retries(dialing.dueAgainAfter()), skills(config.skills()),
                    machines(dialing.answeringMachines()), falsePositives, previews(dialing), phones,
                    followUps(config), OutsideReader.read(config.transfers().outside(), trunks),
                    forecast(dialing.forecast()));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml: dialing: " + e.getMessage());
        }
    }

    static FollowUpPlan followUps(FloorConfig config) throws ConfigProblem {
        var section = config.followUp();
        try {
            return new FollowUpPlan(ZoneId.of(section.timeZone()), new PromiseKeeping(section.promiseGraceDays()),
                    LocalTime.parse(section.remindAt()), byCall(section.remindBy()), section.longestPromiseDays(),
                    section.postingCheck(), section.hardship(), section.complaint(), section.callBackGrace());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ConfigProblem("config/floor.yaml: follow_up: " + e.getMessage());
        }
    }

    private static boolean byCall(String text) {
        return switch (text) {
            case "call" -> true;
            case "message" -> false;
            default -> throw new IllegalArgumentException("remind_by is '" + text + "'; it can be message or call");
        };
    }

    private static boolean forecast(String text) {
        // YAML takes bare on and off for truth values.
        return switch (text) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new IllegalArgumentException("forecast is '" + text + "'; it can be on or off");
        };
    }

    private static PreviewPlan previews(DialingSection dialing) {
        Duration skipped = dialing.dueAgainAfter().get(SKIPPED);
        if (skipped == null) {
            throw new IllegalArgumentException("due_again_after needs a time after '" + SKIPPED + "'");
        }
        return new PreviewPlan(dialing.previewTime(), skipped);
    }

    private static AgentPhones phones(AgentsSection section) throws ConfigProblem {
        Headsets headsets = Headsets.ofCode(section.headsets())
                .orElseThrow(() -> new ConfigProblem("config/floor.yaml: agents.headsets is '" + section.headsets()
                        + "'; it can be nailed_up or rung_per_call"));
        try {
            return new AgentPhones(headsets, section.longestRing(), section.longestRecordingPause(),
                    section.longestHold(), section.backWithin());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml: agents." + e.getMessage());
        }
    }

    private static Skills skills(SkillsSection section) {
        return new Skills(words(section.agents()), words(section.byLanguage()), words(section.byProduct()));
    }

    private static Map<String, Set<String>> words(Map<String, List<String>> lists) {
        var sets = new HashMap<String, Set<String>>();
        lists.forEach((key, words) -> sets.put(key, Set.copyOf(words)));
        return sets;
    }

    static CampaignMode mode(String text) throws ConfigProblem {
        return CampaignMode.ofCode(text)
                .orElseThrow(() -> new ConfigProblem("the dialing mode '" + text
                        + "' is not known to this version; it has: "
                        + Stream.of(CampaignMode.values()).map(CampaignMode::code).collect(Collectors.joining(", "))));
    }

    /** What new recordings are kept as. */
    static RecordingFormat recordingFormat(FloorConfig config) throws ConfigProblem {
        String text = config.recorder().format();
        return RecordingFormat.of(text)
                .orElseThrow(() -> new ConfigProblem("config/floor.yaml, recorder.format: '" + text
                        + "' is not known; give opus, flac or wav"));
    }

    /** A way of pacing for each mode that places calls. */
    static Map<CampaignMode, Pacing> pacings(FloorConfig config, Predictive predictive) throws ConfigProblem {
        try {
            return Map.of(CampaignMode.PROGRESSIVE, new Progressive(), CampaignMode.RATIO,
                    new FixedRatio(config.dialing().ratio()), CampaignMode.PREDICTIVE, predictive);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml, dialing.ratio: " + e.getMessage());
        }
    }

    static AbandonmentCap abandonmentCap(FloorConfig config) throws ConfigProblem {
        try {
            return new AbandonmentCap(config.dialing().abandonCap(), config.dialing().abandonWindows());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml, dialing: " + e.getMessage());
        }
    }

    private static AnsweringMachines machines(String text) throws ConfigProblem {
        // YAML takes a bare off for a truth value.
        return AnsweringMachines.ofCode(text.equals("false") ? "off" : text)
                .orElseThrow(() -> new ConfigProblem("config/floor.yaml: dialing.answering_machines is '" + text
                        + "'; it can be off, hang_up or leave_message"));
    }

    private static MessageLanguage language(String text) throws ConfigProblem {
        return switch (text) {
            case "zh" -> MessageLanguage.ZH;
            case "en" -> MessageLanguage.EN;
            default -> throw new ConfigProblem("floor.language is '" + text + "'; it can be zh or en");
        };
    }

    private static RetryPlan retries(Map<String, Duration> byCode) {
        var plan = new EnumMap<Outcome, Duration>(Outcome.class);
        byCode.forEach((code, wait) -> {
            if (code.equals(SKIPPED)) {
                return;
            }
            try {
                plan.put(Outcome.ofCode(code), wait);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("dialing.due_again_after names an unknown outcome '" + code + "'",
                        e);
            }
        });
        return new RetryPlan(plan);
    }
}
