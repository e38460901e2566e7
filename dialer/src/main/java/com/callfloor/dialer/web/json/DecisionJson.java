package com.callfloor.dialer.web.json;

import java.time.Instant;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.DecisionFields;
import com.callfloor.dialer.rules.RulesDesk.Asked;
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

    /** What the rules said. */
    public static JsonObject decision(Decision decision) {
        return new JsonObject(DecisionFields.of(decision));
    }

    /** Whether a debtor may be called then, and if not, which rules forbid it. */
    public static JsonObject slot(Instant at, boolean open, JsonArray rules) {
        return new JsonObject().put("at", Times.text(at)).put("open", open).put("rules", rules);
    }

    /** In both languages. */
    public static JsonObject finding(Decision decision, Decision.Finding finding) {
        return new JsonObject().put("id", finding.rule())
                .put("because", decision.because(finding))
                .put("because_zh", decision.becauseChinese(finding));
    }

    /** What the rules would say of one number; the shape that {@code rules check --json} prints. */
    public static JsonObject asked(Asked asked) {
        return new JsonObject().put("number", asked.number().masked())
                .mergeIn(new JsonObject(DecisionFields.of(asked.decision())));
    }
}
