package com.callfloor.dialer.web.json;

import java.util.Optional;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.RulesDesk.Asked;
import com.callfloor.dialer.rules.Wording;
import com.callfloor.dialer.rules.books.DecisionLog.Kept;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the rules said, and what they would say. */
public final class DecisionJson {
    private DecisionJson() {}

    public static JsonObject kept(Kept kept) {
        return new JsonObject().put("id", kept.id())
                .put("at", Times.text(kept.at()))
                .put("case_ref", kept.caseRef())
                .put("attempt_id", kept.attempt())
                .put("number", kept.number())
                .put("decision", stored(kept.json()));
    }

    /** What the rules said is stored as JSON; an unreadable one must not hide that there was a decision. */
    static JsonObject stored(String json) {
        try {
            return new JsonObject(json);
        } catch (DecodeException e) {
            return new JsonObject().put("unreadable", json);
        }
    }

    /** The shape that {@code rules check --json} prints, with the Chinese words besides. */
    public static JsonObject asked(Asked asked) {
        Decision decision = asked.decision();
        JsonObject json = new JsonObject().put("number", asked.number().masked()).put("at", Times.text(decision.at()));
        switch (decision.verdict()) {
            case Verdict.Allow allow -> json.put("verdict", "allow");
            case Verdict.Deny deny -> json.put("verdict", "deny");
            case Verdict.NotBefore later -> json.put("verdict", "not_before")
                    .put("not_before", Times.text(later.instant()));
        }
        JsonArray rules = new JsonArray();
        JsonArray counters = new JsonArray();
        for (Finding finding : decision.findings()) {
            rules.add(finding(finding));
            count(finding.reason()).ifPresent(count -> counters.add(counter(finding.rule(), count)));
        }
        JsonArray zones = new JsonArray();
        decision.zones().stream().map(Object::toString).sorted().forEach(zones::add);
        return json.put("rules", rules).put("zones", zones).put("counters", counters);
    }

    private static JsonObject finding(Finding finding) {
        return new JsonObject().put("id", finding.rule())
                .put("pack", finding.pack())
                .put("version", finding.version())
                .put("verdict", finding.allows() ? "allow" : "deny")
                .put("because", Wording.ENGLISH.of(finding.reason()))
                .put("because_zh", Wording.CHINESE.of(finding.reason()));
    }

    /** What lifts a rule does not change what was counted. */
    private static Optional<Reason.Count> count(Reason reason) {
        return switch (reason) {
            case Reason.Count count -> Optional.of(count);
            case Reason.Consented(var at, var instead) -> count(instead);
            case Reason.AgentHeld(var instead) -> count(instead);
            default -> Optional.empty();
        };
    }

    private static JsonObject counter(String rule, Reason.Count count) {
        return new JsonObject().put("rule", rule)
                .put("scope", count.scope().code())
                .put("event", count.event().code())
                .put("period", count.period().toString())
                .put("used", count.used())
                .put("limit", count.limit());
    }
}
