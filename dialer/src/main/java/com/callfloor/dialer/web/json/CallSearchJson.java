package com.callfloor.dialer.web.json;

import com.callfloor.dialer.quality.search.CallSearch.Found;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Calls that QA found. */
public final class CallSearchJson {
    private CallSearchJson() {}

    public static JsonObject found(Found call) {
        JsonArray reviews = new JsonArray();
        call.reviews()
                .forEach(review -> reviews.add(new JsonObject().put("id", review.review())
                        .put("state", review.state())
                        .put("score", review.score().doubleValue())
                        .put("passed", review.passed())));
        return new JsonObject().put("recording", call.recording().toString())
                .put("case_ref", call.caseRef())
                .put("debtor_ref", call.debtorRef())
                .put("agent", call.agent().map(ReviewJson::person).orElse(null))
                .put("campaign", call.campaign())
                .put("at", Times.text(call.at()))
                .put("length_ms", call.length().toMillis())
                .put("disposition", call.disposition().orElse(null))
                .put("flaws", new JsonArray(call.flaws()))
                .put("phrases", new JsonArray(call.phrases()))
                .put("reviews", reviews);
    }
}
