package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.FloorSettings;
import com.callfloor.dialer.floor.RetryPlan;
import com.callfloor.dialer.supervision.CampaignMode;

/** Turns configuration into the floor's own settings; what cannot be meant is a {@link ConfigProblem}. */
final class FloorSettingsReader {
    private FloorSettingsReader() {}

    static FloorSettings read(FloorConfig config) throws ConfigProblem {
        var dialing = config.dialing();
        if (dialing.longestRing().compareTo(DialRequest.SHORTEST_RING) < 0) {
            throw new ConfigProblem("dialing.longest_ring is " + dialing.longestRing().toSeconds()
                    + "s; a phone must ring at least " + DialRequest.SHORTEST_RING.toSeconds() + "s");
        }
        Spoken.check(config.floor());
        double falsePositives = dialing.machineFalsePositives();
        if (!(falsePositives >= 0 && falsePositives < 1)) {
            throw new ConfigProblem("config/floor.yaml: dialing.machine_false_positives is " + falsePositives
                    + "; it is the share of people taken for machines, from 0 to below 1");
        }
        String callerId = config.pbx().callerId();
        try {
            return new FloorSettings(callerId.isEmpty() ? null : new PhoneNumber(callerId), dialing.longestRing(),
                    dialing.setUp(), dialing.longestCall(), language(config.floor().language()),
                    retries(dialing.dueAgainAfter()), machines(dialing.answeringMachines()));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml: pbx.caller_id or dialing: " + e.getMessage());
        }
    }

    static CampaignMode mode(String text) throws ConfigProblem {
        return CampaignMode.ofCode(text)
                .orElseThrow(() -> new ConfigProblem(
                        "the dialing mode '" + text + "' is not known to this version; it has: progressive, paused"));
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
