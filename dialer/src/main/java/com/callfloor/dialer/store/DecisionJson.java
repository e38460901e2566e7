package com.callfloor.dialer.store;

import java.util.Optional;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.Wording;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A decision as it is kept; the shape that {@code rules check --json} prints, and more. */
final class DecisionJson {
    private DecisionJson() {}

    /** {@code number}: the one that was asked about, if any; it is written masked. */
    static String of(Decision decision, @Nullable PhoneNumber number, Purpose purpose) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", decision.at().toString());
        json.put("verdict", verdict(decision.verdict()));
        if (decision.verdict() instanceof Verdict.NotBefore notBefore) {
            json.put("not_before", notBefore.instant().toString());
        }
        json.put("purpose", purpose.code());
        if (number != null) {
            json.put("number", number.masked());
        }
        var rules = json.putArray("rules");
        var counters = JsonNodeFactory.instance.arrayNode();
        for (Decision.Finding finding : decision.findings()) {
            rules.addObject()
                    .put("id", finding.rule())
                    .put("pack", finding.pack())
                    .put("version", finding.version())
                    .put("verdict", finding.allows() ? "allow" : "deny")
                    .put("because", finding.because())
                    .put("because_zh", Wording.CHINESE.of(finding.reason()));
            count(finding.reason()).ifPresent(count -> add(counters, finding.rule(), count));
        }
        json.set("counters", counters);
        if (!decision.allowed()) {
            json.put("hours_only", hoursOnly(decision));
        }
        var zones = json.putArray("zones");
        decision.zones().stream().map(Object::toString).sorted().forEach(zones::add);
        return json.toString();
    }

    /** Whether nothing but the hour spoke against the call. */
    private static boolean hoursOnly(Decision decision) {
        return decision.findings()
                .stream()
                .filter(finding -> !finding.allows())
                .allMatch(finding -> finding.reason() instanceof Reason.OutsideHours
                        || finding.reason() instanceof Reason.ClosedDay);
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow allow -> "allow";
            case Verdict.Deny deny -> "deny";
            case Verdict.NotBefore notBefore -> "not_before";
        };
    }

    private static Optional<Reason.Count> count(Reason reason) {
        return switch (reason) {
            case Reason.Count count -> Optional.of(count);
            case Reason.Consented consented -> count(consented.instead());
            case Reason.AgentHeld held -> count(held.instead());
            default -> Optional.empty();
        };
    }

    private static void add(ArrayNode counters, String rule, Reason.Count count) {
        counters.addObject()
                .put("rule", rule)
                .put("scope", count.scope().code())
                .put("event", count.event().code())
                .put("period", count.period().toString())
                .put("used", count.used())
                .put("limit", count.limit());
    }
}
