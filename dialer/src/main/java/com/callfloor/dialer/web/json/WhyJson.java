package com.callfloor.dialer.web.json;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.supervision.why.AgentCounts;
import com.callfloor.dialer.supervision.why.CaseTally;
import com.callfloor.dialer.supervision.why.Cause;
import com.callfloor.dialer.supervision.why.WhyDialing;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Why a campaign's calls are as many as they are. */
public final class WhyJson {
    private WhyJson() {}

    /** {@code counted}: when the cases were. */
    public static JsonObject why(WhyDialing why, Optional<Instant> counted) {
        JsonArray causes = new JsonArray();
        why.causes().forEach(cause -> causes.add(cause(cause)));
        return new JsonObject().put("campaign", why.floor().campaign().id())
                .put("name", why.floor().campaign().name())
                .put("mode", why.floor().campaign().mode().code())
                .put("stopped", why.stopped())
                .put("words", words(why.headline()))
                .put("causes", causes)
                .put("calls", why.floor().calls())
                .put("ringing", why.floor().ringing())
                .put("wanted", why.floor().wanted())
                .put("room", why.floor().room())
                .put("agents", agents(why.agents()))
                .put("cases", why.tally().map(WhyJson::cases).orElse(null))
                .put("counted_at", Times.textOrNull(counted.orElse(null)));
    }

    private static JsonObject cause(Cause cause) {
        JsonObject numbers = new JsonObject();
        cause.numbers().forEach(numbers::put);
        return new JsonObject().put("cause", cause.code())
                .put("stops", cause.stops())
                .put("words", words(cause.words()))
                .put("numbers", numbers)
                .put("until", Times.textOrNull(cause.until().orElse(null)))
                .put("rule", cause.rule().orElse(null));
    }

    private static JsonObject words(Words words) {
        return new JsonObject().put("en", words.en()).put("zh", words.zh());
    }

    private static JsonObject agents(AgentCounts agents) {
        return new JsonObject().put("ready", agents.ready())
                .put("no_line", agents.noLine())
                .put("on_call", agents.onCall())
                .put("wrap_up", agents.wrapUp())
                .put("break", agents.onBreak())
                .put("signed_out", agents.signedOut());
    }

    private static JsonObject cases(CaseTally tally) {
        return new JsonObject().put("open", tally.open())
                .put("due", tally.due())
                .put("next_at", Times.textOrNull(tally.next().orElse(null)));
    }
}
