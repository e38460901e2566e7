package com.callfloor.dialer.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;

/**
 * A decision as names and values: the one shape in which it is kept, printed by {@code rules check --json} and served by
 * the API.
 */
public final class DecisionFields {
    private DecisionFields() {}

    /** Values are strings, numbers, lists and maps of them. */
    public static Map<String, Object> of(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", decision.at().toString());
        fields.put("verdict", decision.verdict().code());
        if (decision.verdict() instanceof Verdict.NotBefore(var instant)) {
            fields.put("not_before", instant.toString());
        }
        fields.put("rules", decision.findings().stream().map(finding -> rule(decision, finding)).toList());
        fields.put("zones", decision.zones().stream().map(Object::toString).sorted().toList());
        fields.put("counters", counters(decision.findings()));
        return fields;
    }

    private static Map<String, Object> rule(Decision decision, Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", finding.rule());
        fields.put("pack", finding.pack());
        fields.put("version", finding.version());
        fields.put("verdict", finding.allows() ? "allow" : "deny");
        fields.put("because", decision.because(finding));
        fields.put("because_zh", decision.becauseChinese(finding));
        return fields;
    }

    private static List<Map<String, Object>> counters(List<Finding> findings) {
        List<Map<String, Object>> counters = new ArrayList<>();
        for (Finding finding : findings) {
            Reason reason = switch (finding.reason()) {
                case Reason.Consented(var at, var instead) -> instead;
                case Reason.AgentHeld(var instead) -> instead;
                default -> finding.reason();
            };
            if (reason instanceof Reason.Count(int used, int limit, var scope, var event, var period)) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("rule", finding.rule());
                fields.put("scope", scope.code());
                fields.put("event", event.code());
                fields.put("period", period.toString());
                fields.put("used", used);
                fields.put("limit", limit);
                counters.add(fields);
            }
        }
        return counters;
    }
}
