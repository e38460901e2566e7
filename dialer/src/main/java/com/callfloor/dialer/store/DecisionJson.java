package com.callfloor.dialer.store;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A decision as it is kept with its attempt; the shape that {@code rules check --json} prints. */
final class DecisionJson {
    private DecisionJson() {}

    static String of(Decision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", decision.at().toString());
        switch (decision.verdict()) {
            case Verdict.Allow allow -> json.put("verdict", "allow");
            case Verdict.Deny deny -> json.put("verdict", "deny");
            case Verdict.NotBefore notBefore -> json.put("verdict", "not_before")
                    .put("not_before", notBefore.instant().toString());
        }
        var rules = json.putArray("rules");
        for (Decision.Finding finding : decision.findings()) {
            rules.addObject()
                    .put("id", finding.rule())
                    .put("pack", finding.pack())
                    .put("version", finding.version())
                    .put("verdict", finding.allows() ? "allow" : "deny")
                    .put("because", finding.because());
        }
        var zones = json.putArray("zones");
        decision.zones().stream().map(Object::toString).sorted().forEach(zones::add);
        return json.toString();
    }
}
