package com.callfloor.dialer.web.json;

import java.util.Map;
import java.util.OptionalDouble;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.effect.Effect;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What calling brought, group by group. */
public final class EffectJson {
    private EffectJson() {}

    public static JsonObject of(Map<String, Effect> groups) {
        JsonArray items = new JsonArray();
        groups.forEach((group, effect) -> items.add(item(group, effect)));
        return new JsonObject().put("items", items).put("next", null);
    }

    private static JsonObject item(String group, Effect effect) {
        Effect.Calls calls = effect.calls();
        JsonArray recovered = new JsonArray();
        effect.recovered()
                .forEach((currency, minor) -> recovered.add(new JsonObject().put("minor", minor)
                        .put("currency", currency.getCurrencyCode())
                        .put("text", new Money(minor, currency).major().toPlainString())));
        return new JsonObject().put("group", group)
                .put("attempts", calls.attempts())
                .put("answered", calls.answered())
                .put("answer_rate", orNull(calls.answerRate()))
                .put("conversations", calls.conversations())
                .put("abandoned", calls.abandoned())
                .put("abandonment_rate", orNull(calls.abandonmentRate()))
                .put("right_party_contacts", calls.rightParty())
                .put("right_party_rate", orNull(calls.rightPartyRate()))
                .put("promises", calls.promises())
                .put("promise_rate", orNull(calls.promiseRate()))
                .put("kept", effect.decided().kept())
                .put("partly_kept", effect.decided().partlyKept())
                .put("broken", effect.decided().broken())
                .put("kept_rate", orNull(effect.decided().keptRate()))
                .put("recovered", recovered)
                .put("complaints", calls.complaints())
                .put("complaint_rate", orNull(calls.complaintRate()))
                .put("talk_seconds", calls.talk().toSeconds())
                .put("wrap_up_seconds", calls.wrapUp().toSeconds())
                .put("line_seconds", calls.line().toSeconds());
    }

    private static @Nullable Double orNull(OptionalDouble rate) {
        return rate.isPresent() ? rate.getAsDouble() : null;
    }
}
